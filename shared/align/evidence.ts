import type { FeatureKind } from './features';
import { WEIGHTS } from './weights';

/** One paragraph, or neighbouring ones taken together, as the aligner sees it. */
export interface Unit {
  /** In UTF-16 units. */
  readonly length: number;
  /** Numbers of its features, ascending, each once. */
  readonly features: Int32Array;
}

/** Neighbouring units taken together. */
export function joinUnits(units: readonly Unit[]): Unit {
  return units.reduce((joined, unit) => ({
    length: joined.length + unit.length,
    features: uniteSorted(joined.features, unit.features),
  }));
}

function uniteSorted(x: Int32Array, y: Int32Array): Int32Array {
  const union = new Int32Array(x.length + y.length);
  let size = 0;
  for (let i = 0, j = 0; i < x.length || j < y.length; size += 1) {
    const a = x[i] ?? Infinity;
    const b = y[j] ?? Infinity;
    union[size] = Math.min(a, b);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return union.subarray(0, size);
}

/** The widest a row may be in one language. */
export const WIDEST = 3;

/** For each position of one version the range of positions of another that the search may set beside it. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** How much speaks for 1..3 units from `x` and 1..3 units from `y` saying the same, for all pairs in a band. */
export interface Evidence {
  readonly low: Int32Array;
  readonly start: Int32Array;
  readonly scores: Float32Array;
}

export interface Pair {
  readonly x: readonly Unit[];
  readonly y: readonly Unit[];
  /** ln of the usual length of y over that of x. */
  readonly ratio: number;
}

export function weighPair({ x, y, ratio }: Pair, kinds: readonly FeatureKind[], band: Band): Evidence {
  const weights = weighFeatures(x, y, kinds);
  const xs = groupsOf(x, weights);
  const ys = groupsOf(y, weights);
  const start = new Int32Array(x.length + 1);
  for (let i = 0; i < x.length; i += 1) {
    start[i + 1] = (start[i] ?? 0) + Math.max(0, (band.high[i] ?? 0) - (band.low[i] ?? 0) + 1) * WIDEST * WIDEST;
  }
  const scores = new Float32Array(start[x.length] ?? 0);
  for (let i = 0; i < x.length; i += 1) {
    let at = start[i] ?? 0;
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? -1); j += 1) {
      for (let a = 0; a < WIDEST; a += 1) {
        for (let b = 0; b < WIDEST; b += 1, at += 1) {
          const gx = xs[i * WIDEST + a];
          const gy = ys[j * WIDEST + b];
          if (!gx || !gy) continue;
          scores[at] =
            WEIGHTS.lengthTrust * lengthEvidence(gx.length, gy.length, ratio) +
            WEIGHTS.featureTrust * Math.max(WEIGHTS.featureFloor, sharedWeight(gx.features, gy.features, weights.hit) - gx.miss - gy.miss);
        }
      }
    }
  }
  return { low: band.low, start, scores };
}

interface Group {
  readonly length: number;
  readonly features: Int32Array;
  /** What the group costs when none of its features is found on the other side. */
  readonly miss: number;
}

/** The groups of 1..3 units from each position, at 3 * position + size - 1; null where the version ends before. */
function groupsOf(units: readonly Unit[], { hit, miss }: FeatureWeights): readonly (Group | null)[] {
  const groups: (Group | null)[] = [];
  const telling = units.map(({ length, features }) => ({ length, features: features.filter((id) => hit[id] !== 0) }));
  telling.forEach((unit, i) => {
    let group: Unit | undefined = unit;
    for (let size = 1; size <= WIDEST; size += 1) {
      groups.push(group ? { ...group, miss: sumOf(group.features, miss) } : null);
      const next: Unit | undefined = telling[i + size];
      group = group && next && joinUnits([group, next]);
    }
  });
  return groups;
}

export function sumOf(features: Int32Array, weights: Float32Array): number {
  let sum = 0;
  for (const id of features) sum += weights[id] ?? 0;
  return sum;
}

export interface FeatureWeights {
  readonly hit: Float32Array;
  readonly miss: Float32Array;
}

/**
 * Log odds of a feature found on both sides (`hit`, with the two misses given back) and on one side only (`miss`).
 * A feature of probability p in true pairs and q in random ones says ln(p/q) when shared and ln((1-p)/(1-q)) when not.
 * Features that only one version has, or nearly every paragraph, say nothing.
 */
export function weighFeatures(x: readonly Unit[], y: readonly Unit[], kinds: readonly FeatureKind[]): FeatureWeights {
  const inX = countFeatures(x, kinds.length);
  const inY = countFeatures(y, kinds.length);
  const hit = new Float32Array(kinds.length);
  const miss = new Float32Array(kinds.length);
  kinds.forEach((kind, id) => {
    const nx = inX[id] ?? 0;
    const ny = inY[id] ?? 0;
    const p = WEIGHTS.hit[kind as 'word'];
    const q = (nx + ny) / (x.length + y.length + 1);
    if (!p || nx === 0 || ny === 0 || q > 0.7 * p) return;
    const lost = ((WEIGHTS.missTrust as Record<string, number>)[kind] ?? 1) * (Math.log((1 - q) / (1 - p)) * Math.pow(Math.min(nx, ny) / Math.max(nx, ny), WEIGHTS.evenness));
    miss[id] = lost;
    hit[id] = Math.log(p / q) + 2 * lost;
  });
  return { hit, miss };
}

function countFeatures(units: readonly Unit[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const unit of units) for (const id of unit.features) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function sharedWeight(x: Int32Array, y: Int32Array, hit: Float32Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const a = x[i] ?? 0;
    const b = y[j] ?? 0;
    if (a === b) sum += hit[a] ?? 0;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return sum;
}

/** Log odds of two lengths in a true pair against a random pair (after Gale & Church 1993, on a log scale). */
export function lengthEvidence(x: number, y: number, ratio: number): number {
  const off = (Math.log((y + 1) / (x + 1)) - ratio) ** 2;
  const spread = 0.013 + 4 / (x + y + 1);
  return Math.max(WEIGHTS.lengthFloor, -0.5 * Math.log(spread) - off / (2 * spread) + off / 2);
}
