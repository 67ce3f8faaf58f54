import { WIDEST, type Evidence } from './evidence';
import { GAINS, PRIORS, SHAPES } from './shapes';
import { cellAt, countPoints, type Point, type Tube } from './tube';

/** One row of an alignment: from the point `at` it takes `take` paragraphs of each version. */
export interface Step {
  readonly at: Point;
  readonly take: Point;
  /** Probability that exactly this is a row, under the model. */
  readonly probability: number;
}

/** Evidence for the pairs ru-ky, ru-en and ky-en. */
export type Triangle = readonly [Evidence, Evidence, Evidence];

/** Points whose best alignment is e^15 times less likely than the best of all are left out of the sums. */
const PRUNE = 15;

/**
 * The rows that are most probably right, each counted by the links it makes, among all alignments within a
 * tube: forward and backward sums give every possible row its probability, and the path with the highest
 * expected number of right links is read off (minimum Bayes risk). Two cheaper sweeps before, with maxima in
 * place of sums, find the few points that matter.
 *
 * @param report called with the share done, 0 to 1
 */
export function findRows(tube: Tube, evidence: Triangle, report: (share: number) => void): readonly Step[] {
  const end = countPoints(tube) - 1;
  const { to, weight, shape, sweep } = edgesOf(tube, evidence);
  const alive = new Uint8Array(end + 1).fill(1);
  const forward = new Float64Array(end + 1).fill(-Infinity);
  const backward = new Float64Array(end + 1).fill(-Infinity);

  forward[0] = 0;
  const bestForward = (point: number, edges: number): void => {
    const from = forward[point] ?? 0;
    for (let e = 0; e < edges; e += 1) {
      const target = to[e] ?? 0;
      const value = from + (weight[e] ?? 0);
      if (value > (forward[target] ?? 0)) forward[target] = value;
    }
  };
  sweep('up', alive, bestForward, (share) => report(0.35 * share));

  backward[end] = 0;
  const least = (forward[end] ?? 0) - PRUNE;
  const bestBackward = (point: number, edges: number): void => {
    let best = backward[point] ?? 0;
    for (let e = 0; e < edges; e += 1) best = Math.max(best, (weight[e] ?? 0) + (backward[to[e] ?? 0] ?? 0));
    backward[point] = best;
    if (best + (forward[point] ?? 0) < least) alive[point] = 0;
  };
  sweep('down', alive, bestBackward, (share) => report(0.35 + 0.35 * share));

  backward.fill(-Infinity);
  backward[end] = 0;
  const sumBackward = (point: number, edges: number): void => {
    let sum = backward[point] ?? 0;
    for (let e = 0; e < edges; e += 1) sum = addLogs(sum, (weight[e] ?? 0) + (backward[to[e] ?? 0] ?? 0));
    backward[point] = sum;
  };
  sweep('down', alive, sumBackward, (share) => report(0.7 + 0.15 * share));

  forward.fill(-Infinity);
  forward[0] = 0;
  const total = backward[0] ?? 0;
  const gained = new Float64Array(end + 1).fill(-1);
  const lastShape = new Uint8Array(end + 1);
  const probability = new Float32Array(end + 1);
  gained[0] = 0;
  const sumForward = (point: number, edges: number): void => {
    const from = forward[point] ?? 0;
    for (let e = 0; e < edges; e += 1) {
      const target = to[e] ?? 0;
      if (alive[target] === 0) continue;
      const value = from + (weight[e] ?? 0);
      forward[target] = addLogs(forward[target] ?? 0, value);
      const likely = Math.exp(value + (backward[target] ?? 0) - total);
      const gain = (gained[point] ?? 0) + likely * (GAINS[shape[e] ?? 0] ?? 0);
      if (gain > (gained[target] ?? 0)) {
        gained[target] = gain;
        lastShape[target] = shape[e] ?? 0;
        probability[target] = likely;
      }
    }
  };
  sweep('up', alive, sumForward, (share) => report(0.85 + 0.15 * share));

  const steps: Step[] = [];
  let [i, j, k] = tube.sizes;
  while (i + j + k > 0) {
    const cell = cellAt(tube, i, j);
    const point = (tube.points[cell] ?? 0) + k - (tube.kLow[cell] ?? 0);
    const take = SHAPES[lastShape[point] ?? 0] ?? [i, j, k];
    [i, j, k] = [i - take[0], j - take[1], k - take[2]];
    steps.push({ at: [i, j, k], take, probability: Math.min(1, probability[point] ?? 0) });
  }
  return steps.reverse();
}

