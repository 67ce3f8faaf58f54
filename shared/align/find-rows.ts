import { addLogs, sumWays, type Lattice } from './lattice';
import { mapThree, type Three } from './three';
import type { Point } from './tube';
import { GAIN } from './weights';

/** One row of an alignment: from the point `at` it takes `take` units of each version. */
export interface FoundRow {
  readonly at: Point;
  readonly take: Three<number>;
  /** Probability that exactly this is a row, under the model. */
  readonly probability: number;
}

/**
 * The rows most probably right. Rows run from one corner to the next: where the alignments of a lattice (of
 * sentences) pass a point at which every version begins a paragraph. Sums over all alignments give every possible
 * row its probability; of all sequences of rows the one with the greatest expected worth of right rows is taken
 * (minimum Bayes risk).
 *
 * @param corners for each point of the lattice where it stands among the paragraphs, null inside one
 */
export function findRows(lattice: Lattice, corners: readonly (Point | null)[]): readonly FoundRow[] {
  const { points, first, to, weight } = lattice;
  const { forward, backward } = sumWays(lattice);
  const total = backward[0]!;
  const count = points.length;
  const rows: { readonly from: number; readonly to: number; readonly key: string; readonly mass: number }[] =
    [];
  const masses = new Map<string, number>();
  const ways = new Float64Array(count).fill(-Infinity);
  for (let corner = 0; corner < count - 1; corner += 1) {
    const at = corners[corner];
    if (!at || forward[corner]! + backward[corner]! - total < LEAST) continue;
    ways[corner] = forward[corner]!;
    let last = corner;
    for (let point = corner; point <= last; point += 1) {
      const sum = ways[point]!;
      ways[point] = -Infinity;
      if (sum === -Infinity) continue;
      const end = point > corner ? corners[point] : null;
      if (end) {
        const mass = Math.exp(sum + backward[point]! - total);
        const key = keyOf(at, end);
        rows.push({ from: corner, to: point, key, mass });
        masses.set(key, (masses.get(key) ?? 0) + mass);
        continue;
      }
      for (let row = first[point]!; row < first[point + 1]!; row += 1) {
        const target = to[row]!;
        ways[target] = addLogs(ways[target]!, sum + weight[row]!);
        last = Math.max(last, target);
      }
    }
  }
  const worth = new Float64Array(count).fill(-1);
  const best: (typeof rows)[number][] = [];
  worth[0] = 0;
  for (const row of rows) {
    const gained =
      worth[row.from]! + (masses.get(row.key) ?? 0) * gainOf(corners[row.from]!, corners[row.to]!);
    if (worth[row.from]! >= 0 && gained > worth[row.to]!) {
      worth[row.to] = gained;
      best[row.to] = row;
    }
  }
  if (count > 1 && !best[count - 1]) throw new Error('no way leads through the lattice');
  const found: FoundRow[] = [];
  for (let row = best[count - 1]; row; row = best[row.from]) {
    const at = corners[row.from]!;
    const end = corners[row.to]!;
    found.push({
      at,
      take: mapThree((axis) => end[axis] - at[axis]),
      probability: Math.min(1, masses.get(row.key) ?? 0),
    });
  }
  return found.reverse();
}

/** Points less probable than this, as ln, start no row. */
const LEAST = -9;

/** What a row holds, wherever the versions it lacks stand meanwhile. */
function keyOf(at: Point, end: Point): string {
  return mapThree((axis) => (end[axis] > at[axis] ? `${at[axis]}-${end[axis]}` : '')).join();
}

function gainOf(at: Point, end: Point): number {
  const gaps = mapThree((axis) => Number(end[axis] === at[axis])).reduce((sum, gap) => sum + gap);
  return [1, GAIN.gap, GAIN.alone][gaps] ?? 0;
}
