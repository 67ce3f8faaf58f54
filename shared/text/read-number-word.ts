import type { Language } from '../model/language';
import type { NumberWord } from './number-word';
import { readEnglishNumber } from './number-words-en';
import { readKyrgyzNumber } from './number-words-ky';
import { readRussianNumber } from './number-words-ru';

const READERS = { ru: readRussianNumber, ky: readKyrgyzNumber, en: readEnglishNumber };

/** Reads one word in lower case, ё as е and without soft hyphens; null when it is no number. */
export function readNumberWord(word: string, language: Language): NumberWord | null {
  return READERS[language](word);
}
