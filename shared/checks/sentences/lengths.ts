import { LENGTHS } from '../../align/weights';
import type { Language, PerLanguage } from '../../model/language';

/** A text by its version and number of UTF-16 units. */
export interface Measured {
  readonly language: Language;
  readonly length: number;
}

/** ln of the usual length beside the Russian text. */
const USUAL: PerLanguage<number> = { ru: LENGTHS[0], ky: LENGTHS[1], en: LENGTHS[2] };

/** How far ln lengths of translations of a text of this length lie from the usual ratio: measured for the aligner. */
function deviation(length: number): number {
  return Math.sqrt(0.013 + 4 / (length + 1));
}

/** The expected length of a version's text, in UTF-16 units, given the lengths of others that say the same. */
export function expectedLength(language: Language, others: readonly Measured[]): number {
  const mean = others.reduce((sum, other) => sum + usual(other), 0) / Math.max(1, others.length);
  return Math.exp(mean + USUAL[language]);
}

/** How many standard deviations a text is longer than the others suggest; below 0 where it is shorter. */
export function lengthOff(text: Measured, others: readonly Measured[]): number {
  const expected = expectedLength(text.language, others);
  return Math.log((text.length + 1) / (expected + 1)) / deviation((text.length + expected) / 2);
}

function usual({ language, length }: Measured): number {
  return Math.log(Math.max(1, length)) - USUAL[language];
}
