import type { Language } from '../../model/language';
import { nameKey } from '../../text/name-key';
import { nameStems } from '../../text/name-stems';
import { remember } from '../../text/remember';
import type { PlacedName } from './name-facts';

/** Shorter names are taken for too much else, in letters. */
export const SHORTEST = 3;

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

const ruKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'ru'));
const kyKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'ky'));
const enKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'en'));

function keysOfStems(word: string, language: Language): readonly string[] {
  return [...new Set(nameStems(word.toLowerCase().replaceAll('ё', 'е'), language).map(nameKey))];
}

/** What a name may be written as in any version, without its endings: its `nameKey`s. */
export function keysOf({ text, language }: PlacedName): readonly string[] {
  return { ru: ruKeys, ky: kyKeys, en: enKeys }[language](text).filter(({ length }) => length >= SHORTEST);
}

/** Whether two names are one as newsrooms of the region spell it, whatever their endings. */
export function isSameKey(a: PlacedName, b: PlacedName): boolean {
  const keys = keysOf(a);
  return keysOf(b).some((key) => keys.includes(key));
}

/** What romanisations of one surname do not differ in. */
export function consonantsOf(key: string): string {
  return key.replaceAll(/[aeiou]/g, '');
}

/** Whether two keys differ by one letter in place of another. */
export function isReplaced(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).filter((letter, n) => letter !== b[n]).length === 1;
}
