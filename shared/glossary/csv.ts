import { readSeparated } from '../text/separated-values';
import { LANGUAGES, perLanguage, type Language } from '../model/language';
import { wordsIn, type Term } from './term';

/** A cell a spreadsheet would take for a formula, by OWASP's list of first characters. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Terms as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Cyrillic, and a head `ru,ky,en`;
 * semicolons between equivalents.
 */
export function writeGlossaryCsv(terms: readonly Term[]): string {
  const lines = terms.map((term) => LANGUAGES.map((language) => cell(term[language].join('; '))));
  return '\ufeff' + [[...LANGUAGES], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/**
 * The terms of a CSV with a head that names the languages (`ru`, `ky`, `en`, in any order; other columns are left
 * out), or without one in the order ru, ky, en. Commas or semicolons stand between cells, as spreadsheets of different
 * countries write them. Rows with fewer than two languages are left out.
 */
export function readGlossaryCsv(text: string): readonly Term[] {
  const plain = text.replace(/^\ufeff/, '');
  const [first = ''] = plain.split(/\r?\n/, 1);
  const separator = first.includes(';') && !first.includes(',') ? ';' : ',';
  const rows = readSeparated(plain, separator);
  const named = rows[0]?.map((name) => languageOf(name)) ?? [];
  const hasHead = named.some((language) => language !== null);
  const columns = hasHead ? named : LANGUAGES;
  return rows.slice(hasHead ? 1 : 0).flatMap((cells) => {
    const term = perLanguage((language) => {
      const value = cells[columns.indexOf(language)] ?? '';
      return wordsIn(value.replace(/^'(?=[=+\-@])/, ''));
    });
    return LANGUAGES.filter((language) => term[language].length > 0).length < 2 ? [] : [term];
  });
}

function languageOf(name: string): Language | null {
  return LANGUAGES.find((language) => name.trim().toLowerCase().startsWith(language)) ?? null;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
