import type { Evidence } from './evidence';
import { GAINS, SHAPES } from './shapes';
import { mapThree, type Three } from './three';
import { countPoints, pointAt, type Point, type Tube } from './tube';
import { walkTube, type Visit } from './walk';

/** One row of an alignment: from the point `at` it takes `take` paragraphs of each version. */
export interface FoundRow {
  readonly at: Point;
  readonly take: Three<number>;
  /** Probability that exactly this is a row, under the model. */
  readonly probability: number;
}

/** Points whose best alignment is e^15 times less likely than the best of all are left out of the sums. */
const PRUNE = 15;

/**
 * The rows most probably right among all alignments within a tube. Forward and backward sums over alignments
 * give every possible row its probability; of all paths the one with the greatest expected worth of right rows
 * is taken (minimum Bayes risk). Two cheaper sweeps before, with maxima for sums, find the few points that matter.
 *
 * @param evidence for the pairs ru-ky, ru-en and ky-en
 * @param report called with the share done, 0 to 1
 */
export function findRows(
  tube: Tube,
  evidence: Three<Evidence>,
  report: (share: number) => void,
): readonly FoundRow[] {
  const { to, weight, shape, sweep } = walkTube(tube, evidence);
  const count = countPoints(tube);
  const end = count - 1;
  const alive = new Uint8Array(count).fill(1);
  const forward = new Float64Array(count);
  const backward = new Float64Array(count);
  const startAt = (values: Float64Array, point: number): void => {
    values.fill(-Infinity);
    values[point] = 0;
  };

  const maximiseForward: Visit = (point, rows) => {
    const before = forward[point] ?? 0;
    for (let r = 0; r < rows; r += 1) {
      const value = before + (weight[r] ?? 0);
      if (value > (forward[to[r] ?? 0] ?? 0)) forward[to[r] ?? 0] = value;
    }
  };
  startAt(forward, 0);
  sweep('up', alive, maximiseForward, (share) => report(0.35 * share));

  const least = (forward[end] ?? 0) - PRUNE;
  const maximiseBackward: Visit = (point, rows) => {
    let best = backward[point] ?? 0;
    for (let r = 0; r < rows; r += 1) best = Math.max(best, (weight[r] ?? 0) + (backward[to[r] ?? 0] ?? 0));
    backward[point] = best;
    if (best + (forward[point] ?? 0) < least) alive[point] = 0;
  };
  startAt(backward, end);
  sweep('down', alive, maximiseBackward, (share) => report(0.35 + 0.35 * share));

  const sumBackward: Visit = (point, rows) => {
    let sum = backward[point] ?? 0;
    for (let r = 0; r < rows; r += 1) sum = addLogs(sum, (weight[r] ?? 0) + (backward[to[r] ?? 0] ?? 0));
    backward[point] = sum;
  };
  startAt(backward, end);
  sweep('down', alive, sumBackward, (share) => report(0.7 + 0.15 * share));

  const total = backward[0] ?? 0;
  const worth = new Float64Array(count).fill(-1);
  const lastShape = new Uint8Array(count);
  const lastProbability = new Float32Array(count);
  const sumForward: Visit = (point, rows) => {
    for (let r = 0; r < rows; r += 1) {
      const target = to[r] ?? 0;
      if (alive[target] === 0) continue;
      const value = (forward[point] ?? 0) + (weight[r] ?? 0);
      forward[target] = addLogs(forward[target] ?? 0, value);
      const probability = Math.exp(value + (backward[target] ?? 0) - total);
      const gained = (worth[point] ?? 0) + probability * (GAINS[shape[r] ?? 0] ?? 0);
      if (gained > (worth[target] ?? 0)) {
        worth[target] = gained;
        lastShape[target] = shape[r] ?? 0;
        lastProbability[target] = probability;
      }
    }
  };
  startAt(forward, 0);
  worth[0] = 0;
  sweep('up', alive, sumForward, (share) => report(0.85 + 0.15 * share));

  const rows: FoundRow[] = [];
  for (let at = tube.sizes; at.some((position) => position > 0);) {
    const point = pointAt(tube, at);
    const take = SHAPES[lastShape[point] ?? 0] ?? at;
    const from = at;
    at = mapThree((axis) => from[axis] - take[axis]);
    rows.push({ at, take, probability: Math.min(1, lastProbability[point] ?? 0) });
  }
  return rows.reverse();
}

/** ln(e^a + e^b), leaving out what is too small to matter. */
function addLogs(a: number, b: number): number {
  const high = Math.max(a, b);
  const low = Math.min(a, b);
  return low < high - 30 || low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
