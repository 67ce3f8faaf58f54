import { z } from 'zod';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { findRowIndex, isEmptyRow, withRows } from './change';

/** Takes away a row that holds nothing. */
export const removeRowSchema = z.object({ type: z.literal('removeRow'), rowId: rowIdSchema }).readonly();

export function removeRow(project: Project, command: z.infer<typeof removeRowSchema>): Project | null {
  const index = findRowIndex(project, command.rowId);
  const row = project.rows[index];
  const pointedAt = project.flags.some((flag) =>
    flag.spans.some((span) => span.at === 'gap' && span.rowId === command.rowId),
  );
  return row && isEmptyRow(row) && !pointedAt ? withRows(project, index, 1, []) : null;
}
