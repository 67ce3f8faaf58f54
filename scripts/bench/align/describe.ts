import { cornersOf, latticeOf, pairsOf } from '../../../shared/align/align-versions';
import type { AlignmentInput } from '../../../shared/align/alignment';
import { describePairs } from '../../../shared/align/evidence';
import { seedLexicon } from '../../../shared/align/lexicon';
import type { Lattice } from '../../../shared/align/lattice';
import { segmentVersions } from '../../../shared/align/segments';
import { describeShape } from '../../../shared/align/shapes';
import { mapThree, type Three } from '../../../shared/align/three';
import { bandsOf, wholeTube, type Point } from '../../../shared/align/tube';
import type { Weights } from '../../../shared/align/weights';
import type { PerLanguage } from '../../../shared/model/language';

export interface Description {
  readonly lattice: Lattice;
  /** Whether every version begins a paragraph at a point of the lattice. */
  readonly isCorner: readonly boolean[];
  /** The paragraph of each sentence. */
  readonly paragraphs: Three<readonly number[]>;
  /** The traits of each row of the lattice, one after another, in the order of `packWeights`. */
  readonly traits: Float32Array;
}

/** Which versions the pairs of `pairsOf` are of. */
const PAIRS = [
  [0, 0, 1],
  [1, 0, 2],
  [2, 1, 2],
] as const;

/** Weights as one list. */
export function packWeights({ pair, shape }: Weights): Float64Array {
  return Float64Array.from([...Object.values(pair), ...Object.values(shape)]);
}

/** The weights of a list, named as those of `like`. */
export function unpackWeights(list: Float64Array, like: Weights): Weights {
  const pairs = Object.keys(like.pair).length;
  const named = <T extends object>(names: T, from: number): T =>
    Object.fromEntries(Object.keys(names).map((name, n) => [name, list[from + n]])) as T;
  return { pair: named(like.pair, 0), shape: named(like.shape, pairs) };
}

/** All alignments worth weighing, with the traits of their rows: what weights are fitted to. */
export function describeAlignments(
  versions: PerLanguage<readonly AlignmentInput[]>,
  weights: Weights,
): Description {
  const segments = segmentVersions(versions, { lexicons: [seedLexicon()], learned: [] });
  // With half the weights, twice as much is worth weighing.
  const halved = unpackWeights(
    packWeights(weights).map((weight) => weight / 2),
    weights,
  );
  const lattice = latticeOf(segments, halved, () => {});
  const sizes: Point = mapThree((axis) => segments.versions[axis].length);
  const bands = bandsOf(wholeTube(sizes));
  const pairs = pairsOf(segments);
  const describers = mapThree((pair) => describePairs(pairs[pair], bands[pair]));
  const pairNames = Object.keys(weights.pair) as (keyof Weights['pair'])[];
  const shapeNames = Object.keys(weights.shape) as (keyof Weights['shape'])[];
  const size = pairNames.length + shapeNames.length;
  const traits = new Float32Array(lattice.to.length * size);
  const { points, first, to } = lattice;
  const add = (row: number, trait: number, value: number): void => {
    const at = row * size + trait;
    traits[at] = (traits[at] ?? 0) + value;
  };
  points.forEach((from, point) => {
    for (let row = first[point] ?? 0; row < (first[point + 1] ?? 0); row += 1) {
      const end = points[to[row] ?? 0] ?? from;
      const take = mapThree((axis) => end[axis] - from[axis]);
      for (const [pair, x, y] of PAIRS) {
        if (take[x] === 0 || take[y] === 0) continue;
        const described = describers[pair](from[x], take[x], from[y], take[y]);
        pairNames.forEach((name, n) => add(row, n, described[name]));
      }
      const shape = describeShape(take);
      shapeNames.forEach((name, n) => add(row, pairNames.length + n, shape[name]));
    }
  });
  return {
    lattice,
    isCorner: cornersOf(lattice, segments).map((corner) => corner !== null),
    paragraphs: mapThree((axis) => segments.versions[axis].map(({ paragraph }) => paragraph)),
    traits,
  };
}
