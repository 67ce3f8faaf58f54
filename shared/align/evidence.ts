import { COVERED, cover, MEASURES, STRICT, TOLD, type Coverage, type Ranges } from './coverage';
import type { Segment } from './segments';
import { SHAPES, WIDEST } from './shapes';
import type { PairTraits } from './weights';

/** Two versions to be compared. */
export interface Pair {
  readonly x: readonly Segment[];
  readonly y: readonly Segment[];
  readonly strengths: readonly number[];
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

/** Describes the group of `a` segments from `i` of one version beside `b` from `j` of the other. */
export type DescribePair = (i: number, a: number, j: number, b: number) => PairTraits;

/** No row takes more sentences of two languages together. */
const MOST_OF_TWO = Math.max(...SHAPES.map(([a, b]) => a + b));

/**
 * How much more a list item or heading counts than a paragraph of running text where it opens inside a row, or
 * beside the middle of a paragraph. Set by hand: it keeps
 * the items of a list apart even where versions number them differently.
 */
const APART = 3;

/** Compares all groups of 1 to 3 segments of two versions that lie within a band. */
export function gatherEvidence(pair: Pair, band: Ranges, weights: Readonly<PairTraits>): Evidence {
  const { x, y } = pair;
  const { low, high } = band;
  const describe = describePairs(pair, band);
  const start = new Int32Array(x.length + 1);
  for (let i = 0; i < x.length; i += 1) {
    start[i + 1] = start[i]! + Math.max(0, high[i]! - low[i]! + 1) * WIDEST * WIDEST;
  }
  const scores = new Float32Array(start[x.length]!);
  for (let i = 0; i < x.length; i += 1) {
    let at = start[i]!;
    for (let j = low[i]!; j <= high[i]!; j += 1) {
      for (let a = 1; a <= WIDEST; a += 1) {
        for (let b = 1; b <= WIDEST; b += 1, at += 1) {
          if (a + b <= MOST_OF_TWO && i + a <= x.length && j + b <= y.length)
            scores[at] = weigh(describe(i, a, j, b), weights);
        }
      }
    }
  }
  return { low, start, scores };
}

function weigh(traits: PairTraits, weights: Readonly<PairTraits>): number {
  let sum = 0;
  for (const trait in weights) sum += traits[trait as keyof PairTraits] * weights[trait as keyof PairTraits];
  return sum;
}

/** @param band the ranges of positions of y that stand beside those of x */
export function describePairs({ x, y, strengths, ratio }: Pair, band: Ranges): DescribePair {
  const coverX = cover(x, y, strengths, widenBack(band, y.length));
  const coverY = cover(y, x, strengths, widenBack(turn(band, x.length, y.length), x.length));
  const strictX = x.map(countStrict);
  const strictY = y.map(countStrict);
  const openX = shareOpening(x);
  const openY = shareOpening(y);
  const traits: PairTraits = {
    covered: 0,
    weakest: 0,
    told: 0,
    length: 0,
    numberFound: 0,
    numberMissed: 0,
    endsAlike: 0,
    opensTogether: 0,
    opensAlone: 0,
    opensInside: 0,
  };
  // One side: its segments from `i` beside the other's from `j`.
  let covered = 0;
  let weakest = 1;
  let told = 0;
  let found = 0;
  let missed = 0;
  const addSide = (
    coverage: Coverage,
    strict: readonly number[],
    i: number,
    a: number,
    j: number,
    b: number,
  ): void => {
    let sum = 0;
    for (let m = i; m < i + a; m += 1) {
      const inside = j >= coverage.low[m]! && j <= coverage.high[m]!;
      const at = coverage.start[m]! + ((j - coverage.low[m]!) * WIDEST + b - 1) * MEASURES;
      const share = inside ? coverage.values[at + COVERED]! : 0;
      sum += share;
      weakest = Math.min(weakest, share);
      if (!inside) continue;
      told += coverage.values[at + TOLD]!;
      found += coverage.values[at + STRICT]!;
      missed += strict[m]! - coverage.values[at + STRICT]!;
    }
    covered += sum / a;
  };
  return (i, a, j, b) => {
    covered = told = found = missed = 0;
    weakest = 1;
    addSide(coverX, strictX, i, a, j, b);
    addSide(coverY, strictY, j, b, i, a);
    traits.covered = covered;
    traits.weakest = weakest;
    traits.told = Math.log1p(told);
    traits.numberFound = Math.min(2, found / 2);
    traits.numberMissed = Math.min(3, missed);
    let lengthX = 0;
    let lengthY = 0;
    let inside = 0;
    for (let m = i; m < i + a; m += 1) {
      lengthX += x[m]!.text.length;
      if (m > i && x[m]!.opens) inside += 1 - openX + (x[m]!.apart ? APART : 0);
    }
    for (let n = j; n < j + b; n += 1) {
      lengthY += y[n]!.text.length;
      if (n > j && y[n]!.opens) inside += 1 - openY + (y[n]!.apart ? APART : 0);
    }
    traits.length = compareLengths(lengthX, lengthY, ratio);
    traits.endsAlike = compareEnds(x[i + a - 1]!.end, y[j + b - 1]!.end);
    traits.opensInside = inside;
    traits.opensTogether = traits.opensAlone = 0;
    compareOpenings(i, j);
    compareOpenings(i + a, j + b);
    return traits;
  };

  function compareOpenings(i: number, j: number): void {
    const [inX, inY] = [x[i]?.opens ?? true, y[j]?.opens ?? true];
    if (inX && inY) traits.opensTogether -= (Math.log(openX) + Math.log(openY)) / 4;
    else if (inX) traits.opensAlone += 1 - openY + (x[i]?.apart ? APART : 0);
    else if (inY) traits.opensAlone += 1 - openX + (y[j]?.apart ? APART : 0);
  }
}

/** How large a part of the segments begin a paragraph. */
function shareOpening(segments: readonly Segment[]): number {
  return (segments.filter((segment) => segment.opens).length + 1) / (segments.length + 1);
}

function countStrict({ tokens }: Segment): number {
  return tokens.filter((token) => token.strict).length;
}

function compareEnds(x: string, y: string): number {
  if (x !== y) return -1;
  return x === '.' ? 0.2 : 1;
}

/** A band that also holds, for each position, what its two predecessors need: groups reach that far. */
function widenBack({ low, high }: Ranges, size: number): Ranges {
  const around = (values: Int32Array, pick: (...values: number[]) => number): Int32Array =>
    values.map((value, i) => pick(value, values[i - 1] ?? value, values[i - 2] ?? value));
  return {
    low: around(low, Math.min),
    high: around(high, Math.max).map((value) => Math.min(value, size - 1)),
  };
}

/** The same band seen from the other version. */
function turn({ low, high }: Ranges, sizeX: number, sizeY: number): Ranges {
  const turned = { low: new Int32Array(sizeY).fill(sizeX), high: new Int32Array(sizeY).fill(-1) };
  for (let i = 0; i < sizeX; i += 1) {
    for (let j = low[i]!; j <= Math.min(high[i]!, sizeY - 1); j += 1) {
      turned.low[j] = Math.min(turned.low[j]!, i);
      turned.high[j] = Math.max(turned.high[j]!, i);
    }
  }
  return turned;
}

/**
 * Log odds of two lengths in a true pair against a random one: after Gale & Church (1993), with the ratio on a
 * log scale. Its variance (0.013, and more for short texts) was measured on human translations; that of random
 * pairs is taken as 1.
 */
function compareLengths(x: number, y: number, ratio: number): number {
  const off = (Math.log(y + 1) - Math.log(x + 1) - ratio) ** 2;
  const variance = 0.013 + 4 / (x + y + 1);
  return Math.max(-6, (off - Math.log(variance) - off / variance) / 2);
}
