import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { findRowIndex, isEmptyRow, withRows } from './change';
import { defineCommand } from './define-command';

/** Takes away a row that holds nothing. */
export const removeRow = defineCommand({
  type: 'removeRow',
  fields: { rowId: rowIdSchema },
  apply(project, command): Project | null {
    const index = findRowIndex(project, command.rowId);
    const row = project.rows[index];
    const pointedAt = project.flags.some((flag) =>
      flag.spans.some((span) => span.at === 'gap' && span.rowId === command.rowId),
    );
    return row && isEmptyRow(row) && !pointedAt ? withRows(project, index, 1, []) : null;
  },
});
