import type { Three } from './three';

/** A point between paragraphs: how many paragraphs of each version lie before it. */
export type Point = Three<number>;

/** For each position of one version the range of positions of another that may stand beside it. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * The points an alignment may pass, laid out in one array: for each `i` a range of `j`, for each such cell a
 * range of `k`. Points are numbered in the order of (i, j, k), so that every row leads to a higher number.
 */
export interface Tube {
  readonly sizes: Point;
  readonly jLow: Int32Array;
  readonly jHigh: Int32Array;
  /** Number of the first cell of each `i`. */
  readonly cells: Int32Array;
  readonly kLow: Int32Array;
  readonly kHigh: Int32Array;
  /** Number of the first point of each cell; one more entry holds the count of all points. */
  readonly points: Int32Array;
}

/** Every point there is. */
export function wholeTube(sizes: Point): Tube {
  const tube = emptyTube(sizes, new Int32Array(sizes[0] + 1), new Int32Array(sizes[0] + 1).fill(sizes[1]));
  tube.kLow.fill(0);
  tube.kHigh.fill(sizes[2]);
  return numberPoints(tube);
}

/** The points at most `radius` from a path, in each of the three directions. */
export function tubeAround(path: readonly Point[], sizes: Point, radius: number): Tube {
  const [ni, nj, nk] = sizes;
  const jLow = new Int32Array(ni + 1).fill(nj);
  const jHigh = new Int32Array(ni + 1);
  for (const [i, j] of path) {
    for (let ii = Math.max(0, i - radius); ii <= Math.min(ni, i + radius); ii += 1)
      widen(jLow, jHigh, ii, j, radius, nj);
  }
  const tube = emptyTube(sizes, jLow, jHigh);
  for (const [i, j, k] of path) {
    for (let ii = Math.max(0, i - radius); ii <= Math.min(ni, i + radius); ii += 1) {
      for (let jj = Math.max(0, j - radius); jj <= Math.min(nj, j + radius); jj += 1) {
        widen(tube.kLow, tube.kHigh, cellAt(tube, ii, jj), k, radius, nk);
      }
    }
  }
  return numberPoints(tube);
}

/** Whether a path comes to the edge of a tube where the versions themselves go on, so that a better one may lie outside. */
export function touchesEdge(tube: Tube, path: readonly Point[]): boolean {
  const [ni, nj, nk] = tube.sizes;
  return path.some(([i, j, k]) => {
    const cell = cellAt(tube, i, j);
    return (
      (i > 0 && pointAt(tube, [i - 1, j, k]) < 0) ||
      (i < ni && pointAt(tube, [i + 1, j, k]) < 0) ||
      (j > 0 && pointAt(tube, [i, j - 1, k]) < 0) ||
      (j < nj && pointAt(tube, [i, j + 1, k]) < 0) ||
      (k > 0 && k === tube.kLow[cell]) ||
      (k < nk && k === tube.kHigh[cell])
    );
  });
}

/** The bands of the pairs ru-ky, ru-en and ky-en that the points of a tube need. */
export function bandsOf(tube: Tube): Three<Band> {
  const [ni, nj, nk] = tube.sizes;
  const narrowest = (size: number): Band => ({
    low: new Int32Array(size + 1).fill(nk),
    high: new Int32Array(size + 1),
  });
  const [xz, yz] = [narrowest(ni), narrowest(nj)];
  const include = ({ low, high }: Band, at: number, cell: number): void => {
    low[at] = Math.min(low[at] ?? 0, tube.kLow[cell] ?? 0);
    high[at] = Math.max(high[at] ?? 0, tube.kHigh[cell] ?? 0);
  };
  for (let i = 0; i <= ni; i += 1) {
    for (let j = tube.jLow[i] ?? 0; j <= (tube.jHigh[i] ?? 0); j += 1) {
      include(xz, i, cellAt(tube, i, j));
      include(yz, j, cellAt(tube, i, j));
    }
  }
  return [{ low: tube.jLow, high: tube.jHigh }, xz, yz];
}

/** The number of a cell, or -1 where the tube has none. */
export function cellAt(tube: Tube, i: number, j: number): number {
  if (i > tube.sizes[0] || j > tube.sizes[1]) return -1;
  const low = tube.jLow[i] ?? 0;
  return j < low || j > (tube.jHigh[i] ?? -1) ? -1 : (tube.cells[i] ?? 0) + j - low;
}

/** The number of a point, or -1 where the tube has none. */
export function pointAt(tube: Tube, [i, j, k]: Point): number {
  const cell = cellAt(tube, i, j);
  const low = tube.kLow[cell] ?? 0;
  return cell < 0 || k < low || k > (tube.kHigh[cell] ?? 0) ? -1 : (tube.points[cell] ?? 0) + k - low;
}

/** How many points a tube has. */
export function countPoints(tube: Tube): number {
  return tube.points[tube.points.length - 1] ?? 0;
}

function widen(
  low: Int32Array,
  high: Int32Array,
  at: number,
  middle: number,
  radius: number,
  size: number,
): void {
  low[at] = Math.max(0, Math.min(low[at] ?? 0, middle - radius));
  high[at] = Math.min(size, Math.max(high[at] ?? 0, middle + radius));
}

function emptyTube(sizes: Point, jLow: Int32Array, jHigh: Int32Array): Tube {
  const cells = new Int32Array(sizes[0] + 2);
  for (let i = 0; i <= sizes[0]; i += 1)
    cells[i + 1] = (cells[i] ?? 0) + (jHigh[i] ?? 0) - (jLow[i] ?? 0) + 1;
  const count = cells[sizes[0] + 1] ?? 0;
  const kLow = new Int32Array(count).fill(sizes[2]);
  return { sizes, jLow, jHigh, cells, kLow, kHigh: new Int32Array(count), points: new Int32Array(count + 1) };
}

function numberPoints(tube: Tube): Tube {
  const { points, kLow, kHigh } = tube;
  for (let cell = 0; cell < kLow.length; cell += 1) {
    points[cell + 1] = (points[cell] ?? 0) + Math.max(0, (kHigh[cell] ?? 0) - (kLow[cell] ?? 0) + 1);
  }
  return tube;
}
