import type { Evidence } from './evidence';
import type { Three } from './three';
import { fillIn } from './rough-path';
import { countPoints, pointAt, tubeAround, type Point, type Tube } from './tube';
import { walkTube, type Visit } from './walk';

/** The alignments worth weighing against each other: points and the possible rows between them. */
export interface Lattice {
  /** In an order in which every row leads to a later one, from the start of all versions to their ends. */
  readonly points: readonly Point[];
  /** The first row from each point; one more entry holds the count of all rows. */
  readonly first: Int32Array;
  /** Which point each row leads to. */
  readonly to: Int32Array;
  /** Log odds of each row. */
  readonly weight: Float64Array;
}

/**
 * Rows whose best alignment is e^12 times less likely than the best of all are left out, and those less unlikely too while
 * more than MOST_ROWS are left.
 */
const PRUNE = [12, 10, 8, 6, 4, 3, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.1, 0.01, 0] as const;

/**
 * Versions without a word in common leave nearly every row of a tube as likely as any other: 50 million of them, each of
 * which may become a row of the article and some hundred bytes. Translations were seen to leave 1,400 at most.
 */
const MOST_ROWS = 1_000_000;

/**
 * Where so many rows are as likely as the best, as in thousands of equal paragraphs of which one version lacks some, those that
 * go with one best alignment are weighed, and what is no further from it than the first of these that leaves few enough.
 */
const RADII = [4, 3, 2, 1, 0] as const;

/**
 * The points and rows of a tube that matter: two cheap sweeps with maxima for sums find them.
 *
 * @param evidence for the pairs ru-ky, ru-en and ky-en, in bands that hold the whole tube
 * @param priors log odds of the shapes
 * @param report called with the share done, 0 to 1
 * @param mostRows is kept to but for the rows of one best alignment
 */
export function pruneTube(
  tube: Tube,
  evidence: Three<Evidence>,
  priors: Float64Array,
  report: (share: number) => void,
  mostRows = MOST_ROWS,
): Lattice {
  const { to, weight, sweep } = walkTube(tube, evidence, priors);
  const count = countPoints(tube);
  const end = count - 1;
  const alive = new Uint8Array(count).fill(1);
  // Not Float32: over tens of thousands of sentences its rounding adds up to more than PRUNE, and cuts every way.
  const forward = new Float64Array(count).fill(-Infinity);
  const backward = new Float64Array(count).fill(-Infinity);

  const maximiseForward: Visit = (point, rows) => {
    const before = forward[point]!;
    for (let r = 0; r < rows; r += 1) {
      const value = before + weight[r]!;
      if (value > forward[to[r]!]!) forward[to[r]!] = value;
    }
  };
  forward[0] = 0;
  sweep('up', alive, maximiseForward, (share) => report(0.45 * share));

  // Sums taken in another order round otherwise: a little more is kept than asked for.
  const best = forward[end]! - Math.abs(forward[end]!) * 1e-9;
  const widest = best - PRUNE[0];
  /** How many rows are left out by each bound and not by the one before it. */
  const dropped = new Float64Array(PRUNE.length);
  let rows = 0;
  const maximiseBackward: Visit = (point, from) => {
    let most = backward[point]!;
    for (let r = 0; r < from; r += 1) {
      const value = weight[r]! + backward[to[r]!]!;
      if (value > most) most = value;
      const all = value + forward[point]!;
      if (all < widest) continue;
      rows += 1;
      let bound = 1;
      while (bound < PRUNE.length && all >= best - PRUNE[bound]!) bound += 1;
      if (bound < PRUNE.length) dropped[bound]! += 1;
    }
    backward[point] = most;
  };
  backward[end] = 0;
  sweep('down', alive, maximiseBackward, (share) => report(0.45 + 0.45 * share));

  let bound = 0;
  while (rows > mostRows && bound < PRUNE.length - 1) {
    bound += 1;
    rows -= dropped[bound]!;
  }
  const least = best - PRUNE[bound]!;

  for (let point = 0; point < count; point += 1)
    alive[point] = forward[point]! + backward[point]! >= least ? 1 : 0;

  const bestWay = (): readonly Point[] => {
    const way: Point[] = [];
    let next = 0;
    const follow: Visit = (point, from, at) => {
      if (point !== next) return;
      way.push(at);
      let most = -Infinity;
      for (let r = 0; r < from; r += 1) {
        const value = weight[r]! + backward[to[r]!]!;
        if (value > most) [most, next] = [value, to[r]!];
      }
    };
    sweep('up', alive, follow, () => undefined);
    return fillIn(way);
  };
  /** Leaves alive what is near one best alignment; gives how many rows that are. */
  const narrow = (): number => {
    const way = bestWay();
    let left = rows;
    for (const radius of RADII) {
      const near = tubeAround(way, tube.sizes, radius);
      const chosen = new Uint8Array(count);
      sweep(
        'up',
        alive,
        (point, _, at) => (chosen[point] = pointAt(near, at) < 0 ? 0 : 1),
        () => undefined,
      );
      alive.set(chosen);
      left = 0;
      const countLeft: Visit = (point, from) => {
        for (let r = 0; r < from; r += 1)
          if (alive[to[r]!] === 1 && weight[r]! + backward[to[r]!]! + forward[point]! >= least) left += 1;
      };
      sweep('up', alive, countLeft, () => undefined);
      if (left <= mostRows) break;
    }
    return left;
  };
  if (rows > mostRows) rows = narrow();

  const number = new Int32Array(count).fill(-1);
  let points = 0;
  for (let point = 0; point < count; point += 1) if (alive[point] === 1) number[point] = points++;
  const kept = {
    points: new Array<Point>(points),
    first: new Int32Array(points + 1),
    to: new Int32Array(rows),
    weight: new Float64Array(rows),
  };
  let size = 0;
  const keep: Visit = (point, from, at) => {
    const n = number[point]!;
    kept.points[n] = at;
    kept.first[n] = size;
    for (let r = 0; r < from; r += 1) {
      const target = number[to[r]!]!;
      // The same sum as was counted, in the same order; where it leads may be left out by a hair.
      if (weight[r]! + backward[to[r]!]! + forward[point]! < least || target < 0) continue;
      kept.to[size] = target;
      kept.weight[size] = weight[r]!;
      size += 1;
    }
  };
  sweep('up', alive, keep, (share) => report(0.9 + 0.1 * share));
  kept.first[points] = size;
  return kept;
}

