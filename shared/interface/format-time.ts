/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/**
 * A moment as people write it: "24 июля 2024 г. в 14:02", "2024-ж. 24-июль, 14:02", "24 July 2024 at 14:02". The
 * locale says how, and not the system: Electron's own data may not know the language.
 *
 * @param time ms since 1970
 */
export function formatTime(time: number, t: Translate): string {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const month = t(`month.${date.getMonth() + 1}`, {});
  return t('month.moment', { day: date.getDate(), month, year: date.getFullYear(), clock });
}
