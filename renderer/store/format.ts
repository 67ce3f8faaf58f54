import type { TFunction } from 'i18next';
import type { Language } from '../../shared/model/language';

/** Kyrgyz writes numbers as Russian does; Electron's own data may know no Kyrgyz. */
const NUMBERS = {
  ru: new Intl.NumberFormat('ru'),
  ky: new Intl.NumberFormat('ru'),
  en: new Intl.NumberFormat('en'),
};

export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/**
 * A moment as people write it: "24 июля 2024 г., 14:02", "2024-ж. 24-июль, 14:02", "24 July 2024, 14:02".
 * Kyrgyz is put together here from the locale's month names.
 *
 * @param time ms since 1970
 */
export function formatTime(time: number, language: Language, t: TFunction): string {
  const date = new Date(time);
  if (language !== 'ky') {
    const locale = language === 'en' ? 'en-GB' : 'ru';
    return date.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  }
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const month = t(`month.${date.getMonth() + 1}`);
  return `${date.getFullYear()}-ж. ${date.getDate()}-${month}, ${clock}`;
}
