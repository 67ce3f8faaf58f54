import type { FeatureKind } from './features';
import { WIDEST } from './shapes';
import type { Band } from './tube';
import { joinUnits, type Unit } from './units';
import { FEATURE_FLOOR, FEATURE_TRUST, FOUND_AGAIN, LENGTH_FLOOR, LENGTH_TRUST, WORD_MISS } from './weights';

/** Two versions to be compared. */
export interface Pair {
  readonly x: readonly Unit[];
  readonly y: readonly Unit[];
  /** ln of the usual length of y over that of x. */
  readonly ratio: number;
}

/** How much speaks for 1 to 3 units of one version and 1 to 3 of another saying the same, within a band. */
export interface Evidence {
  readonly low: Int32Array;
  /** Where the scores of each position of x start: nine for each position of y, by size in x, then in y. */
  readonly start: Int32Array;
  readonly scores: Float32Array;
}

/** A unit ready to be compared. */
export interface Weighed extends Unit {
  readonly logLength: number;
  /** What it says against a pair when none of its features is on the other side. */
  readonly miss: number;
}

/** What each feature says, as log odds: `hit` when both sides have it, `miss` (to be taken off) for each side. */
interface FeatureWeights {
  readonly hit: Float32Array;
  readonly miss: Float32Array;
}

/** Compares all groups of 1 to 3 units of two versions that lie within a band. */
export function gatherEvidence(
  { x, y, ratio }: Pair,
  kinds: readonly FeatureKind[],
  { low, high }: Band,
): Evidence {
  const weights = weighFeatures(x, y, kinds);
  const groupsX = groupsOf(x, weights);
  const groupsY = groupsOf(y, weights);
  const start = new Int32Array(x.length + 1);
  for (let i = 0; i < x.length; i += 1) {
    start[i + 1] = (start[i] ?? 0) + Math.max(0, (high[i] ?? 0) - (low[i] ?? 0) + 1) * WIDEST * WIDEST;
  }
  const scores = new Float32Array(start[x.length] ?? 0);
  for (let i = 0; i < x.length; i += 1) {
    let at = start[i] ?? 0;
    for (let j = low[i] ?? 0; j <= (high[i] ?? -1); j += 1) {
      for (let a = 0; a < WIDEST; a += 1) {
        for (let b = 0; b < WIDEST; b += 1, at += 1) {
          const inX = groupsX[i * WIDEST + a];
          const inY = groupsY[j * WIDEST + b];
          if (inX && inY) scores[at] = compare(inX, inY, sharedWeight(inX, inY, weights.hit), ratio);
        }
      }
    }
  }
  return { low, start, scores };
}

/**
 * Log odds that two units say the same.
 *
 * @param shared summed `hit` of the features both have
 * @param ratio ln of the usual length of y over that of x
 */
export function compare(x: Weighed, y: Weighed, shared: number, ratio: number): number {
  const features = Math.max(FEATURE_FLOOR, shared - x.miss - y.miss);
  return FEATURE_TRUST * features + LENGTH_TRUST * compareLengths(x, y, ratio);
}

/**
 * A feature found in true pairs with probability p and in random ones with q says ln(p/q) when both sides have it
 * and ln((1-p)/(1-q)) when one lacks it; `hit` gives back the `miss` of both sides. Features only one version
 * has, or far more often than the other, are not missed; those of nearly every paragraph say nothing.
 */
export function weighFeatures(
  x: readonly Unit[],
  y: readonly Unit[],
  kinds: readonly FeatureKind[],
): FeatureWeights {
  const countsX = countFeatures(x, kinds.length);
  const countsY = countFeatures(y, kinds.length);
  const hit = new Float32Array(kinds.length);
  const miss = new Float32Array(kinds.length);
  kinds.forEach((kind, feature) => {
    const inX = countsX[feature] ?? 0;
    const inY = countsY[feature] ?? 0;
    const p = FOUND_AGAIN[kind];
    const q = (inX + inY) / (x.length + y.length + 1);
    if (inX === 0 || inY === 0 || q > 0.7 * p) return;
    const evenness = Math.min(inX, inY) / Math.max(inX, inY);
    const missed = Math.log((1 - q) / (1 - p)) * evenness * (isWord(kind) ? WORD_MISS : 1);
    miss[feature] = missed;
    hit[feature] = Math.log(p / q) + 2 * missed;
  });
  return { hit, miss };
}

const isWord = (kind: FeatureKind): boolean => kind === 'sound' || kind === 'stem';

/** Leaves out the features that say nothing and sums up what the others say when missed. */
export function weighUnit({ length, features }: Unit, { hit, miss }: FeatureWeights): Weighed {
  const telling = features.filter((feature) => hit[feature] !== 0);
  let missed = 0;
  for (const feature of telling) missed += miss[feature] ?? 0;
  return { length, logLength: Math.log(length + 1), features: telling, miss: missed };
}

/** The groups from each position, at 3 * position + size - 1; null where the version ends before. */
function groupsOf(units: readonly Unit[], weights: FeatureWeights): readonly (Weighed | null)[] {
  const telling = units.map((unit) => weighUnit(unit, weights));
  return telling.flatMap((_, i) =>
    Array.from({ length: WIDEST }, (_, more) =>
      i + more < telling.length ? weighUnit(joinUnits(telling.slice(i, i + more + 1)), weights) : null,
    ),
  );
}

function countFeatures(units: readonly Unit[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const { features } of units)
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  return counts;
}

function sharedWeight({ features: x }: Unit, { features: y }: Unit, hit: Float32Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const a = x[i] ?? 0;
    const b = y[j] ?? 0;
    if (a === b) sum += hit[a] ?? 0;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return sum;
}

/**
 * Log odds of two lengths in a true pair against a random one: after Gale & Church (1993), with the ratio on a
 * log scale. Its variance (0.013, and more for short texts) was measured on human translations; that of random
 * pairs is taken as 1.
 */
function compareLengths(x: Weighed, y: Weighed, ratio: number): number {
  const off = (y.logLength - x.logLength - ratio) ** 2;
  const variance = 0.013 + 4 / (x.length + y.length + 1);
  return Math.max(LENGTH_FLOOR, (off - Math.log(variance) - off / variance) / 2);
}
