import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema, statusSchema } from '../model/row';
import { changeRows, withCell } from './change';

/** Sets how far cells have come. */
export const setStatusSchema = z
  .object({
    type: z.literal('setStatus'),
    cells: z
      .array(z.object({ rowId: rowIdSchema, language: languageSchema }).readonly())
      .min(1)
      .readonly(),
    status: statusSchema,
  })
  .readonly();

export function setStatus(project: Project, command: z.infer<typeof setStatusSchema>): Project | null {
  const { cells, status } = command;
  return changeRows(project, new Set(cells.map(({ rowId }) => rowId)), (row) =>
    cells
      .filter(({ rowId, language }) => rowId === row.id && row.cells[language].status !== status)
      .reduce(
        (changed, { language }) => withCell(changed, language, { ...row.cells[language], status }),
        row,
      ),
  );
}
