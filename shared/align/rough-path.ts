import { placesOf } from './coverage';
import type { Segments } from './segments';
import { mapThree } from './three';
import type { Point } from './tube';

/** Neighbouring sentences taken together. */
interface Block {
  /** Numbers of their features, ascending, each once. */
  readonly features: Int32Array;
}

/** What leaving a block alone costs, in shares of features. */
const SKIP = 0;

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
export function findRoughPath({ versions, strengths }: Segments, report: (share: number) => void): RoughPath {
  const block = Math.ceil(Math.max(...versions.map((segments) => segments.length)) / MOST_BLOCKS);
  const [x, y, z] = mapThree((axis) => cutIntoBlocks(versions[axis], block));
  const inXY = pairUp(x, y, strengths, (share) => report(share / 2));
  const both = inXY.slice(1).map(([i, j], n): Block => {
    const [beforeI, beforeJ] = inXY[n] ?? [0, 0];
    return joinBlocks([...x.slice(beforeI, i), ...y.slice(beforeJ, j)]);
  });
  const inAll = pairUp(both, z, strengths, (share) => report(0.5 + share / 2));
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

function cutIntoBlocks(segments: readonly Block[], size: number): readonly Block[] {
  return Array.from({ length: Math.ceil(segments.length / size) }, (_, n) =>
    joinBlocks(segments.slice(n * size, (n + 1) * size)),
  );
}

function joinBlocks(blocks: readonly Block[]): Block {
  if (blocks.length === 1 && blocks[0]) return blocks[0];
  return { features: Int32Array.from(new Set(blocks.flatMap((block) => Array.from(block.features)))).sort() };
}

const SKIP_X = 1;
const SKIP_Y = 2;
const TOGETHER = 3;

/** The points of the best path through two versions by steps of one in x, in y or in both. */
function pairUp(
  x: readonly Block[],
  y: readonly Block[],
  strengths: readonly number[],
  report: (share: number) => void,
): readonly (readonly [number, number])[] {
  const placesX = placesOf(x, strengths.length);
  const places = placesOf(y, strengths.length);
  // A feature tells more the rarer it is; those of every tenth block tell too little for the time they take.
  const worth = strengths.map((strength, feature) => {
    const common = ((places[feature]?.length ?? 0) + 1) / (y.length + 2);
    const commonX = ((placesX[feature]?.length ?? 0) + 1) / (x.length + 2);
    return common > 0.2 || commonX > 0.2 ? 0 : -strength * Math.log(Math.sqrt(common * commonX));
  });
  const sizeOf = ({ features }: Block): number =>
    features.reduce((sum, feature) => sum + ((places[feature]?.length ?? 0) > 0 ? worth[feature]! : 0), 1);
  const sizesY = y.map(sizeOf);
  const width = y.length + 1;
  const moves = new Uint8Array((x.length + 1) * width).fill(SKIP_Y, 1, width);
  let above = new Float64Array(width);
  let current = new Float64Array(width);
  const shared = new Float64Array(y.length);
  x.forEach((unit, n) => {
    const i = n + 1;
    shared.fill(0);
    for (const feature of unit.features) {
      if (worth[feature] !== 0) for (const place of places[feature]!) shared[place]! += worth[feature]!;
    }
    const size = sizeOf(unit);
    current[0] = 0;
    moves[i * width] = SKIP_X;
    for (let m = 0; m < y.length; m += 1) {
      const j = m + 1;
      const fit = shared[m]! / Math.sqrt(size * sizesY[m]!);
      const together = above[m]! + fit - SKIP;
      const skipX = above[j]!;
      const skipY = current[m]!;
      const best = Math.max(together, skipX, skipY);
      current[j] = best;
      moves[i * width + j] = best === together ? TOGETHER : best === skipX ? SKIP_X : SKIP_Y;
    }
    [above, current] = [current, above];
    report(i / x.length);
  });
  const path: (readonly [number, number])[] = [[x.length, y.length]];
  for (let i = x.length, j = y.length; i > 0 || j > 0; path.push([i, j])) {
    const move = moves[i * width + j];
    if (move !== SKIP_Y) i -= 1;
    if (move !== SKIP_X) j -= 1;
  }
  return path.reverse();
}
