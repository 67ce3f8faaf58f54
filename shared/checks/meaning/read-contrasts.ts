import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import { negationsIn } from '../../text/negations';
import { remember } from '../../text/remember';
import type { Span } from '../../text/sentences';
import {
  bareOf,
  harden,
  isAt,
  readPattern,
  readWords,
  type ReadWord,
  type WordPattern,
} from './word-patterns';
import contrasts from './contrasts.txt?raw';

/** Words that say a value of a set: "север" of directions. */
export interface Said extends Span {
  readonly set: number;
  readonly value: number;
  /** False for words that may mean something else, or are denied: they only say that the value may be there. */
  readonly certain: boolean;
}

interface Pattern {
  readonly words: WordPattern;
  readonly set: number;
  readonly value: number;
  readonly kind: 'certain' | 'possible' | 'other';
}

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

/** No word of the lists is longer. */
const LONGEST = 24;

/** Denied, a word says the contrary, or nothing. */
const DENIES = /(?<!\p{L})(?:не|ни|not|no|n['’]t|without|без)\s+(?:\p{L}+\s+)?$/iu;
const DENIED = /^\s*(?:(?:\p{L}+\s+){0,2}(?:эмес|жок)|\p{L}+[бп][аеоө](?:ст[аеоө]н|й))(?!\p{L})/iu;

/** "Not doing". */
const CONVERB = /[бп][аеоө]й$/u;

/** Stems that are listed with the suffix of "not": "жетпе*". */
const DENYING = /[бп][аеоө]$/u;

const { traits, lookUp } = readLists(contrasts);

/** What is to be known of a set. */
export interface SetTraits {
  /** Its words change what is said by their loss: "якобы", "only". */
  readonly losable: boolean;
  /** Who says one of its words denies the others, so that two versions are enough to tell. */
  readonly excludes: boolean;
}

/** The traits of a set by its number. */
export function traitsOf(set: number): SetTraits {
  return traits[set] ?? { losable: false, excludes: false };
}

/** The values that a text says, in order of their places; a word may belong to several sets. */
export function valuesIn(text: string, language: Language): readonly Said[] {
  const words = readWords(text);
  const found: Said[] = [];
  // For each set, up to where its words are already read: "prime minister" is no minister.
  const read = new Map<number, number>();
  words.forEach(({ text: first, start }, at) => {
    for (const { words: wanted, set, value, kind } of lookUp[language](first)) {
      if ((read.get(set) ?? 0) > start) continue;
      if (!isAt(words, at, wanted, language)) continue;
      const end = words[at + wanted.length - 1]?.end ?? start;
      read.set(set, end);
      if (kind === 'other') continue;
      const isDenied =
        DENIES.test(text.slice(Math.max(0, start - 24), start)) ||
        DENIED.test(text.slice(end, end + 40)) ||
        deniesItself(words[at + wanted.length - 1], wanted.at(-1), language);
      found.push({ start, end, set, value, certain: kind === 'certain' && !isDenied });
    }
  });
  return found;
}

/** Whether the ending of a word that is listed by its beginning denies it: "мойнуна албай" for "мойнуна ал*". */
function deniesItself(
  word: ReadWord | undefined,
  listed: WordPattern[number] | undefined,
  language: Language,
): boolean {
  if (language !== 'ky' || !word || !listed?.open || DENYING.test(listed.text)) return false;
  return CONVERB.test(word.text) || negationsIn(word.text, language).some(({ certain }) => certain);
}

/** Lists of sets: see the head of contrasts.txt. */
function readLists(text: string) {
  const traits: SetTraits[] = [];
  const byFirst = perLanguage(() => new Map<string, Pattern[]>());
  let set = -1;
  let value = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('= ')) {
      set += 1;
      value = 0;
      traits.push({ losable: line.startsWith('= ~'), excludes: !line.startsWith('= ?') });
    } else if (line.includes('|')) {
      const cells = line.split('|');
      LANGUAGES.forEach((language, n) => {
        for (const form of (cells[n] ?? '').split(',')) {
          const pattern = patternOf(form.trim(), set, value);
          const first = pattern?.words[0];
          if (!pattern || !first) continue;
          const key = first.text + (first.open ? '*' : '');
          byFirst[language].set(key, [...(byFirst[language].get(key) ?? []), pattern]);
        }
      });
      value += 1;
    }
  }
  const lookUp = perLanguage((language) =>
    remember(MOST_WORDS, (word): readonly Pattern[] => {
      const found = [...(byFirst[language].get(word) ?? []), ...(byFirst[language].get(bareOf(word)) ?? [])];
      for (let length = Math.min(word.length, LONGEST); length > 0; length -= 1) {
        const beginning = word.slice(0, length);
        const stems = language === 'ky' ? new Set([beginning, harden(beginning)]) : [beginning];
        for (const stem of stems) found.push(...(byFirst[language].get(`${stem}*`) ?? []));
      }
      // The longest first; of those that are alike the one that only looks like a value.
      return [...new Set(found)].sort((a, b) => b.words.length - a.words.length || lengthOf(b) - lengthOf(a));
    }),
  );
  return { traits, lookUp };
}

function patternOf(form: string, set: number, value: number): Pattern | null {
  if (form === '') return null;
  const kind = form.startsWith('!') ? 'other' : form.startsWith('?') ? 'possible' : 'certain';
  return { words: readPattern(form.replace(/^[!?]/, '')), set, value, kind };
}

function lengthOf({ words: [first] }: Pattern): number {
  return (first?.text.length ?? 0) + (first?.open ? 0 : LONGEST);
}
