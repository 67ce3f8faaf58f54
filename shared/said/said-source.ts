import type { Paragraph } from '../model/paragraph';
import type { PerLanguage } from '../model/language';
import type { Row } from '../model/row';
import type { Stretch } from './read-sought';

/** A paragraph that is looked through. */
export type SaidParagraph = Pick<Paragraph, 'id' | 'text' | 'marks'>;

/** What has to be known of a row to look for words in it and tell what the other versions say. */
export interface SaidRow {
  readonly rowId: string;
  /** The number of the row as people count, from 1. */
  readonly number: number;
  readonly texts: PerLanguage<readonly SaidParagraph[]>;
}

/** The rows of an article as they are looked through. An index of many articles would give those alone that may hold the words. */
export function saidRows(rows: readonly Row[]): readonly SaidRow[] {
  return rows.map(({ id, cells }, index) => ({
    rowId: id,
    number: index + 1,
    texts: { ru: cells.ru.paragraphs, ky: cells.ky.paragraphs, en: cells.en.paragraphs },
  }));
}

/** The numbers of footnotes in a paragraph, in order: UTF-16 offsets. */
export function notesIn({ marks }: Pick<SaidParagraph, 'marks'>): readonly Stretch[] {
  return marks.flatMap(({ type, start, end }) => (type === 'footnoteReference' ? [{ start, end }] : []));
}

/** The text of a paragraph as its words are read: without the numbers of footnotes, at the same offsets. */
export function spokenText({ text, marks }: SaidParagraph): string {
  return withSpaces(text, notesIn({ marks }));
}

/** A text in which spaces stand for what is no part of its words; offsets stay as they are. */
export function withSpaces(text: string, gone: readonly Stretch[]): string {
  return gone.reduce(
    (plain, { start, end }) => plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end),
    text,
  );
}
