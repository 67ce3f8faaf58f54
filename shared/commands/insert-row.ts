import { perLanguage } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema, type Row } from '../model/row';
import { findRowIndex, withRows } from './change';
import { defineCommand } from './define-command';

/** Adds an empty row below another, or at the top when `afterRowId` is null. */
export const insertRow = defineCommand({
  type: 'insertRow',
  fields: { rowId: rowIdSchema, afterRowId: rowIdSchema.nullable() },
  apply(project, command): Project | null {
    const after = command.afterRowId === null ? -1 : findRowIndex(project, command.afterRowId);
    const missing = command.afterRowId !== null && after === -1;
    if (missing || findRowIndex(project, command.rowId) !== -1) return null;
    return withRows(project, after + 1, 0, [emptyRow(command.rowId)]);
  },
});

/** A row with nothing in it yet. */
export function emptyRow(id: string): Row {
  return {
    id,
    cells: perLanguage(() => ({ paragraphs: [], status: 'draft' as const })),
    confidence: 1,
    confirmed: false,
  };
}
