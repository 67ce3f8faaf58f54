import { z } from 'zod';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { changeRows } from './change';
import { defineCommand } from './define-command';

/** Accepts the alignment of rows, or takes the acceptance back. */
export const confirmRows = defineCommand({
  type: 'confirmRows',
  fields: { rowIds: z.array(rowIdSchema).min(1).readonly(), confirmed: z.boolean() },
  apply(project, command): Project | null {
    const { rowIds, confirmed } = command;
    return changeRows(project, new Set(rowIds), (row) =>
      row.confirmed === confirmed ? row : { ...row, confirmed },
    );
  },
});
