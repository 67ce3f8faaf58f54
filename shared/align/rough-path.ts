import { compare, weighFeatures, weighUnit, type Pair } from './evidence';
import type { FeatureKind } from './features';
import { mapThree } from './three';
import type { Point } from './tube';
import { joinUnits, type Unit, type Units } from './units';
import { LENGTHS, PRIOR } from './weights';

/** Versions are cut into at most this many blocks: 25 million pairs of blocks, a byte each. */
const MOST_BLOCKS = 5000;

export interface RoughPath {
  /** From the start of all versions to their ends, each point at most one paragraph on in each version. */
  readonly points: readonly Point[];
  /** How many paragraphs went into a block: the path cannot be nearer to the right one than that. */
  readonly block: number;
}

/**
 * A path near the right alignment of long versions. Blocks of neighbouring paragraphs of ru and ky are paired one
 * to one or left alone (Needleman & Wunsch 1970), and what comes out is paired with en. All pairs of blocks are
 * looked at, so a long stretch that one version lacks does no harm.
 *
 * @param report called with the share done, 0 to 1
 */
export function findRoughPath({ versions, kinds }: Units, report: (share: number) => void): RoughPath {
  const block = Math.ceil(Math.max(...versions.map((units) => units.length)) / MOST_BLOCKS);
  const [x, y, z] = mapThree((axis) => cutIntoBlocks(versions[axis], block));
  const inXY = pairUp({ x, y, ratio: LENGTHS[1] - LENGTHS[0] }, kinds, (share) => report(share / 2));
  const both = inXY.slice(1).map(([i, j], n): Unit => {
    const [beforeI, beforeJ] = inXY[n] ?? [0, 0];
    const sides = [...x.slice(beforeI, i), ...y.slice(beforeJ, j)];
    const joined = joinUnits(sides);
    return { ...joined, length: joined.length / sides.length };
  });
  const ratio = LENGTHS[2] - (LENGTHS[0] + LENGTHS[1]) / 2;
  const inAll = pairUp({ x: both, y: z, ratio }, kinds, (share) => report(0.5 + share / 2));
  const corners = inAll.map(([n, k]): Point => {
    const [i, j] = inXY[n] ?? [0, 0];
    const blocks: Point = [i, j, k];
    return mapThree((axis) => Math.min(blocks[axis] * block, versions[axis].length));
  });
  return { points: fillIn(corners), block };
}

/** The path through the corners with points at most one apart. */
export function fillIn(corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((to, n) => {
    const from = corners[n - 1] ?? to;
    const steps = Math.max(1, ...mapThree((axis) => to[axis] - from[axis]));
    return Array.from({ length: steps }, (_, step) =>
      mapThree((axis) => from[axis] + Math.round(((to[axis] - from[axis]) * (step + 1)) / steps)),
    );
  });
}

function cutIntoBlocks(units: readonly Unit[], size: number): readonly Unit[] {
  return Array.from({ length: Math.ceil(units.length / size) }, (_, n) =>
    joinUnits(units.slice(n * size, (n + 1) * size)),
  );
}

const SKIP_X = 1;
const SKIP_Y = 2;
const TOGETHER = 3;

/** The points of the best path through two versions by steps of one in x, in y or in both. */
function pairUp(
  { x, y, ratio }: Pair,
  kinds: readonly FeatureKind[],
  report: (share: number) => void,
): readonly (readonly [number, number])[] {
  const weights = weighFeatures(x, y, kinds);
  const xs = x.map((unit) => weighUnit(unit, weights));
  const ys = y.map((unit) => weighUnit(unit, weights));
  const places = placesOf(ys, kinds.length);
  const width = ys.length + 1;
  const moves = new Uint8Array((xs.length + 1) * width).fill(SKIP_Y, 1, width);
  let above = Float64Array.from({ length: width }, (_, j) => j * PRIOR.alone);
  let current = new Float64Array(width);
  const shared = new Float64Array(ys.length);
  xs.forEach((unit, n) => {
    const i = n + 1;
    shared.fill(0);
    for (const feature of unit.features) {
      const weight = weights.hit[feature] ?? 0;
      for (const place of places[feature] ?? []) shared[place] = (shared[place] ?? 0) + weight;
    }
    current[0] = i * PRIOR.alone;
    moves[i * width] = SKIP_X;
    for (const [m, other] of ys.entries()) {
      const j = m + 1;
      const together = (above[m] ?? 0) + compare(unit, other, shared[m] ?? 0, ratio);
      const skipX = (above[j] ?? 0) + PRIOR.alone;
      const skipY = (current[m] ?? 0) + PRIOR.alone;
      const best = Math.max(together, skipX, skipY);
      current[j] = best;
      moves[i * width + j] = best === together ? TOGETHER : best === skipX ? SKIP_X : SKIP_Y;
    }
    [above, current] = [current, above];
    report(i / xs.length);
  });
  const path: (readonly [number, number])[] = [[x.length, y.length]];
  for (let i = x.length, j = y.length; i > 0 || j > 0; path.push([i, j])) {
    const move = moves[i * width + j];
    if (move !== SKIP_Y) i -= 1;
    if (move !== SKIP_X) j -= 1;
  }
  return path.reverse();
}

/** In which units each feature occurs. */
function placesOf(units: readonly Unit[], size: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: size }, () => []);
  units.forEach(({ features }, place) => features.forEach((feature) => places[feature]?.push(place)));
  return places;
}
