import type { Language } from '../model/language';

/** A text to be put in place of a form of what was searched for. */
export interface Ended {
  readonly text: string;
  /** Whether its ending is certain to be right; where not, a person has to look. */
  readonly isSure: boolean;
}

/** What an ending goes by: in Kyrgyz the last vowel of the stem (harmony) and its last letter, in Russian whether that one is soft. */
const VOWELS = /[аеёиоуыэюяөү]/gi;

/** Letters after which Russian writes other vowels in endings. */
const CHOOSY = /[гкхжшщчцй]/i;

/**
 * The replacement with the ending that the form has which it takes the place of: «Жапаровдун» gives «Садыровдун» where «Жапаров»
 * becomes «Садыров», «в Москве» gives «в Астане». Several words take their endings one by one.
 *
 * @param query what was searched for, as it was typed
 * @param found the form of it that stands in the text
 */
export function keepEnding(query: string, found: string, replacement: string, language: Language): Ended {
  if (isSame(query, found)) return { text: replacement, isSure: true };
  const [asked, there, put] = [query, found, replacement].map((each) => each.trim().split(/\s+/u));
  if (!asked || !there || !put) return { text: replacement, isSure: false };
  if (asked.length !== there.length || put.length !== asked.length)
    return { text: replacement, isSure: false };
  const words = asked.map((word, at) => endWord(word, there[at] ?? '', put[at] ?? '', language));
  return { text: words.map(({ text }) => text).join(' '), isSure: words.every(({ isSure }) => isSure) };
}

function endWord(asked: string, there: string, put: string, language: Language): Ended {
  if (isSame(asked, there)) return { text: put, isSure: true };
  const stem = sharedStem(asked, there);
  const [lost, ending] = [asked.slice(stem.length), there.slice(stem.length)];
  const fits = put.toLowerCase().endsWith(lost.toLowerCase());
  // A stem that changes inside its word ("день", "дня") tells nothing of another word.
  if (stem.length < 2 || lost.length > 2 || !fits) return { text: put, isSure: false };
  const newStem = put.slice(0, put.length - lost.length);
  return { text: newStem + ending, isSure: takeSameEndings(stem, newStem, language) };
}

function sharedStem(a: string, b: string): string {
  let length = 0;
  while (length < a.length && isSame(a[length] ?? '', b[length] ?? '')) length += 1;
  return a.slice(0, length);
}

/** Whether two stems are written with the same endings. */
function takeSameEndings(before: string, after: string, language: Language): boolean {
  const [last, now] = [before, after].map((stem) => stem.slice(-1).toLowerCase());
  const sameLast = last === now;
  if (language === 'en') return sameLast || !/[sxzyeo]|[cs]h$/i.test(`${last}${now}`);
  if (language === 'ky') return sameLast && lastVowel(before) === lastVowel(after);
  return sameLast || !(CHOOSY.test(last ?? '') || CHOOSY.test(now ?? '') || isVowel(last) || isVowel(now));
}

function lastVowel(stem: string): string | undefined {
  return stem.toLowerCase().match(VOWELS)?.at(-1);
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && lastVowel(letter) !== undefined;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
