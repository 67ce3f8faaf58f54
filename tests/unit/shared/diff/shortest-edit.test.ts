import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairEqual } from '../../../../shared/diff/shortest-edit';

const list = fc.array(fc.nat(4), { maxLength: 14 });
const pair = (a: readonly number[], b: readonly number[], most = Infinity) =>
  pairEqual(Int32Array.from(a), Int32Array.from(b), most);

/** The length of the longest common subsequence, from the table of all beginnings. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const value of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(value === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('pairEqual', () => {
  it('pairs equal numbers in order, as many as possible', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = pair(a, b) ?? [];
        expect(pairs.length).toBe(longestCommon(a, b));
        pairs.forEach(([i, j], n) => {
          expect(a[i]).toBe(b[j]);
          expect(i).toBeGreaterThan(pairs[n - 1]?.[0] ?? -1);
          expect(j).toBeGreaterThan(pairs[n - 1]?.[1] ?? -1);
        });
      }),
      { seed: 17, numRuns: 3000 },
    );
  });

  it('gives up exactly when it takes more edits than allowed', () => {
    fc.assert(
      fc.property(list, list, fc.nat(20), (a, b, most) => {
        const edits = a.length + b.length - 2 * longestCommon(a, b);
        expect(pair(a, b, most) === null).toBe(edits > most);
      }),
      { seed: 18, numRuns: 3000 },
    );
  });

  it('pairs as early as it can', () => {
    expect(pair([1, 2], [1, 2, 1, 2])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(pair([1, 2, 1, 2], [1, 2])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
