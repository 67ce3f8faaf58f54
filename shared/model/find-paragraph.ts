import { LANGUAGES, type Language } from './language';
import type { Paragraph } from './paragraph';
import type { Row } from './row';

/** Where a paragraph stands: row position and place in its cell, both from 0. */
export interface ParagraphPlace {
  readonly row: Row;
  readonly rowIndex: number;
  readonly language: Language;
  readonly index: number;
  readonly paragraph: Paragraph;
}

/**
 * Finds a paragraph by id; null when the rows have none such. Relies on rows being replaced and never changed, as every
 * command leaves them: what is known of rows is kept, and after a change only those that were replaced are looked into.
 */
export function findParagraph(rows: readonly Row[], paragraphId: string): ParagraphPlace | null {
  const row = indexOf(rows).get(paragraphId);
  if (!row) return null;
  for (const language of LANGUAGES) {
    const { paragraphs } = row.cells[language];
    const index = paragraphs.findIndex(({ id }) => id === paragraphId);
    const paragraph = paragraphs[index];
    if (paragraph) return { row, rowIndex: rows.indexOf(row), language, index, paragraph };
  }
  return null;
}

/** Rows that were looked into, and which of them holds each paragraph, by its id. */
interface Index {
  rows: readonly Row[];
  readonly rowOf: Map<string, Row>;
}

/** As many articles are looked into in turn when two copies of one are merged. */
const MOST_KNOWN = 4;

/** The last ones first. */
const known: Index[] = [];

function indexOf(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const at = known.findIndex((index) => index.rows === rows || isOfOneArticle(index.rows, rows));
  const [index = { rows: [], rowOf: new Map<string, Row>() }] = at === -1 ? [] : known.splice(at, 1);
  known.unshift(index);
  known.splice(MOST_KNOWN);
  if (index.rows !== rows) bringTo(index, rows);
  return index.rowOf;
}

/** Whether one is what became of the other: a change rarely touches the beginning and the end. */
function isOfOneArticle(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length > 0 && (before[0] === after[0] || before.at(-1) === after.at(-1));
}

/** Has an index tell of other rows, going through those only that differ. */
function bringTo(index: Index, rows: readonly Row[]): void {
  const { rows: before, rowOf } = index;
  const shorter = Math.min(before.length, rows.length);
  let start = 0;
  while (start < shorter && before[start] === rows[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === rows[rows.length - 1 - tail])
    tail += 1;
  const gone = new Set(before.slice(start, before.length - tail));
  const fresh = rows.slice(start, rows.length - tail).filter((row) => !gone.delete(row));
  for (const row of gone) for (const id of idsIn(row)) rowOf.delete(id);
  for (const row of fresh) for (const id of idsIn(row)) rowOf.set(id, row);
  index.rows = rows;
}

function idsIn({ cells }: Row): readonly string[] {
  return LANGUAGES.flatMap((language) => cells[language].paragraphs.map(({ id }) => id));
}
