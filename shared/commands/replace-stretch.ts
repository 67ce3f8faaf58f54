import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import type { Flag } from '../model/flag';
import { LANGUAGES, perLanguage, perLanguageSchema, type Language } from '../model/language';
import { paragraphIdSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema, versionParagraphs, type Cell, type Row, type Status } from '../model/row';
import { findRowIndex, leastStatus, withRows, withSpans } from './change';

/** A row as an aligner proposes it: which paragraphs stand side by side. */
export const rowDraftSchema = z
  .object({
    id: rowIdSchema,
    cells: perLanguageSchema(z.array(paragraphIdSchema).readonly()),
    confidence: z.number().min(0).max(1),
  })
  .readonly();

export type RowDraft = z.infer<typeof rowDraftSchema>;

/** Rows to put others in place of. */
export const stretchSchema = z
  .object({
    /** The rows to replace: consecutive, in order. */
    rowIds: z.array(rowIdSchema).min(1).readonly(),
    rows: z.array(rowDraftSchema).readonly(),
  })
  .readonly();

export type Stretch = z.infer<typeof stretchSchema>;

/** The project with newly aligned rows in a stretch; null where it is confirmed or they do not hold the same. */
export function replaceStretch(project: Project, { rowIds, rows: drafts }: Stretch): Project | null {
  const start = findRowIndex(project, rowIds[0] ?? '');
  const old = project.rows.slice(start, start + rowIds.length);
  const open = start !== -1 && rowIds.every((id, i) => old[i]?.id === id && !old[i].confirmed);
  if (!open || !LANGUAGES.every((language) => holdSame(old, drafts, language))) return null;
  const statuses = new Map<string, Status>();
  const paragraphs = new Map<string, Paragraph>();
  for (const { cells } of old) {
    for (const { paragraphs: held, status } of Object.values(cells)) {
      for (const paragraph of held) {
        if (paragraphs.has(paragraph.id)) return null;
        paragraphs.set(paragraph.id, paragraph);
        statuses.set(paragraph.id, status);
      }
    }
  }
  const kept = new Map(old.map((row) => [row.id, row]));
  const rows = drafts.map(({ id, cells: ids, confidence }): Row => {
    const cells = perLanguage((language): Cell => ({
      paragraphs: ids[language].flatMap((each) => paragraphs.get(each) ?? []),
      status: leastStatus(ids[language].flatMap((each) => statuses.get(each) ?? [])),
    }));
    const before = kept.get(id);
    const row = { id, cells, confidence, confirmed: false };
    return before && sameCells(before, row) ? { ...before, confidence } : row;
  });
  const changed = withRows(project, start, old.length, rows);
  const distinct = new Set(changed.rows.map((row) => row.id)).size === changed.rows.length;
  return distinct && changed.rows.length > 0 ? { ...changed, flags: moveGaps(old, changed, start) } : null;
}

function holdSame(old: readonly Row[], drafts: readonly RowDraft[], language: Language): boolean {
  const before = versionParagraphs(old, language);
  const after = drafts.flatMap((draft) => draft.cells[language]);
  return before.length === after.length && before.every(({ id }, i) => id === after[i]);
}

/**
 * The flags with the gaps of rows that are no more moved to where those went: to the row with their first
 * paragraph, or for an empty row to the one that stands in its place.
 */
function moveGaps(old: readonly Row[], changed: Project, start: number): readonly Flag[] {
  return withSpans(changed.flags, (span) => {
    if (span.at !== 'gap' || findRowIndex(changed, span.rowId) !== -1) return span;
    const index = old.findIndex((row) => row.id === span.rowId);
    const [first] = LANGUAGES.flatMap((language) => old[index]?.cells[language].paragraphs ?? []);
    const heir =
      (first && findParagraph(changed.rows, first.id)?.row) ??
      changed.rows[Math.min(start + index, changed.rows.length - 1)];
    return heir ? { ...span, rowId: heir.id } : span;
  });
}

function sameCells(a: Row, b: Row): boolean {
  return LANGUAGES.every(
    (language) =>
      a.cells[language].paragraphs.length === b.cells[language].paragraphs.length &&
      a.cells[language].paragraphs.every((paragraph, i) => paragraph === b.cells[language].paragraphs[i]),
  );
}