/**
 * A walk over the points of a tube in order; at each living point the rows that may start there are written
 * to the buffers `to` (the point a row leads to), `weight` and `shape`, and `visit` gets their number.
 */
function edgesOf(tube: Tube, [xy, xz, yz]: Triangle) {
  const [ni, , nk] = tube.sizes;
  const to = new Int32Array(SHAPES.length);
  const weight = new Float64Array(SHAPES.length);
  const shape = new Uint8Array(SHAPES.length);

  // What does not depend on k, worked out once for each cell: per shape, where it leads and its weight so far.
  const base = new Int32Array(SHAPES.length);
  const kFrom = new Int32Array(SHAPES.length);
  const kTo = new Int32Array(SHAPES.length);
  const half = new Float64Array(SHAPES.length);

  const enterCell = (i: number, j: number): void => {
    const at = scoresAt(xy, i, j);
    for (let s = 0; s < SHAPES.length; s += 1) {
      const a = takeI[s] ?? 0;
      const b = takeJ[s] ?? 0;
      const c = takeK[s] ?? 0;
      const cell = cellAt(tube, i + a, j + b);
      kFrom[s] = cell < 0 ? nk + 1 : (tube.kLow[cell] ?? 0) - c;
      kTo[s] = cell < 0 ? 0 : (tube.kHigh[cell] ?? 0) - c;
      base[s] = cell < 0 ? 0 : (tube.points[cell] ?? 0) - (kFrom[s] ?? 0);
      half[s] = (PRIORS[s] ?? 0) + (a > 0 && b > 0 && cell >= 0 ? (xy.scores[at + a * WIDEST + b] ?? 0) : 0);
    }
  };

  const listEdges = (i: number, j: number, k: number): number => {
    const fromXZ = scoresAt(xz, i, k);
    const fromYZ = scoresAt(yz, j, k);
    let edges = 0;
    for (let s = 0; s < SHAPES.length; s += 1) {
      if (k < (kFrom[s] ?? 0) || k > (kTo[s] ?? 0)) continue;
      let sum = half[s] ?? 0;
      const c = takeK[s] ?? 0;
      if (c > 0) {
        const a = takeI[s] ?? 0;
        const b = takeJ[s] ?? 0;
        if (a > 0) sum += xz.scores[fromXZ + a * WIDEST + c] ?? 0;
        if (b > 0) sum += yz.scores[fromYZ + b * WIDEST + c] ?? 0;
      }
      to[edges] = (base[s] ?? 0) + k;
      shape[edges] = s;
      weight[edges] = sum;
      edges += 1;
    }
    return edges;
  };

  const sweep = (
    direction: 'up' | 'down',
    alive: Uint8Array,
    visit: (point: number, edges: number) => void,
    report: (share: number) => void,
  ): void => {
    const up = direction === 'up';
    for (let n = 0; n <= ni; n += 1) {
      const i = up ? n : ni - n;
      const jLow = tube.jLow[i] ?? 0;
      const jHigh = tube.jHigh[i] ?? 0;
      for (let m = 0; m <= jHigh - jLow; m += 1) {
        const j = up ? jLow + m : jHigh - m;
        const cell = cellAt(tube, i, j);
        const first = tube.points[cell] ?? 0;
        const count = (tube.points[cell + 1] ?? 0) - first;
        enterCell(i, j);
        for (let l = 0; l < count; l += 1) {
          const step = up ? l : count - 1 - l;
          if (alive[first + step] === 1) visit(first + step, listEdges(i, j, (tube.kLow[cell] ?? 0) + step));
        }
      }
      report((n + 1) / (ni + 1));
    }
  };
  return { to, weight, shape, sweep };
}

const takeI = Uint8Array.from(SHAPES, (shape) => shape[0]);
const takeJ = Uint8Array.from(SHAPES, (shape) => shape[1]);
const takeK = Uint8Array.from(SHAPES, (shape) => shape[2]);

/** Where the scores of the groups from `x` and `y` begin, so that adding 3a + b finds those of sizes a and b. */
function scoresAt(evidence: Evidence, x: number, y: number): number {
  return (evidence.start[x] ?? 0) + (y - (evidence.low[x] ?? 0)) * WIDEST * WIDEST - WIDEST - 1;
}

/** ln(e^a + e^b) */
function addLogs(a: number, b: number): number {
  const high = a > b ? a : b;
  const low = a > b ? b : a;
  return low < high - 30 || low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
