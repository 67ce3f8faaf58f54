import { LANGUAGES, type Language } from '../../model/language';
import type { CheckedRow, RowCheck } from '../engine/check';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { expectedLength, lengthOff, type Measured } from './lengths';
import { sentencesMissing } from './omission';
import { foreignTextIn } from './untranslated';

/**
 * How many standard deviations a text has to differ from each of the two others, in the same direction, to be reported. In
 * rows of human translations with no other findings (984 texts), 98 of 100 lay between -1.6 and 1.4 of what the two
 * others suggest, and one in 200 below -2. Some of these leave something out, others abbreviate.
 */
const FAR = 2.1;

/** And how many UTF-16 units. */
const LEAST = 25;

/** A text much shorter or longer than both others suggest, where no sentence explains it. */
export const length: RowCheck<'length'> = {
  id: 'length',
  scope: 'row',
  severity: 'minor',
  category: 'accuracy/undertranslation',
  find: (row) => {
    const texts = LANGUAGES.map((language) => measure(row, language));
    if (texts.some((text) => text.length === 0)) return [];
    const reports = texts.flatMap((text) => {
      const others = texts.filter(({ language }) => language !== text.language);
      const off = others.map((other) => lengthOff(text, [other]));
      const short = off.every((each) => each < -FAR);
      if (!short && !off.every((each) => each > FAR)) return [];
      const expected = expectedLength(text.language, others);
      if (Math.abs(text.length - expected) < LEAST) return [];
      return [describe(row, text, expected)];
    });
    // The readers of sentences are asked last: they take far longer.
    if (reports.length === 0 || sentencesMissing(row).length > 0 || foreignTextIn(row).length > 0) return [];
    return reports;
  },
};

function measure(row: CheckedRow, language: Language): Measured {
  return { language, length: row.compared[language].reduce((sum, { text }) => sum + text.length, 0) };
}

function describe(
  row: CheckedRow,
  { language, length: own }: Measured,
  expected: number,
): ReportOf<'length'> {
  const others = LANGUAGES.filter((other) => other !== language);
  return {
    message: own < expected ? 'short' : 'long',
    ...(own < expected && { loss: 'part' as const }),
    params: { language, percent: Math.round(100 * Math.abs(own / expected - 1)) },
    spans: [language, ...others].flatMap((each) =>
      row.compared[each].map(({ id, text }): FindingSpan => ({
        language: each,
        paragraphId: id,
        start: 0,
        end: text.length,
      })),
    ),
  };
}
