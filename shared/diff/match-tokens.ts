import { longestRise } from '../model/longest-rise';
import type { Token } from '../text/tokens';
import { pairEqual, type Pair } from './shortest-edit';

/** A token of one text and the same token in the other. */
export type Match = readonly [Token, Token];

export interface Matching {
  readonly matches: readonly Match[];
  /** Whether there is no longer pairing; false when the texts differ too much to look for it. */
  readonly exact: boolean;
}

/** Beyond this many inserted and deleted words the exact search gives way to anchors. */
const MOST_EDITS = 1500;

/**
 * Pairs up equal tokens of two texts, in order and as many as possible. Texts that differ too much for that are
 * first cut at words that stand once in each (as in Bram Cohen's patience diff), and stretches that still differ
 * too much stay without pairs.
 */
export function matchTokens(before: readonly Token[], after: readonly Token[]): Matching {
  const exact = matchExactly(before, after);
  if (exact) return { matches: exact, exact: true };
  const anchors = findAnchors(before, after);
  if (anchors.length === 0) return { matches: [], exact: false };
  const matches: Match[] = [];
  let from: Pair = [0, 0];
  for (const [i, j] of [...anchors, [before.length, after.length] as const]) {
    matches.push(...(matchExactly(before.slice(from[0], i), after.slice(from[1], j)) ?? []));
    const [a, b] = [before[i], after[j]];
    if (a && b) matches.push([a, b]);
    from = [i + 1, j + 1];
  }
  return { matches, exact: false };
}

/** The longest pairing, or null when it lies beyond `MOST_EDITS`. */
function matchExactly(before: readonly Token[], after: readonly Token[]): readonly Match[] | null {
  const numbers = new Map<string, number>();
  const afterNumbers = after.map(({ text }) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  });
  const beforeNumbers = before.map(({ text }) => numbers.get(text) ?? -1);
  // A word the other text does not have pairs with nothing: without these, texts with little in common are quick.
  const common = new Uint8Array(numbers.size);
  for (const number of beforeNumbers) if (number >= 0) common[number] = 1;
  const placesOf = (list: readonly number[]) => {
    const places = new Int32Array(list.length);
    let count = 0;
    list.forEach((number, place) => {
      if (common[number] === 1) places[count++] = place;
    });
    return places.subarray(0, count);
  };
  const [a, b] = [placesOf(beforeNumbers), placesOf(afterNumbers)];
  const pairs = pairEqual(
    a.map((place) => beforeNumbers[place]!),
    b.map((place) => afterNumbers[place]!),
    MOST_EDITS,
  );
  return pairs && pairs.map(([i, j]) => [before[a[i]!]!, after[b[j]!]!]);
}

/** Index pairs of tokens that occur once in each text: the longest chain that rises in both. */
function findAnchors(before: readonly Token[], after: readonly Token[]): readonly Pair[] {
  const places = uniquePlaces(after);
  const pairs = [...uniquePlaces(before)].flatMap(([text, i]) => {
    const j = places.get(text);
    return j === undefined ? [] : [[i, j] as const];
  });
  return longestChain(pairs);
}

function uniquePlaces(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  tokens.forEach(({ text }, i) => {
    if (places.has(text)) repeated.add(text);
    else places.set(text, i);
  });
  for (const text of repeated) places.delete(text);
  return places;
}

/** Of pairs in order of their first number, the longest chain whose second numbers rise too. */
export function longestChain(pairs: readonly Pair[]): readonly Pair[] {
  return longestRise(pairs.map(([, second]) => second)).map((i) => pairs[i]!);
}
