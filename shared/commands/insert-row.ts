import { z } from 'zod';
import { perLanguage } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema, type Row } from '../model/row';
import { findRowIndex, withRows } from './change';

/** Adds an empty row below another, or at the top when `afterRowId` is null. */
export const insertRowSchema = z
  .object({ type: z.literal('insertRow'), rowId: rowIdSchema, afterRowId: rowIdSchema.nullable() })
  .readonly();

export function insertRow(project: Project, command: z.infer<typeof insertRowSchema>): Project | null {
  const after = command.afterRowId === null ? -1 : findRowIndex(project, command.afterRowId);
  const missing = command.afterRowId !== null && after === -1;
  if (missing || findRowIndex(project, command.rowId) !== -1) return null;
  return withRows(project, after + 1, 0, [emptyRow(command.rowId)]);
}

/** A row with nothing in it yet. */
export function emptyRow(id: string): Row {
  return {
    id,
    cells: perLanguage(() => ({ paragraphs: [], status: 'draft' as const })),
    confidence: 1,
    confirmed: false,
  };
}
