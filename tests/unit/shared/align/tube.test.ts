import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillIn } from '../../../../shared/align/rough-path';
import {
  bandsOf,
  countPoints,
  pointAt,
  touchesEdge,
  tubeAround,
  wholeTube,
  type Point,
} from '../../../../shared/align/tube';

const sizes: Point = [12, 9, 15];

describe('tubeAround', () => {
  const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), { maxLength: 30 });

  test('holds every point within the radius of the path, each under a number of its own', () => {
    fc.assert(
      fc.property(steps, fc.nat(3), (moves, radius) => {
        const corners: Point[] = [[0, 0, 0]];
        for (const [a, b, c] of moves) {
          const [i, j, k] = corners.at(-1) ?? [0, 0, 0];
          corners.push([Math.min(12, i + a), Math.min(9, j + b), Math.min(15, k + c)]);
        }
        const path = fillIn([...corners, sizes]);
        const tube = tubeAround(path, sizes, radius);
        const numbers: number[] = [];
        for (let i = 0; i <= 12; i += 1) {
          for (let j = 0; j <= 9; j += 1) {
            for (let k = 0; k <= 15; k += 1) {
              const number = pointAt(tube, [i, j, k]);
              if (number >= 0) numbers.push(number);
              const near = path.some(
                ([x, y, z]) => Math.max(Math.abs(x - i), Math.abs(y - j), Math.abs(z - k)) <= radius,
              );
              if (near) expect(number).toBeGreaterThanOrEqual(0);
            }
          }
        }
        expect(numbers).toEqual(Array.from({ length: countPoints(tube) }, (_, n) => n));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('a path inside touches no edge, one that strays does', () => {
    const diagonal = fillIn([[0, 0, 0], [9, 9, 9], sizes]);
    const tube = tubeAround(diagonal, sizes, 2);
    expect(touchesEdge(tube, diagonal)).toBe(false);
    // At (5, 5) the tube goes up to k = 9: two beyond (7, 7, 7), which is two from it.
    expect(touchesEdge(tube, [[5, 5, 8]])).toBe(false);
    expect(touchesEdge(tube, [[5, 5, 9]])).toBe(true);
    expect(touchesEdge(tube, [[5, 3, 5]])).toBe(false);
    expect(touchesEdge(tube, [[5, 1, 3]])).toBe(true);
    expect(touchesEdge(wholeTube(sizes), [[12, 0, 15]])).toBe(false);
  });

  test('bands hold the positions of all points', () => {
    const tube = tubeAround(fillIn([[0, 0, 0], [4, 9, 2], sizes]), sizes, 1);
    const [xy, xz, yz] = bandsOf(tube);
    const holds = ({ low, high }: typeof xy, at: number, other: number) =>
      other >= (low[at] ?? Infinity) && other <= (high[at] ?? -1);
    expect(pointAt(tube, [4, 9, 2])).toBeGreaterThanOrEqual(0);
    expect([holds(xy, 4, 9), holds(xz, 4, 2), holds(yz, 9, 2)]).toEqual([true, true, true]);
    expect(holds(xz, 0, 9)).toBe(false);
  });
});
