import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshPlaces, splicePlaces } from '../../../../main/project/row-places';

const splice = fc.record({ start: fc.nat(), remove: fc.nat(4), insert: fc.nat(4) });

describe('places of rows', () => {
  test('stay in order, and those of other rows stay as they are, whatever is spliced', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.array(splice, { maxLength: 60 }), (count, splices) => {
        let places = freshPlaces(count);
        for (const { start: anywhere, remove: wanted, insert } of splices) {
          const start = anywhere % (places.length + 1);
          const remove = Math.min(wanted, places.length - start);
          const after = splicePlaces(places, { start, remove, insert });
          if (after) {
            expect(after.slice(0, start)).toEqual(places.slice(0, start));
            expect(after.slice(start + insert)).toEqual(places.slice(start + remove));
          }
          places = after ?? freshPlaces(places.length - remove + insert);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          expect(places.every(Number.isSafeInteger)).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  test('leave room for some thirty rows at one spot, and then say there is none', () => {
    let places: readonly number[] | null = freshPlaces(2);
    let added = 0;
    while (added < 99 && (places = splicePlaces(places, { start: 1, remove: 0, insert: 1 }))) added += 1;
    expect(added).toBe(32);
  });

  test('are taken over by the rows that come instead', () => {
    const places = freshPlaces(4);
    expect(splicePlaces(places, { start: 1, remove: 2, insert: 1 })).toEqual([
      places[0],
      places[1],
      places[3],
    ]);
    expect(splicePlaces(places, { start: 1, remove: 2, insert: 2 })).toEqual(places);
  });
});
