import type { Evidence } from './evidence';
import { SHAPES, WIDEST } from './shapes';
import type { Three } from './three';
import { cellAt, type Point, type Tube } from './tube';

/** Called at each point with the number of rows that may start there, and where it is. */
export type Visit = (point: number, rows: number, at: Point) => void;

/** A walk over the points of a tube. Before each visit the buffers hold what is known of the rows from there. */
export interface Walk {
  /** The point each row leads to. */
  readonly to: Int32Array;
  /** Log odds of each row. */
  readonly weight: Float64Array;
  /** Visits the points that `alive` marks with 1, in order or (`down`) in reverse order. */
  readonly sweep: (
    direction: 'up' | 'down',
    alive: Uint8Array,
    visit: Visit,
    report: (share: number) => void,
  ) => void;
}

const [X, Y, Z] = [0, 1, 2].map((axis) => Uint8Array.from(SHAPES, (shape) => shape[axis] ?? 0)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * @param evidence for the pairs ru-ky, ru-en and ky-en, in bands that hold the whole tube
 * @param priors log odds of the shapes
 */
export function walkTube(tube: Tube, [xy, xz, yz]: Three<Evidence>, priors: Float64Array): Walk {
  const count = SHAPES.length;
  const to = new Int32Array(count);
  const weight = new Float64Array(count);

  // What does not depend on k, by shape, worked out once for each cell: the range of k a row may start at
  // (empty where it would leave the tube),
  // the point it leads to less k, and its weight less what en adds.
  const kFrom = new Int32Array(count);
  const kTo = new Int32Array(count);
  const base = new Int32Array(count);
  const weightXY = new Float64Array(count);

  const enterCell = (i: number, j: number): void => {
    const scores = scoresAt(xy, i, j);
    for (let s = 0; s < count; s += 1) {
      const [a, b, c] = [X[s] ?? 0, Y[s] ?? 0, Z[s] ?? 0];
      const cell = cellAt(tube, i + a, j + b);
      kFrom[s] = (tube.kLow[cell] ?? 0) - c;
      kTo[s] = (tube.kHigh[cell] ?? -1) - c;
      base[s] = (tube.points[cell] ?? 0) - (tube.kLow[cell] ?? 0) + c;
      weightXY[s] = (priors[s] ?? 0) + (a > 0 && b > 0 ? (xy.scores[scores + a * WIDEST + b] ?? 0) : 0);
    }
  };

  const listRows = (i: number, j: number, k: number): number => {
    const scoresXZ = scoresAt(xz, i, k);
    const scoresYZ = scoresAt(yz, j, k);
    let rows = 0;
    for (let s = 0; s < count; s += 1) {
      if (k < (kFrom[s] ?? 0) || k > (kTo[s] ?? 0)) continue;
      const [a, b, c] = [X[s] ?? 0, Y[s] ?? 0, Z[s] ?? 0];
      let sum = weightXY[s] ?? 0;
      if (a > 0 && c > 0) sum += xz.scores[scoresXZ + a * WIDEST + c] ?? 0;
      if (b > 0 && c > 0) sum += yz.scores[scoresYZ + b * WIDEST + c] ?? 0;
      to[rows] = (base[s] ?? 0) + k;
      weight[rows] = sum;
      rows += 1;
    }
    return rows;
  };

  const sweep: Walk['sweep'] = (direction, alive, visit, report) => {
    const up = direction === 'up';
    const last = tube.sizes[0];
    for (let n = 0; n <= last; n += 1) {
      const i = up ? n : last - n;
      const [jLow, jHigh] = [tube.jLow[i] ?? 0, tube.jHigh[i] ?? 0];
      for (let m = 0; m <= jHigh - jLow; m += 1) {
        const j = up ? jLow + m : jHigh - m;
        const cell = cellAt(tube, i, j);
        const first = tube.points[cell] ?? 0;
        const points = (tube.points[cell + 1] ?? 0) - first;
        enterCell(i, j);
        for (let l = 0; l < points; l += 1) {
          const offset = up ? l : points - 1 - l;
          const k = (tube.kLow[cell] ?? 0) + offset;
          if (alive[first + offset] === 1) visit(first + offset, listRows(i, j, k), [i, j, k]);
        }
      }
      report((n + 1) / (last + 1));
    }
  };

  return { to, weight, sweep };
}

/** Where the nine scores from `x` and `y` begin, moved so that adding 3a + b finds those of sizes a and b. */
function scoresAt({ start, low }: Evidence, x: number, y: number): number {
  return (start[x] ?? 0) + (y - (low[x] ?? 0)) * WIDEST * WIDEST - WIDEST - 1;
}
