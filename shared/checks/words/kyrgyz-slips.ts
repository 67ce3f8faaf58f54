import type { Paragraph } from '../../model/paragraph';
import { slipBetween } from '../../text/one-edit';
import type { Spelling } from '../engine/check';
import { readOnce } from '../engine/read-once';

/** Longer ones are looked up nowhere, and a word of n letters is compared in n forms. */
const LONG_WORD = /(?<![\p{L}\p{M}\p{N}'’-])[а-яёөүң]{7,60}(?![\p{L}\p{M}\p{N}'’-])/gu;

/** Endings take up to so many letters: where words differ there, they are forms of one word. */
const ENDING = 5;

const longWords = readOnce(({ text }): readonly string[] => text.match(LONG_WORD) ?? []);

/**
 * What these Kyrgyz words were meant to be. Without a dictionary only a word of the same article can tell: one that
 * stands there at least twice, is known, and differs in one letter well before its ending.
 */
export function kyrgyzSlips(
  paragraphs: readonly Paragraph[],
  unknown: ReadonlySet<string>,
  { isKnown }: Spelling,
): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const paragraph of paragraphs)
    for (const word of longWords(paragraph, 'ky')) times.set(word, (times.get(word) ?? 0) + 1);
  const near = neighboursOf([...times.keys(), ...unknown]);
  const found = new Map<string, string>();
  for (const word of unknown) {
    const likely = near(word).filter((other) => {
      if ((times.get(other) ?? 0) < 2 || unknown.has(other) || !isKnown(other, 'ky')) return false;
      const slip = slipBetween(word, other);
      return slip !== null && slip.at > 0 && slip.at < other.length - ENDING;
    });
    const [only] = likely;
    if (likely.length === 1 && only !== undefined) found.set(word, only);
  }
  return found;
}

/** Different words of a long book. */
const MOST_WORDS = 50_000;

const byRest = new Map<string, string[]>();
const neighbours = new Map<string, string[]>();

/** Tells which of these words are one slip apart. Each is compared once, however often the article is looked at. */
function neighboursOf(words: readonly string[]): (word: string) => readonly string[] {
  if (neighbours.size >= MOST_WORDS) {
    byRest.clear();
    neighbours.clear();
  }
  for (const word of words) if (!neighbours.has(word)) compare(word);
  return (word) => neighbours.get(word) ?? [];
}

/** Words one slip apart have a form in common once a letter is left out of one of them or of both. */
function compare(word: string): void {
  const near = new Set<string>();
  for (const rest of rests(word)) {
    const same = byRest.get(rest) ?? [];
    for (const other of same) if (slipBetween(word, other)) near.add(other);
    byRest.set(rest, [...same, word]);
  }
  neighbours.set(word, [...near]);
  for (const other of near) neighbours.get(other)?.push(word);
}

/** The word, and the word without each of its letters. */
function rests(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
