import type { Language } from '../model/language';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string) => string;

/**
 * A moment as people write it: "24 июля 2024 г., 14:02", "2024-ж. 24-июль, 14:02", "24 July 2024, 14:02".
 * Kyrgyz is put together here from the locale's month names, as Electron's own data may know no Kyrgyz.
 *
 * @param time ms since 1970
 */
export function formatTime(time: number, language: Language, t: Translate): string {
  const date = new Date(time);
  if (language !== 'ky') {
    const locale = language === 'en' ? 'en-GB' : 'ru';
    return date.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  }
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const month = t(`month.${date.getMonth() + 1}`);
  return `${date.getFullYear()}-ж. ${date.getDate()}-${month}, ${clock}`;
}
