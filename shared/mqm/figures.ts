import { formatNumber } from '../interface/format-number';
import type { InterfaceLanguage } from '../interface/languages';

const TENTHS = { maximumFractionDigits: 1 };

/** Penalty points as people read them, to a tenth. */
export function formatPoints(points: number, language: InterfaceLanguage): string {
  return formatNumber(points, language, TENTHS);
}

/** A score as people read it, to a tenth and never rounded up: what fails by a hair must not read as the pass mark. */
export function formatScore(score: number | null, language: InterfaceLanguage): string {
  return score === null ? '—' : formatNumber(Math.floor(score * 10) / 10, language, TENTHS);
}
