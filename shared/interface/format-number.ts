import { aboutLanguage, type InterfaceLanguage } from './languages';

/** How many places after the point; all of up to three by default. */
type Places = Pick<Intl.NumberFormatOptions, 'minimumFractionDigits' | 'maximumFractionDigits'>;

const made = new Map<string, Intl.NumberFormat>();

/** A number as people write it: 30 039,5 in Russian and Kyrgyz, 30,039.5 in English. */
export function formatNumber(value: number, language: InterfaceLanguage, places: Places = {}): string {
  const { numbersAs } = aboutLanguage(language);
  const key = JSON.stringify([numbersAs, places]);
  // Making one takes far longer than using it.
  const format = made.get(key) ?? new Intl.NumberFormat(numbersAs, places);
  made.set(key, format);
  return format.format(value);
}
