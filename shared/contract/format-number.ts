import { LANGUAGES, type Language } from '../model/language';

/** Kyrgyz writes numbers as Russian does; Electron's own data may know no Kyrgyz. */
const NUMBERS = {
  ru: new Intl.NumberFormat('ru'),
  ky: new Intl.NumberFormat('ru'),
  en: new Intl.NumberFormat('en'),
};

/** A number as people write it: 30 039 in Russian and Kyrgyz, 30,039 in English. */
export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** The part of i18next's formatter that is needed here. */
interface Formatter {
  add(name: string, format: (value: number, language?: string) => string): void;
}

/** Has i18next write what sentences ask for as `{{count, number}}`, which it would leave to what the system knows. */
export function teachNumbers(formatter: Formatter | undefined): void {
  formatter?.add('number', (value, language) =>
    formatNumber(value, LANGUAGES.find((known) => known === language) ?? 'en'),
  );
}
