import { sliceMarks } from '../../../shared/model/mark';
import type { Language } from '../../../shared/model/language';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';

/** A place in a text: a paragraph and a UTF-16 offset in what is shown of it. */
export interface TextPlace {
  readonly paragraphId: string;
  readonly offset: number;
}

/**
 * What stands in one version from one place to a later one, a text for each paragraph: that version's only, whatever the
 * rows hold beside it. Empty where a place is in none of the rows.
 *
 * @param rows those that are shown, in their order
 * @param shownText the text the offsets are of
 */
export function textsBetween(
  rows: readonly Row[],
  language: Language,
  from: TextPlace,
  to: TextPlace,
  shownText: (paragraph: Paragraph) => RichText,
): readonly RichText[] {
  const all = rows.flatMap(({ cells }) => cells[language].paragraphs);
  const first = all.findIndex(({ id }) => id === from.paragraphId);
  const last = all.findIndex(({ id }) => id === to.paragraphId);
  if (first === -1 || last === -1) return [];
  return all.slice(first, last + 1).flatMap((paragraph) => {
    const { text, marks } = shownText(paragraph);
    const start = paragraph.id === from.paragraphId ? from.offset : 0;
    const end = paragraph.id === to.paragraphId ? Math.min(to.offset, text.length) : text.length;
    return start < end ? [{ text: text.slice(start, end), marks: sliceMarks(marks, start, end) }] : [];
  });
}
