import { z } from 'zod';
import { languageSchema } from '../model/language';
import { paragraphIdSchema, roleSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { findParagraph, findRowIndex, withCell, withRows } from './change';
import { withContent } from './edit-paragraph';

/** Writes a new paragraph into a cell, before the paragraph at `index` (from 0) or at the cell's end. */
export const insertParagraphSchema = z
  .object({
    type: z.literal('insertParagraph'),
    paragraphId: paragraphIdSchema,
    rowId: rowIdSchema,
    language: languageSchema,
    index: z.int().nonnegative(),
    role: roleSchema,
    label: z.string(),
    text: z.string(),
  })
  .readonly();

export function insertParagraph(
  project: Project,
  command: z.infer<typeof insertParagraphSchema>,
): Project | null {
  const { paragraphId, language, role, label, text } = command;
  const rowIndex = findRowIndex(project, command.rowId);
  const row = project.rows[rowIndex];
  if (!row || findParagraph(project, paragraphId)) return null;
  const cell = row.cells[language];
  const blank: Paragraph = {
    id: paragraphId,
    role,
    text: '',
    marks: [],
    label,
    depth: 0,
    cell: null,
    imported: null,
  };
  const paragraphs = cell.paragraphs.toSpliced(
    command.index,
    0,
    withContent(blank, { text, marks: [] }, blank),
  );
  return withRows(project, rowIndex, 1, [withCell(row, language, { paragraphs, status: 'draft' })]);
}
