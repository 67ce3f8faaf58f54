import type { Three } from './three';
import { GAIN, PRIOR } from './weights';

/** The most paragraphs of one version in a row. */
export const WIDEST = 3;

const SIZES = [0, 1, 2, 3];

const gapsIn = (shape: Three<number>): number => shape.filter((size) => size === 0).length;

/**
 * How many paragraphs of each version a row may take: at most 6 in all three, 4 in two, 1 in one. Wider rows
 * are rarer than the mistakes they would invite.
 */
export const SHAPES: readonly Three<number>[] = SIZES.flatMap((x) =>
  SIZES.flatMap((y) => SIZES.map((z): Three<number> => [x, y, z])),
).filter((shape) => {
  const total = shape[0] + shape[1] + shape[2];
  return total > 0 && total <= ([6, 4, 1][gapsIn(shape)] ?? 0);
});

/** Log probability of each shape. */
export const PRIORS = Float64Array.from(SHAPES, (shape) => {
  const gaps = [0, PRIOR.gap, PRIOR.alone][gapsIn(shape)] ?? 0;
  const merged = [0, 0, PRIOR.two, PRIOR.three][Math.max(...shape)] ?? 0;
  return gaps + merged + (shape.every((size) => size > 1) ? PRIOR.allMerged : 0);
});

/** What a right row of each shape is worth. */
export const GAINS = Float64Array.from(SHAPES, (shape) => [1, GAIN.gap, GAIN.alone][gapsIn(shape)] ?? 0);
