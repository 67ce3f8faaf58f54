import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPlaces, freshPlaces } from '../../../../main/project/row-places';

const splice = fc.record({ start: fc.nat(), remove: fc.nat(4), insert: fc.nat(4) });

const nothing = (count: number): readonly null[] => Array.from({ length: count }, () => null);

describe('places of rows', () => {
  test('stay in order, and those of other rows stay as they are, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.array(splice, { maxLength: 60 }), (count, splices) => {
        let places = freshPlaces(count);
        for (const { start: anywhere, remove, insert } of splices) {
          const start = anywhere % (places.length + 1);
          const kept = (places as readonly (number | null)[]).toSpliced(start, remove, ...nothing(insert));
          places = fillPlaces(kept);
          expect(places).toHaveLength(kept.length);
          if (places.some((place, i) => kept[i] !== null && kept[i] !== place))
            expect(places).toEqual(freshPlaces(kept.length));
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          expect(places.every(Number.isSafeInteger)).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  test('leave room for some thirty rows at one spot, and are then given anew', () => {
    let places = freshPlaces(2);
    let added = 0;
    for (; places[0] === 0 && places.at(-1) === 2 ** 32; added += 1)
      places = fillPlaces([places[0] ?? null, null, ...places.slice(1)]);
    expect(added).toBe(33);
    expect(places).toEqual(freshPlaces(35));
  });

  test('are found at both ends, in several gaps at once, and where nothing stays', () => {
    expect(fillPlaces([null, 5, null, null, 2 ** 33, null])).toEqual([
      5 - 2 ** 32,
      5,
      5 + Math.floor((2 ** 33 - 5) / 3),
      5 + 2 * Math.floor((2 ** 33 - 5) / 3),
      2 ** 33,
      2 ** 33 + 2 ** 32,
    ]);
    expect(fillPlaces(nothing(3))).toEqual([-3, -2, -1].map((n) => n * 2 ** 32));
    expect(fillPlaces([])).toEqual([]);
  });
});
