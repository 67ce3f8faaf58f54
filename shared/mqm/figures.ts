import type { Language } from '../model/language';

const ONE_PLACE = { maximumFractionDigits: 1 };

/** Kyrgyz writes numbers as Russian does; Electron's own data may know no Kyrgyz. */
const NUMBERS = {
  ru: new Intl.NumberFormat('ru', ONE_PLACE),
  ky: new Intl.NumberFormat('ru', ONE_PLACE),
  en: new Intl.NumberFormat('en', ONE_PLACE),
};

/** Penalty points as people read them, to a tenth. */
export function formatPoints(points: number, language: Language): string {
  return NUMBERS[language].format(points);
}

/** A score as people read it, to a tenth and never rounded up: what fails by a hair must not read as the pass mark. */
export function formatScore(score: number | null, language: Language): string {
  return score === null ? '—' : NUMBERS[language].format(Math.floor(score * 10) / 10);
}
