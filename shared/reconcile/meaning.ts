import { LONGEST_AT_ONCE } from '../model/limits';
import { matchTokens } from '../diff/match-tokens';
import type { Language } from '../model/language';
import { tokenise, type Token } from '../text/tokens';
import { isSameWord } from './same-word';

/** Latin letters that look like Cyrillic ones, by those. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', k: 'к' },
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
};

/** Letters of other alphabets that stand for ө: Cyrillic fita, Latin barred o. */
const FALSE_O: Readonly<Record<string, string>> = { ѳ: 'ө', ɵ: 'ө', Ѳ: 'Ө', Ɵ: 'Ө' };

/** Signs that say as much as a word. A minus is one before a number only. */
const TELLING = /^[%‰$€£₽₸°+=<>?]$/u;

/** What stands before a capital that says nothing: a sentence starts, or a quotation. */
const OPENS = /(?:^|[.!?…:"«“„—–-])\s*$/u;

const ARTICLES = new Set(['a', 'an', 'the']);

/** A longer text is not compared, in UTF-16 units. */
const LONGEST_COMPARED = 2 * LONGEST_AT_ONCE;

/**
 * Whether an edit changes what a text says, so that the other languages have to be looked at again. A stale mark
 * too many costs a glance, one too few an error in print: whatever is not known to be harmless counts as meaning.
 *
 * Harmless are
 * - spacing, punctuation, quotation marks, dashes, hyphens (кто то → кто-то), and how a number is grouped;
 * - capitals, unless they make or unmake an acronym (US → us), ё for е, Latin letters or ѳ in Cyrillic words;
 * - English articles, and a word that stood twice;
 * - one word in place of another that is the same but for its spelling or grammar, as `isSameWord` tells.
 *
 * Meaning are any other word that comes, goes or changes place; any change of a number, of %, $ and the like, of
 * a minus; of a negation; a statement made a question; and any change of a text too long to be compared. Articles
 * apart, no list of empty words is kept: "же" and "also" count.
 */
export function changesMeaning(before: string, after: string, language: Language): boolean {
  if (before === after) return false;
  // Nobody would see what a comparison of so much rests on, and it takes longer than a person waits.
  if (Math.max(before.length, after.length) > LONGEST_COMPARED) return true;
  // Where all is capitals, capitals tell nothing.
  const cased = [before, after].every((text) => /\p{Ll}/u.test(text));
  const [olds, news] = [wordsOf(before, language, cased), wordsOf(after, language, cased)];
  let [i, j] = [0, 0];
  const ends = [{ start: olds.length }, { start: news.length }] as const;
  for (const [a, b] of [...matchTokens(olds, news).matches, ends]) {
    if (!saysSame(olds.slice(i, a.start), news.slice(j, b.start), language)) return true;
    [i, j] = [a.start + 1, b.start + 1];
  }
  return false;
}

/** A word, its `start` its position among the words, from 0. */
interface Word extends Token {
  /** Whether its capital is that of a name and not of a sentence. */
  readonly isName: boolean;
}

/** The words of a text without what is harmless. */
function wordsOf(given: string, language: Language, cased: boolean): readonly Word[] {
  const words: Word[] = [];
  const text = given.normalize('NFC').replaceAll(/[\u00AD\u200B\u2060]/gu, '');
  const tokens = tokenise(text);
  for (const [i, token] of tokens.entries()) {
    const key = keyOf(token, tokens[i - 1], tokens[i + 1], language, cased);
    const isRepeated = token.kind === 'word' && words.at(-1)?.text === key;
    if (key === null || isRepeated) continue;
    const opens = OPENS.test(text.slice(0, token.start).slice(-4));
    const isName = cased && !opens && /^\p{Lu}/u.test(token.text);
    words.push({ ...token, text: key, start: words.length, isName });
  }
  return words;
}

function keyOf(
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
  language: Language,
  cased: boolean,
): string | null {
  if (token.kind === 'number') return plainNumber(token.text, language);
  if (token.kind !== 'word') {
    const isMinus = /^[-\u2212]$/u.test(token.text) && next?.kind === 'number';
    if (isMinus && (!previous || previous.kind === 'space' || previous.text === '(')) return '-';
    return TELLING.test(token.text) ? token.text : null;
  }
  const word = language === 'en' ? token.text : plainLetters(token.text);
  const bare = word.replaceAll(/[-\u2010\u2011]/gu, '').replaceAll('’', "'");
  if (cased && /^\p{Lu}{2,6}$/u.test(bare)) return bare;
  const plain = bare.toLowerCase().replaceAll('ё', 'е');
  return language === 'en' && ARTICLES.has(plain) ? null : plain;
}

/** Mends letters of other alphabets in a word that has Cyrillic ones too, or is a single such letter. */
function plainLetters(word: string): string {
  const mended = word.replaceAll(/[ѳɵѲƟ]/gu, (letter) => FALSE_O[letter] ?? letter);
  if (!/\p{Script=Cyrillic}/u.test(mended) && mended.length > 1) return mended;
  return mended.replaceAll(/[a-z]/giu, (letter) => LOOKALIKES[letter] ?? letter);
}

/** "1 234,5" → "1234.5"; in English "1,234.5" → "1234.5". */
function plainNumber(text: string, language: Language): string {
  const digits = text.replaceAll(/\s/gu, '');
  return language === 'en'
    ? digits.replaceAll(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '')
    : digits.replace(/^(\p{Nd}+),(\p{Nd}{1,2}|\p{Nd}{4,})$/u, '$1.$2');
}

function saysSame(olds: readonly Word[], news: readonly Word[], language: Language): boolean {
  if (olds.length === 0 && news.length === 0) return true;
  const [was, is] = [olds, news].map((words) => words.map(({ text }) => text).join(''));
  // Written apart or together; numbers are not, and capitals are those of acronyms.
  if (was === is && !/\p{N}/u.test(was ?? '')) return true;
  if (olds.length !== news.length) return false;
  return olds.every((old, i) => {
    const now = news[i];
    return now !== undefined && isSameWord(old.text, now.text, language, old.isName || now.isName);
  });
}
