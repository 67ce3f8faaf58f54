import { diffArrays } from 'diff';
import type { Token } from '../text/tokens';

/** A token of one text and the same token in the other. */
export type Match = readonly [Token, Token];

/**
 * Beyond this many inserted and deleted words the exact search gives way to anchors: its time grows with the
 * square of the edits (600 take about 50 ms).
 */
const MOST_EDITS = 600;

/**
 * Pairs up equal tokens of two texts, in order and as many as possible (Myers, "An O(ND) Difference Algorithm",
 * 1986). Texts that differ too much for that are first cut at words that stand once in each (as in Bram Cohen's
 * patience diff), and stretches that still differ too much stay without pairs.
 */
export function matchTokens(before: readonly Token[], after: readonly Token[]): readonly Match[] {
  const exact = matchExactly(before, after);
  if (exact) return exact;
  const anchors = findAnchors(before, after);
  if (anchors.length === 0) return [];
  const matches: Match[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const [i, j] of [...anchors, [before.length, after.length] as const]) {
    matches.push(...(matchExactly(before.slice(from[0], i), after.slice(from[1], j)) ?? []));
    const [a, b] = [before[i], after[j]];
    if (a && b) matches.push([a, b]);
    from = [i + 1, j + 1];
  }
  return matches;
}

/** The longest pairing, or null when it lies beyond `MOST_EDITS`. */
function matchExactly(before: readonly Token[], after: readonly Token[]): readonly Match[] | null {
  // A word the other text does not have pairs with nothing: without these, texts with little in common are quick.
  const a = withCounterpart(before, after);
  const b = withCounterpart(after, before);
  const parts = diffArrays(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return null;
  const matches: Match[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      a.slice(i, i + count).forEach((token, k) => {
        const twin = b[j + k];
        if (twin) matches.push([token, twin]);
      });
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return matches;
}

function withCounterpart(tokens: readonly Token[], others: readonly Token[]): readonly Token[] {
  const known = new Set(others.map(({ text }) => text));
  return tokens.filter(({ text }) => known.has(text));
}

/** Index pairs of tokens that occur once in each text: the longest chain that rises in both. */
function findAnchors(
  before: readonly Token[],
  after: readonly Token[],
): readonly (readonly [number, number])[] {
  const places = uniquePlaces(after);
  const pairs = [...uniquePlaces(before)].flatMap(([text, i]) => {
    const j = places.get(text);
    return j === undefined ? [] : [[i, j] as const];
  });
  return longestRise(pairs);
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

interface Link {
  readonly pair: readonly [number, number];
  readonly previous: Link | undefined;
}

/** Of pairs in order of their first number, the longest chain whose second numbers rise too (patience sorting). */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const piles: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    for (let high = piles.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair[1] ?? Infinity) < pair[1]) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, previous: piles[low - 1] };
  }
  const chain: (readonly [number, number])[] = [];
  for (let link = piles.at(-1); link; link = link.previous) chain.push(link.pair);
  return chain.reverse();
}
