import { LONGEST_AT_ONCE } from '../model/limits';
import type { Span } from '../text/sentences';
import { longestChain } from './match-tokens';
import type { Pair } from './shortest-edit';

/** A stretch of one text and the stretch of another that it is to be compared with; UTF-16 offsets. */
export interface PartPair {
  readonly before: Span;
  readonly after: Span;
}

/** Texts up to so long, both together, are compared as a whole; UTF-16 units. */
export const LONGEST_WHOLE = 2 * LONGEST_AT_ONCE;

/** A part is cut off once it is so long, in UTF-16 units, at the next word that stands in both texts. */
const LENGTH = 2000;

/**
 * Cuts two long texts into parts of which each can be compared with its partner alone: what is alike at the beginning
 * and at the end, and between those at words that are in both as often, stand in the same order and have the same
 * neighbours. Takes as long as looking at every word once. In order, and together they are both texts; texts that have
 * nothing in common are one part.
 */
export function pairParts(before: string, after: string): readonly PartPair[] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const ends = { before: before.length - tail, after: after.length - tail };
  const parts: PartPair[] = [];
  let from = { before: 0, after: 0 };
  const cut = (to: typeof from) => {
    if (to.before === from.before && to.after === from.after) return;
    parts.push({
      before: { start: from.before, end: to.before },
      after: { start: from.after, end: to.after },
    });
    from = to;
  };
  cut({ before: head, after: head });
  for (const to of sharedPlaces(before.slice(head, ends.before), after.slice(head, ends.after))) {
    const place = { before: head + to[0], after: head + to[1] };
    if (Math.max(place.before - from.before, place.after - from.after) >= LENGTH) cut(place);
  }
  cut(ends);
  cut({ before: before.length, after: after.length });
  return parts;
}

/** How far two texts are the same, in whole words. */
function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same === a.length && same === b.length ? same : a.lastIndexOf(' ', same - 1) + 1;
}

/** The same from the end, in what the head leaves. */
function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1;
  const at = a.indexOf(' ', a.length - same);
  return at === -1 ? 0 : a.length - at;
}

/** Where the same word begins in both texts, with the same one before and after it; rising in both. */
function sharedPlaces(before: string, after: string): readonly Pair[] {
  const numbers = new Map<string, number>();
  const [olds, news] = [wordsOf(before, numbers), wordsOf(after, numbers)];
  const [oldPlaces, newPlaces] = [placesByWord(olds, numbers.size), placesByWord(news, numbers.size)];
  const pairs: Pair[] = [];
  for (const [word, places] of oldPlaces.entries()) {
    const others = newPlaces[word];
    if (places.length !== others?.length) continue;
    for (const [nth, i] of places.entries()) {
      const j = others[nth] ?? 0;
      const alike = olds.words[i - 1] === news.words[j - 1] && olds.words[i + 1] === news.words[j + 1];
      if (alike) pairs.push([i, j]);
    }
  }
  pairs.sort(([a], [b]) => a - b);
  return longestChain(pairs).map(([i, j]) => [olds.starts[i] ?? 0, news.starts[j] ?? 0]);
}

interface PlacedWords {
  /** The words as numbers, and where each begins. */
  readonly words: readonly number[];
  readonly starts: readonly number[];
}

/** What stands between plain spaces: finer words are not needed here, and cost more. */
function wordsOf(text: string, numbers: Map<string, number>): PlacedWords {
  const words: number[] = [];
  const starts: number[] = [];
  for (let start = 0; start < text.length;) {
    const space = text.indexOf(' ', start);
    const end = space === -1 ? text.length : space;
    if (end > start) {
      const word = text.slice(start, end);
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      words.push(number);
      starts.push(start);
    }
    start = end + 1;
  }
  return { words, starts };
}

/** Where each word stands, by its number. */
function placesByWord({ words }: PlacedWords, count: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: count }, () => []);
  for (const [place, word] of words.entries()) places[word]?.push(place);
  return places;
}
