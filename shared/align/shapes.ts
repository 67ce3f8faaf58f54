import type { Three } from './three';
import type { ShapeTraits } from './weights';

/** The most sentences of one version in a row. */
export const WIDEST = 3;

const SIZES = [0, 1, 2, 3];

const gapsIn = (shape: Three<number>): number => shape.filter((size) => size === 0).length;

/**
 * How many sentences of each version a row may take: at most 6 in all three, 4 in two, 1 in one. Wider rows
 * are rarer than the mistakes they would invite; rows of paragraphs may be wider.
 */
export const SHAPES: readonly Three<number>[] = SIZES.flatMap((x) =>
  SIZES.flatMap((y) => SIZES.map((z): Three<number> => [x, y, z])),
).filter((shape) => {
  const total = shape[0] + shape[1] + shape[2];
  return total > 0 && total <= ([6, 4, 1][gapsIn(shape)] ?? 0);
});

/** What there is to a shape. */
export function describeShape(shape: Three<number>): ShapeTraits {
  const gaps = gapsIn(shape);
  const most = Math.max(...shape);
  return {
    gap: Number(gaps === 1),
    alone: Number(gaps === 2),
    two: Number(most === 2),
    three: Number(most === 3),
    more: shape.reduce((sum, size) => sum + Math.max(0, size - 1), 0),
    allMerged: Number(shape.every((size) => size > 1)),
    gapMerged: Number(gaps === 1 && most > 1),
  };
}

/** Log odds of a shape. */
export function weighShape(shape: Three<number>, weights: Readonly<ShapeTraits>): number {
  const traits = describeShape(shape);
  return (Object.keys(traits) as (keyof ShapeTraits)[]).reduce(
    (sum, trait) => sum + traits[trait] * weights[trait],
    0,
  );
}
