import type { Language } from '../../model/language';
import type { Span } from '../../text/sentences';

/** A word of a text in small letters, with е for ё, and where it stands. */
export interface ReadWord extends Span {
  readonly text: string;
}

/** The words of a phrase of a list; of those that are `open` the beginning. */
export type WordPattern = readonly { readonly text: string; readonly open: boolean }[];

const WORD = /\p{L}[\p{L}\p{M}’']*/gu;

/** The words of a text in order. */
export function readWords(text: string): readonly ReadWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replaceAll('ё', 'е'),
    start: index,
    end: index + word.length,
  }));
}

/** "верховн* суд*" of a list; a hyphen parts words too. */
export function readPattern(form: string): WordPattern {
  return form
    .replaceAll('ё', 'е')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word.replace('*', '').toLowerCase(), open: word.endsWith('*') }));
}

/** Whether a phrase begins with the word at a position; it ends with the last of its words. */
export function isAt(
  words: readonly ReadWord[],
  at: number,
  pattern: WordPattern,
  language: Language,
): boolean {
  return pattern.every((word, n) => fits(words[at + n]?.text, word, language));
}

function fits(word: string | undefined, { text, open }: WordPattern[number], language: Language): boolean {
  if (word === undefined || !open) return word === text || (word !== undefined && bareOf(word) === text);
  return word.startsWith(text) || (language === 'ky' && harden(word.slice(0, text.length)) === text);
}

/** An English word in small letters without its possessive: "brother" of "brother's". */
export function bareOf(word: string): string {
  return word.replace(/['’]s?$/u, '');
}

/** The Kyrgyz stem as dictionaries give it, whose last letter a vowel behind it softens: түштүк, түштүгү. */
export function harden(stem: string): string {
  return stem.replace(/г$/u, 'к').replace(/б$/u, 'п');
}
