import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import { closingBracket, readBrackets } from '../../text/brackets';
import type { MarkPair } from '../../text/paired-marks';
import type { ArticleCheck } from '../engine/check';
import { readOnce, readRowOnce } from '../engine/read-once';
import type { ReportOf } from '../engine/finding';
import { quotationMarksOf } from './quotation';
import { findUnpaired } from './unpaired';

const bracketsOf = readOnce(({ text }) => readBrackets(text));

/** Brackets without a counterpart, and brackets that close before a quotation inside them does. */
export const bracket: ArticleCheck<'bracket'> = {
  id: 'bracket',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/punctuation',
  find: (rows) => [
    ...findUnpaired(rows, { read: bracketsOf, closing: closingBracket }),
    ...rows.flatMap(crossedIn),
  ],
};

const crossedIn = readRowOnce(({ all }): readonly ReportOf<'bracket'>[] =>
  LANGUAGES.flatMap((language) => all[language].flatMap((paragraph) => crossed(paragraph, language))),
);

/** "(«A)»": the first place of a paragraph where a bracket and a quotation are not one inside the other. */
function crossed(paragraph: Paragraph, language: Language): readonly ReportOf<'bracket'>[] {
  const brackets = bracketsOf(paragraph, language).pairs;
  if (brackets.length === 0) return [];
  const all = [...brackets, ...quotationMarksOf(paragraph, language).pairs];
  const marks = all
    .flatMap((pair) => [
      { at: pair.open.start, pair },
      { at: pair.close.start, pair },
    ])
    .sort((a, b) => a.at - b.at);
  const open: MarkPair[] = [];
  for (const { at, pair } of marks) {
    if (at === pair.open.start) {
      open.push(pair);
      continue;
    }
    const inner = open.pop();
    if (inner === undefined || inner === pair) continue;
    const place = { language, paragraphId: paragraph.id };
    const { start, end } = pair.close;
    const late = inner.close;
    const spans = [
      { ...place, start, end },
      { ...place, start: inner.open.start, end: inner.open.end },
    ];
    const swapped = { ...place, start, end: late.end, text: late.text + pair.close.text };
    return [
      {
        message: 'crossed',
        params: { open: inner.open.text, close: pair.close.text },
        spans,
        fixes: late.start === end ? [swapped] : [],
      },
    ];
  }
  return [];
}
