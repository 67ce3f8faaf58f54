import { WIDEST } from './shapes';
import type { Segment } from './segments';

/** For each position of one version a range of positions of another, both ends included. */
export interface Ranges {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** What is measured for a segment beside a group of segments of another version. */
export const MEASURES = 3;
/** Weight of the tokens found again, of 1 for all. */
export const COVERED = 0;
/** How much the tokens found again tell, as natural log odds. */
export const TOLD = 1;
/** Numbers and labels found again. */
export const STRICT = 2;

/** Measures of each segment beside the groups of 1 to 3 of another version that start within its range. */
export interface Coverage extends Ranges {
  /** Where those of each segment start. */
  readonly start: Int32Array;
  readonly values: Float32Array;
}

/** How much of each segment of x is found again in groups of 1 to 3 segments of y. */
export function cover(
  x: readonly Segment[],
  y: readonly Segment[],
  strengths: readonly number[],
  { low, high }: Ranges,
): Coverage {
  const places = placesOf(y, strengths.length);
  const tells = Float32Array.from(
    strengths,
    (strength, feature) => Math.log((y.length + 2) / (places[feature]!.length + 1)) * strength,
  );
  const start = new Int32Array(x.length + 1);
  x.forEach((_, i) => {
    start[i + 1] = start[i]! + Math.max(0, high[i]! - low[i]! + 1) * WIDEST * MEASURES;
  });
  const values = new Float32Array(start[x.length]!);
  x.forEach(({ tokens }, i) => {
    const width = high[i]! - low[i]! + WIDEST;
    const strength = new Float32Array(width);
    const telling = new Float32Array(width);
    const all = tokens.reduce((sum, token) => sum + token.weight, 0) || 1;
    for (const token of tokens) {
      strength.fill(0);
      telling.fill(0);
      let found = false;
      for (const feature of token.features) {
        const list = places[feature] ?? [];
        for (let n = firstFrom(list, low[i]!); n < list.length; n += 1) {
          const at = list[n]! - low[i]!;
          if (at >= width) break;
          found = true;
          strength[at] = Math.max(strength[at]!, strengths[feature]!);
          telling[at] = Math.max(telling[at]!, tells[feature]!);
        }
      }
      if (!found) continue;
      const weight = token.weight / all;
      for (let n = 0, to = start[i]!; n <= high[i]! - low[i]!; n += 1) {
        let best = 0;
        let told = 0;
        for (let size = 0; size < WIDEST; size += 1, to += MEASURES) {
          best = Math.max(best, strength[n + size]!);
          told = Math.max(told, telling[n + size]!);
          if (best === 0) continue;
          values[to + COVERED]! += weight * best;
          values[to + TOLD]! += told;
          if (token.strict) values[to + STRICT]! += 1;
        }
      }
    }
  });
  return { low, high, start, values };
}

/** In which segments each feature occurs, ascending. */
export function placesOf(
  segments: readonly Pick<Segment, 'features'>[],
  size: number,
): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: size }, () => []);
  segments.forEach(({ features }, place) => features.forEach((feature) => places[feature]?.push(place)));
  return places;
}

/** The first index of a value not below `least` in an ascending list. */
function firstFrom(list: readonly number[], least: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
