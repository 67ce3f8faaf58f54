import type { Flag, FlagSpan } from '../model/flag';
import { LANGUAGES, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { STATUSES, type Cell, type Row, type Status } from '../model/row';

/** Who changes something, and when (ms since 1970). */
export interface ChangeContext {
  readonly author: string;
  readonly time: number;
}

/** Row position by id, from 0; -1 when there is none. */
export function findRowIndex(project: Project, rowId: string): number {
  return project.rows.findIndex((row) => row.id === rowId);
}

/** The project with `remove` rows from `start` on replaced by others. */
export function withRows(project: Project, start: number, remove: number, insert: readonly Row[]): Project {
  return { ...project, rows: project.rows.toSpliced(start, remove, ...insert) };
}

/** The row with one cell replaced. */
export function withCell(row: Row, language: Language, cell: Cell): Row {
  return { ...row, cells: { ...row.cells, [language]: cell } };
}

/** The row with the paragraphs of one cell replaced. */
export function withParagraphs(row: Row, language: Language, paragraphs: readonly Paragraph[]): Row {
  return withCell(row, language, { ...row.cells[language], paragraphs });
}

/** Applies `change` to every span; flags none of whose spans change stay the same objects. */
export function withSpans(flags: readonly Flag[], change: (span: FlagSpan) => FlagSpan): readonly Flag[] {
  let anyChanged = false;
  const changed = flags.map((flag) => {
    const spans = flag.spans.map(change);
    if (spans.every((span, i) => span === flag.spans[i])) return flag;
    anyChanged = true;
    return { ...flag, spans };
  });
  return anyChanged ? changed : flags;
}

/**
 * Applies `change` to the rows with these ids; rows it returns unchanged stay the same objects, and so does the
 * project when none changes. Null when a row is not there.
 */
export function changeRows(
  project: Project,
  rowIds: ReadonlySet<string>,
  change: (row: Row) => Row,
): Project | null {
  const there = new Set(project.rows.map(({ id }) => id));
  if ([...rowIds].some((id) => !there.has(id))) return null;
  const rows = project.rows.map((row) => (rowIds.has(row.id) ? change(row) : row));
  return rows.every((row, i) => row === project.rows[i]) ? project : { ...project, rows };
}

/**
 * Applies `change` to every cell that holds one of these paragraphs, going through the project once however many there
 * are. Null when a paragraph is not there.
 */
export function changeCells(
  project: Project,
  paragraphIds: ReadonlySet<string>,
  change: (row: Row, language: Language) => Row,
): Project | null {
  let found = 0;
  const rows = project.rows.map((row) =>
    LANGUAGES.reduce((changed, language) => {
      const here = row.cells[language].paragraphs.filter(({ id }) => paragraphIds.has(id)).length;
      found += here;
      return here > 0 ? change(changed, language) : changed;
    }, row),
  );
  if (found < paragraphIds.size) return null;
  return rows.every((row, i) => row === project.rows[i]) ? project : { ...project, rows };
}

/** The status of text brought together: that of the part that has come least far; a draft when there is none. */
export function leastStatus(statuses: readonly Status[]): Status {
  return STATUSES.find((status) => statuses.includes(status)) ?? 'draft';
}

/** A row that holds nothing in any language. */
export function isEmptyRow(row: Row): boolean {
  return Object.values(row.cells).every((cell) => cell.paragraphs.length === 0);
}
