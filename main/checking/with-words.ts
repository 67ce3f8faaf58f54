import { stemOf, stemsOf } from '../../shared/align/stems';
import type { Spelling } from '../../shared/checks/engine/check';
import { perLanguage } from '../../shared/model/language';

/**
 * Dictionaries to which people added words, each with its forms: who adds "айылдаш" means "айылдаштардын" too.
 *
 * @param words in small letters, of any of the languages
 */
export function withWords(dictionaries: Spelling, words: readonly string[]): Spelling {
  if (words.length === 0) return dictionaries;
  const added = perLanguage((language) => new Set(words.map((word) => stemOf(word, language))));
  return {
    isKnown: (word, language) =>
      stemsOf(word, language).some((stem) => added[language].has(stem)) ||
      dictionaries.isKnown(word, language),
    suggest: dictionaries.suggest,
  };
}
