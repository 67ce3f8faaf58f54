import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import { remember } from '../../text/remember';
import type { Span } from '../../text/sentences';
import falseFriends from './false-friends.txt?raw';
import { isAt, readPattern, readWords, type ReadWord, type WordPattern } from './word-patterns';

/** What a word of one language is taken for in another, where it looks or is put together alike. */
export interface FalseFriend {
  readonly source: Language;
  readonly sourceWords: readonly WordPattern[];
  /** What is meant, in the language of the wrong words. */
  readonly right: string;
  /** Words beside which it is right. */
  readonly excuses: readonly WordPattern[];
}

/** Words that may be a wrong rendering, where they stand. */
export interface Suspected extends Span {
  readonly friend: FalseFriend;
}

interface Wrong {
  readonly words: WordPattern;
  readonly friend: FalseFriend;
}

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

const byFirst = readList(falseFriends);

const lookUp = perLanguage((language) =>
  remember(MOST_WORDS, (word): readonly Wrong[] => {
    const found = [...(byFirst[language].get(word) ?? [])];
    for (let length = word.length; length > 0; length -= 1)
      found.push(...(byFirst[language].get(`${word.slice(0, length)}*`) ?? []));
    return found;
  }),
);

/** The words of a text that may be wrong for what another version says. */
export function suspectedIn(text: string, language: Language): readonly Suspected[] {
  const words = readWords(text);
  return words.flatMap(({ text: first, start }, at) =>
    lookUp[language](first).flatMap(({ words: wrong, friend }) => {
      const end = words[at + wrong.length - 1]?.end;
      return end !== undefined && isAt(words, at, wrong, language) ? [{ start, end, friend }] : [];
    }),
  );
}

/** Where the first of these phrases stands in a text; null for none. */
export function placeOf(
  words: readonly ReadWord[],
  patterns: readonly WordPattern[],
  language: Language,
): Span | null {
  for (let at = 0; at < words.length; at += 1)
    for (const pattern of patterns) {
      const [first, last] = [words[at], words[at + pattern.length - 1]];
      if (first && last && isAt(words, at, pattern, language)) return { start: first.start, end: last.end };
    }
  return null;
}

/** See the head of false-friends.txt. */
function readList(text: string) {
  const wrongs = perLanguage(() => new Map<string, Wrong[]>());
  let [source, target]: (Language | undefined)[] = [];
  const languageOf = (code: string | undefined) => LANGUAGES.find((language) => language === code);
  const patternsOf = (cell: string | undefined) =>
    (cell ?? '').split(',').flatMap((form) => {
      const pattern = readPattern(form.trim());
      return pattern.length === 0 ? [] : [pattern];
    });
  for (const line of text.split('\n')) {
    if (line.startsWith('= ')) [source, target] = line.slice(2).split(' > ').map(languageOf);
    else if (line.includes('|') && !line.startsWith('#') && source && target) {
      const [from, wrong, right, excuses] = line.split('|');
      const friend: FalseFriend = {
        source,
        sourceWords: patternsOf(from),
        right: (right ?? '').trim(),
        excuses: patternsOf(excuses),
      };
      for (const words of patternsOf(wrong)) {
        const [first] = words;
        if (!first) continue;
        const key = first.text + (first.open ? '*' : '');
        wrongs[target].set(key, [...(wrongs[target].get(key) ?? []), { words, friend }]);
      }
    }
  }
  return wrongs;
}
