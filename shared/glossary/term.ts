import { perLanguage, type PerLanguage } from '../model/language';

/** One thing and the words for it in each language, the preferred one first; at least two languages have some. */
export type Term = PerLanguage<readonly string[]>;

/** The terms of lines `ru | ky | en` with commas between equivalents. */
export function termsOf(lines: readonly string[]): readonly Term[] {
  return lines.map((line) => {
    const [ru = '', ky = '', en = ''] = line.split('|');
    const fields = { ru, ky, en };
    return perLanguage((language) => wordsIn(fields[language]));
  });
}

/** Terms as lines `ru | ky | en`; what would break such a line apart is left out. */
export function linesOf(terms: readonly Term[]): readonly string[] {
  return terms.map(({ ru, ky, en }) => [ru, ky, en].map((words) => words.map(plain).join(', ')).join(' | '));
}

/** Equivalents between commas or semicolons, without empty ones. */
export function wordsIn(field: string): readonly string[] {
  return field
    .split(/[,;]/)
    .map(plain)
    .filter((word) => word !== '');
}

function plain(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[|,;\p{Cc}\s]+/gu, ' ')
    .trim();
}
