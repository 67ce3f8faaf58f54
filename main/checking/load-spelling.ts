import { createRequire } from 'node:module';
import path from 'node:path';
import type { Hunspell } from 'hunspell-wasm';
import type { Spelling } from '../../shared/checks/engine/check';
import type { Language } from '../../shared/model/language';
import { meantWords } from '../../shared/text/one-edit';
import { readOwnSlowly } from '../system/own-file';
import { kyrgyzWords } from './kyrgyz-words';

const require = createRequire(import.meta.url);

/** Where the two files of each dictionary are; Kyrgyz has none that may be shipped. */
const DICTIONARIES = {
  ru: () => require.resolve('dictionary-ru'),
  en: () => require.resolve('dictionary-en'),
};

const ALPHABETS = { ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюя', en: 'abcdefghijklmnopqrstuvwxyz' };

let loading: Promise<Spelling> | undefined;

/** The dictionaries, read when they are first asked for: that takes as long as everything else a command does. */
export function loadSpelling(): Promise<Spelling> {
  loading ??= readDictionaries();
  return loading;
}

async function readDictionaries(): Promise<Spelling> {
  const ru = await readDictionary('ru');
  const en = await readDictionary('en');
  const ky = kyrgyzWords((word) => ru.testSpelling(word));
  const test: Readonly<Record<Language, (word: string) => boolean>> = {
    ru: (word) => ru.testSpelling(word),
    ky: ky.isKnown,
    en: (word) => en.testSpelling(word),
  };
  const isKnown = remembered(test);
  return {
    isKnown,
    suggest: remembered({
      ru: (word) => meant(word, 'ru', test.ru),
      ky: ky.meant,
      en: (word) => meant(word, 'en', test.en),
    }),
  };
}

async function readDictionary(language: 'ru' | 'en'): Promise<Hunspell> {
  const { createHunspellFromStrings } = await import('hunspell-wasm');
  const folder = path.dirname(DICTIONARIES[language]());
  const [affixes, words] = await Promise.all(
    ['index.aff', 'index.dic'].map(async (name) =>
      (await readOwnSlowly(path.join(folder, name))).toString('utf8'),
    ),
  );
  return createHunspellFromStrings(affixes ?? '', words ?? '');
}

/** Hunspell's own suggestions take up to a second a word, because they look for more than single slips. */
function meant(word: string, language: 'ru' | 'en', isKnown: (word: string) => boolean): readonly string[] {
  return [...new Set(meantWords(word, ALPHABETS[language]))].filter(
    (other) => other !== word && isKnown(other),
  );
}

/** The words of a long book. */
const MOST_WORDS = 200_000;

function remembered<T>(
  find: Readonly<Record<Language, (word: string) => T>>,
): (word: string, language: Language) => T {
  const known = { ru: new Map<string, T>(), ky: new Map<string, T>(), en: new Map<string, T>() };
  return (word, language) => {
    const words = known[language];
    const before = words.get(word);
    if (before !== undefined) return before;
    if (words.size >= MOST_WORDS) words.clear();
    const found = find[language](word);
    words.set(word, found);
    return found;
  };
}
