import type { Language } from '../../shared/model/language';

export { formatTime } from '../../shared/contract/format-time';

/** Kyrgyz writes numbers as Russian does; Electron's own data may know no Kyrgyz. */
const NUMBERS = {
  ru: new Intl.NumberFormat('ru'),
  ky: new Intl.NumberFormat('ru'),
  en: new Intl.NumberFormat('en'),
};

export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}
