import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fields } from '../../../../shared/patch/fields';
import { longestRise } from '../../../../shared/patch/longest-rise';
import { placedList } from '../../../../shared/patch/placed-list';

const thing = z.object({ id: z.string().min(1), note: z.string().optional() });
type Thing = z.infer<typeof thing>;
const list = placedList(thing, fields(thing, { nested: {}, fixed: ['id'] }));

const LETTERS = [...'abcdefghij'];
const things = fc.uniqueArray(fc.constantFrom(...LETTERS), { maxLength: 10 }).chain((ids) =>
  fc
    .array(fc.option(fc.constantFrom('1', '2')), { minLength: ids.length, maxLength: ids.length })
    .map((notes) =>
      ids.map((id, i): Thing => {
        const note = notes[i] ?? null;
        return note === null ? { id } : { id, note };
      }),
    ),
);

const of = (ids: string): readonly Thing[] => [...ids].map((id) => ({ id }));
const placedIn = (before: string, after: string) =>
  (list.between(of(before), of(after))?.placed ?? []).map(({ id }) => id).join('');

describe('a patch of a list in an order of its own', () => {
  it('leads from any list to any other, twice as once, and says it the same way from JSON', () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        const patch = list.between(before, after);
        if (patch === undefined) {
          expect(before).toEqual(after);
          return;
        }
        const stored = list.schema.parse(JSON.parse(JSON.stringify(patch)));
        expect(stored).toEqual(patch);
        const there = list.after(before, stored);
        expect(there).toEqual(after);
        expect(list.after(there, stored)).toEqual(after);
        expect(list.between(before, structuredClone(after))).toEqual(patch);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('moves as few as can be', () => {
    expect(placedIn('abcdef', 'bcdefa')).toBe('a');
    expect(placedIn('abcdef', 'fabcde')).toBe('f');
    expect(placedIn('abcdef', 'abxcdef')).toBe('x');
    expect(placedIn('abcdef', 'acef')).toBe('');
    fc.assert(
      fc.property(things, fc.nat(9), fc.nat(9), (before, from, to) => {
        const [taken] = before.slice(from, from + 1);
        if (!taken) return;
        const after = before.filter((each) => each !== taken).toSpliced(to, 0, taken);
        expect(list.between(before, after)?.placed ?? []).toHaveLength(
          before.every((each, i) => each === after[i]) ? 0 : 1,
        );
      }),
      { seed: 4 },
    );
  });

  it('keeps the objects it does not name', () => {
    const before = of('abc');
    const after = list.after(before, { changed: [{ id: 'b', note: '1' }] });
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ id: 'b', note: '1' });
    const moved = list.after(before, { placed: [{ id: 'a', after: 'c' }] });
    expect(moved).toEqual(of('bca'));
    expect(moved[2]).toBe(before[0]);
  });

  it('loses nothing to a patch that does not fit', () => {
    const ids = (patch: Parameters<typeof list.after>[1]) => list.after(of('abc'), patch).map(({ id }) => id);
    expect(ids({ placed: [{ id: 'a', after: 'x' }] })).toEqual(['b', 'c', 'a']);
    expect(
      ids({
        placed: [
          { id: 'a', after: 'b' },
          { id: 'b', after: 'a' },
        ],
      }).toSorted(),
    ).toEqual(['a', 'b', 'c']);
    expect(ids({ placed: [{ id: 'a', after: 'a' }] })).toEqual(['b', 'c', 'a']);
    expect(ids({ placed: [{ id: 'x', after: null }], remove: ['y'], changed: [{ id: 'z' }] })).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(ids({ put: [{ id: 'n' }] })).toEqual(['a', 'b', 'c', 'n']);
    const twice = [
      { id: 'c', after: null },
      { id: 'c', after: 'b' },
    ];
    expect(ids({ placed: twice })).toEqual(['c', 'a', 'b']);
  });
});

describe('the longest rise', () => {
  it('rises, and no run that rises is longer', () => {
    const longest = (values: readonly number[]) => {
      const best: number[] = [];
      values.forEach((value, i) => {
        best.push(1 + Math.max(0, ...best.filter((_, j) => (values[j] ?? 0) < value && j < i)));
      });
      return Math.max(0, ...best);
    };
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 14 }), (values) => {
        const rise = longestRise(values).map((i) => values[i] ?? -1);
        expect(rise).toHaveLength(longest(values));
        expect(rise.every((value, i) => i === 0 || (rise[i - 1] ?? Infinity) < value)).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
