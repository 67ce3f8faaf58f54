import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { languageSchema } from '../model/language';
import { blockSchema, paragraphIdSchema, roleSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { findRowIndex, withCell, withRows } from './change';
import { defineCommand } from './define-command';
import { reopened, withContent } from './edit-paragraph';
import { countOn, numberOf } from './renumber';

/**
 * Writes a new paragraph into a cell, before the paragraph at `index` (from 0) or at the cell's end; the first one there
 * is a draft, another opens what was agreed. Without `depth` and `cell` it is in no list within a list and in no table.
 */
export const insertParagraph = defineCommand({
  type: 'insertParagraph',
  fields: {
    paragraphId: paragraphIdSchema,
    rowId: rowIdSchema,
    language: languageSchema,
    index: z.int().nonnegative(),
    role: roleSchema,
    label: z.string(),
    text: z.string(),
    depth: blockSchema.unwrap().shape.depth.optional(),
    cell: blockSchema.unwrap().shape.cell.optional(),
  },
  apply(project, command): Project | null {
    const { paragraphId, language, role, label, text, depth = 0, cell: place = null } = command;
    const rowIndex = findRowIndex(project, command.rowId);
    const row = project.rows[rowIndex];
    if (!row || findParagraph(project.rows, paragraphId)) return null;
    const cell = row.cells[language];
    const blank: Paragraph = {
      id: paragraphId,
      role,
      text: '',
      marks: [],
      label,
      depth,
      cell: place,
      imported: null,
    };
    const paragraphs = cell.paragraphs.toSpliced(
      command.index,
      0,
      withContent(blank, { text, marks: [] }, blank),
    );
    const status = cell.paragraphs.length > 0 ? reopened(cell.status) : 'draft';
    const inserted = withRows(project, rowIndex, 1, [withCell(row, language, { paragraphs, status })]);
    const number = numberOf(blank);
    if (number === null) return inserted;
    const after = Math.min(command.index, cell.paragraphs.length) + 1;
    return countOn(inserted, language, { rowIndex, index: after }, { number, depth }, 1);
  },
});
