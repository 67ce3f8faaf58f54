import type { Paragraph } from '../../model/paragraph';
import { readDates, type CalendarFact } from '../../text/dates';
import { readNumbers, type NumberFact } from '../../text/numbers';
import { readOnce } from '../engine/read-once';

/** The numbers, dates and times of a paragraph, read once for all checks. */
export const figuresOf = readOnce(
  (
    paragraph,
    language,
  ): { readonly numbers: readonly NumberFact[]; readonly dates: readonly CalendarFact[] } => {
    const { text } = paragraph;
    const skipped = skippedSpans(paragraph);
    const isSkipped = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
      skipped.some((span) => start >= span.start && end <= span.end);
    return {
      numbers: readNumbers(text, language).filter((fact) => !isSkipped(fact)),
      dates: readDates(text, language).filter((fact) => !isSkipped(fact)),
    };
  },
);

/** "1. ", "3) " typed at the start of an item. */
export const TYPED_LABEL = /^\(?(\d{1,3})[.)]\s/;

/** Marked footnote references and typed list numbers: other checks look after them. */
function skippedSpans({
  text,
  marks,
}: Paragraph): readonly { readonly start: number; readonly end: number }[] {
  const label = TYPED_LABEL.exec(text);
  const references = marks.filter(({ type }) => type === 'footnoteReference');
  return label ? [{ start: 0, end: label[0].length }, ...references] : references;
}

/** The key of a number, whatever was written: 2.5e6 for "2,5 млн". */
export function keyOfNumber(value: number): string {
  return `n${Number(value.toPrecision(12))}`;
}
