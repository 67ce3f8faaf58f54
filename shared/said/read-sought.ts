import { isSmallWord } from '../diff/small-words';
import { LONGEST_SOUGHT } from './longest-sought';
import type { Language } from '../model/language';
import { tokenise, type Token } from '../text/tokens';
import { formsOf, shareForm, type Forms } from './word-forms';

/** Words that are looked for, as their forms in order. */
export interface Sought {
  readonly language: Language;
  readonly words: readonly Forms[];
}

/** Nobody looks for more words at once; of a longer text the first ones count. */
const MOST_SOUGHT = 12;

/** So many other words may stand between two that are looked for: "репутационные, как считают, потери". */
const MOST_BETWEEN = 2;

/** A word or number of a text: UTF-16 offsets, and what it may be a form of. */
export interface SaidWord {
  readonly start: number;
  readonly end: number;
  readonly forms: Forms;
  readonly isSmall: boolean;
}

/** What is looked for when these words are; null where there is none among them. */
export function readSought(text: string, language: Language): Sought | null {
  const words = wordsOf(text.normalize('NFC').slice(0, LONGEST_SOUGHT), language);
  const telling = words.filter(({ isSmall }) => !isSmall);
  const sought = (telling.length > 0 ? telling : words).slice(0, MOST_SOUGHT).map(({ forms }) => forms);
  return sought.length > 0 ? { language, words: sought } : null;
}

/** The words and numbers of a text, in order. */
export function wordsOf(text: string, language: Language): readonly SaidWord[] {
  return tokenise(text)
    .filter(isSpoken)
    .map(({ text: word, start, end }) => ({
      start,
      end,
      forms: formsOf(word.replace(STRESS, ''), language),
      isSmall: isSmallWord(word),
    }));
}

function isSpoken({ kind }: Token): boolean {
  return kind === 'word' || kind === 'number';
}

/** Stress marks are no letters: "за́мок" is a form of "замок". */
const STRESS = /[\u0300\u0301]/g;

/** A stretch of a text, UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the sought words, or their forms, stand one after another, with few others between; without overlaps.
 *
 * @param words of the text, as `wordsOf` gives them
 * @param between so many words at most, small ones not counted
 */
export function findTogether(
  words: readonly SaidWord[],
  { words: sought }: Sought,
  between = MOST_BETWEEN,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const last = lastOf(words, at, sought, between);
    const [first, end] = [words[at], last === null ? undefined : words[last]];
    if (!first || !end || last === null) continue;
    found.push({ start: first.start, end: end.end });
    at = last;
  }
  return found;
}

/** The position of the last sought word where the first stands at `at`; null where they do not all follow. */
function lastOf(
  words: readonly SaidWord[],
  at: number,
  sought: readonly Forms[],
  between: number,
): number | null {
  let here = at;
  for (const [n, forms] of sought.entries()) {
    const from = n === 0 ? at : here + 1;
    // Small words between count for nothing: "losses of reputation".
    let others = 0;
    let next = from;
    for (;;) {
      const word = words[next];
      if (!word) return null;
      if (shareForm(word.forms, forms)) break;
      if (n === 0) return null;
      if (!word.isSmall) others += 1;
      if (others > between) return null;
      next += 1;
    }
    here = next;
  }
  return here;
}

/** Where each of the sought words stands, in whatever order; empty unless all do. */
export function findApart(words: readonly SaidWord[], { words: sought }: Sought): readonly Stretch[] {
  if (sought.length < 2) return [];
  const isThere = sought.every((forms) => words.some((word) => shareForm(word.forms, forms)));
  if (!isThere) return [];
  return words
    .filter((word) => sought.some((forms) => shareForm(word.forms, forms)))
    .map(({ start, end }) => ({ start, end }));
}
