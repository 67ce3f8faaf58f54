import { LANGUAGES, perLanguage } from '../../model/language';
import { countWords } from '../../text/tokens';
import type { MarkPair } from '../../text/paired-marks';
import { closingMark, readQuotationMarks } from '../../text/quotation-marks';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { readOnce, readRowOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { findUnpaired } from './unpaired';

/** The quotation marks of a paragraph, read once. */
export const quotationMarksOf = readOnce(({ text }, language) => readQuotationMarks(text, language));

/** How many words speech has at least; what is shorter are names and single words, which languages mark differently. */
const SPEECH_WORDS = 8;

/** Speech may also be marked by a dash: "— Жок, — деди ал." */
const SPEECH_DASH = /(?:^|[:,!?…]\s)[–—-]\s/u;

/** Quotation marks without a counterpart, and what two versions quote while the third does not. */
export const quotation: ArticleCheck<'quotation'> = {
  id: 'quotation',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/punctuation',
  find: (rows) => [
    ...findUnpaired(rows, { read: quotationMarksOf, closing: closingMark }),
    ...rows.flatMap(notQuotedIn),
  ],
};

const speechOf = readOnce((paragraph, language): readonly FindingSpan[] =>
  quotationMarksOf(paragraph, language).pairs.flatMap(({ open, close }: MarkPair) =>
    countWords(paragraph.text.slice(open.end, close.start)) < SPEECH_WORDS
      ? []
      : [{ language, paragraphId: paragraph.id, start: open.start, end: close.end }],
  ),
);

const notQuotedIn = readRowOnce(notQuoted);

function notQuoted(row: CheckedRow): readonly ReportOf<'quotation'>[] {
  const speech = perLanguage((language) =>
    row.compared[language].flatMap((paragraph) => speechOf(paragraph, language)),
  );
  const quoting = LANGUAGES.filter((language) => speech[language].length > 0);
  const [language] = LANGUAGES.filter((one) => speech[one].length === 0);
  const [one = [], two = []] = quoting.map((other) => speech[other]);
  if (language === undefined || quoting.length !== 2 || one.length !== two.length) return [];
  const here = row.compared[language];
  const [first] = here;
  const marks = here.map((paragraph) => quotationMarksOf(paragraph, language));
  if (first === undefined || marks.some(({ pairs, lone }) => pairs.length + lone.length > 0)) return [];
  if (here.some(({ text }) => SPEECH_DASH.test(text))) return [];
  return [
    {
      message: 'missing',
      params: { language, others: quoting.join(' ') },
      severity: 'neutral',
      spans: [{ language, paragraphId: first.id, start: 0, end: first.text.length }, ...one, ...two],
    },
  ];
}
