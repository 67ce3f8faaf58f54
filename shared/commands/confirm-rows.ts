import { z } from 'zod';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { changeRows } from './change';

/** Accepts the alignment of rows, or takes the acceptance back. */
export const confirmRowsSchema = z
  .object({
    type: z.literal('confirmRows'),
    rowIds: z.array(rowIdSchema).min(1).readonly(),
    confirmed: z.boolean(),
  })
  .readonly();

export function confirmRows(project: Project, command: z.infer<typeof confirmRowsSchema>): Project | null {
  const { rowIds, confirmed } = command;
  return changeRows(project, new Set(rowIds), (row) =>
    row.confirmed === confirmed ? row : { ...row, confirmed },
  );
}
