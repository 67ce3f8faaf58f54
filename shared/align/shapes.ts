import type { Point } from './tube';
import { WEIGHTS } from './weights';

/** How many paragraphs of each version one row may take. */
const upTo3 = [0, 1, 2, 3];
export const SHAPES: readonly Point[] = upTo3
  .flatMap((a) => upTo3.flatMap((b) => upTo3.map((c): Point => [a, b, c])))
  .filter((shape) => {
    const sum = shape[0] + shape[1] + shape[2];
    const gaps = shape.filter((n) => n === 0).length;
    return sum > 0 && sum <= [WEIGHTS.maxTri, 4, 1, 0][gaps]!;
  });

export const PRIORS = Float64Array.from(SHAPES);
export const GAINS = Float64Array.from(SHAPES);
export function setPriors() {
  SHAPES.forEach((shape, s) => {
    const gaps = shape.filter((n) => n === 0).length;
    const widest = Math.max(...shape);
    PRIORS[s] =
      [0, WEIGHTS.anyGap, WEIGHTS.alone][gaps]! +
      (widest > 1 ? WEIGHTS.merge : 0) +
      (widest > 2 ? WEIGHTS.wide : 0) +
      (shape.every((n) => n > 1) ? WEIGHTS.allMerged : 0);
    GAINS[s] = [1, WEIGHTS.gainPair, WEIGHTS.gainAlone][gaps]!;
  });
}
setPriors();
