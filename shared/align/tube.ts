/** A point between paragraphs: how many paragraphs of each version lie before it. */
export type Point = readonly [number, number, number];

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
  const [ni, nj, nk] = sizes;
  const tube = emptyTube(sizes, new Int32Array(ni + 1), new Int32Array(ni + 1).fill(nj));
  tube.kLow.fill(0);
  tube.kHigh.fill(nk);
  return numberPoints(tube);
}

/** The points at most `radius` from a path, in each of the three directions. */
export function tubeAround(path: readonly Point[], sizes: Point, radius: number): Tube {
  const [ni, nj, nk] = sizes;
  const jLow = new Int32Array(ni + 1).fill(nj);
  const jHigh = new Int32Array(ni + 1);
  for (const [i, j] of path) {
    for (let x = Math.max(0, i - radius); x <= Math.min(ni, i + radius); x += 1) {
      jLow[x] = Math.max(0, Math.min(jLow[x] ?? 0, j - radius));
      jHigh[x] = Math.min(nj, Math.max(jHigh[x] ?? 0, j + radius));
    }
  }
  const tube = emptyTube(sizes, jLow, jHigh);
  for (const [i, j, k] of path) {
    for (let x = Math.max(0, i - radius); x <= Math.min(ni, i + radius); x += 1) {
      for (let y = Math.max(0, j - radius); y <= Math.min(nj, j + radius); y += 1) {
        const cell = cellAt(tube, x, y);
        tube.kLow[cell] = Math.max(0, Math.min(tube.kLow[cell] ?? 0, k - radius));
        tube.kHigh[cell] = Math.min(nk, Math.max(tube.kHigh[cell] ?? 0, k + radius));
      }
    }
  }
  return numberPoints(tube);
}

/** The number of a cell, or -1 where the tube has none. */
export function cellAt(tube: Tube, i: number, j: number): number {
  if (i > tube.sizes[0] || j > tube.sizes[1]) return -1;
  const low = tube.jLow[i] ?? 0;
  return j < low || j > (tube.jHigh[i] ?? -1) ? -1 : (tube.cells[i] ?? 0) + j - low;
}

export function countPoints(tube: Tube): number {
  return tube.points[tube.points.length - 1] ?? 0;
}

function emptyTube(sizes: Point, jLow: Int32Array, jHigh: Int32Array): Tube {
  const cells = new Int32Array(sizes[0] + 2);
  for (let i = 0; i <= sizes[0]; i += 1) cells[i + 1] = (cells[i] ?? 0) + (jHigh[i] ?? 0) - (jLow[i] ?? 0) + 1;
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