/** Summed over all ways from the start to each point, and from each point to the end, as logs. */
export function sumWays({ points, first, to, weight }: Lattice): {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
} {
  const count = points.length;
  const forward = new Float64Array(count).fill(-Infinity);
  const backward = new Float64Array(count).fill(-Infinity);
  forward[0] = 0;
  for (let point = 0; point < count; point += 1) {
    for (let row = first[point]!; row < first[point + 1]!; row += 1)
      forward[to[row]!] = addLogs(forward[to[row]!]!, forward[point]! + weight[row]!);
  }
  backward[count - 1] = 0;
  for (let point = count - 1; point >= 0; point -= 1) {
    for (let row = first[point]!; row < first[point + 1]!; row += 1)
      backward[point] = addLogs(backward[point]!, weight[row]! + backward[to[row]!]!);
  }
  return { forward, backward };
}

/** The rows, as where they begin and end, that hold a share of at least `least` (0 to 1) of all alignments. */
export function surePieces(lattice: Lattice, least: number): readonly (readonly [Point, Point])[] {
  const { points, first, to, weight } = lattice;
  const { forward, backward } = sumWays(lattice);
  const bound = backward[0]! + Math.log(least);
  const found: (readonly [Point, Point])[] = [];
  for (let point = 0; point < points.length; point += 1) {
    for (let row = first[point]!; row < first[point + 1]!; row += 1) {
      if (forward[point]! + weight[row]! + backward[to[row]!]! >= bound)
        found.push([points[point]!, points[to[row]!]!]);
    }
  }
  return found;
}

/** The points of the best alignment of all. */
export function bestPath({ points, first, to, weight }: Lattice): readonly Point[] {
  const values = new Float64Array(points.length).fill(-Infinity);
  const before = new Int32Array(points.length);
  values[0] = 0;
  for (let point = 0; point < points.length; point += 1) {
    for (let row = first[point]!; row < first[point + 1]!; row += 1) {
      const value = values[point]! + weight[row]!;
      if (value > values[to[row]!]!) {
        values[to[row]!] = value;
        before[to[row]!] = point;
      }
    }
  }
  const path = [points.length - 1];
  for (let point = points.length - 1; point > 0; path.push(point)) point = before[point]!;
  return path.reverse().map((point) => points[point]!);
}

/** ln(e^a + e^b), leaving out what is too small to matter. */
export function addLogs(a: number, b: number): number {
  const high = Math.max(a, b);
  const low = Math.min(a, b);
  return low < high - 30 || low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
