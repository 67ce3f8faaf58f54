import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { holdRight } from '../reconcile/stale';
import { changeRows } from './change';
import { defineCommand } from './define-command';

/** Says of cells that they still say what the other versions say, or that this is doubted. */
export const holdCellsRight = defineCommand({
  type: 'holdCellsRight',
  fields: {
    cells: z
      .array(z.object({ rowId: rowIdSchema, language: languageSchema }).readonly())
      .min(1)
      .readonly(),
    right: z.boolean(),
  },
  apply(project, { cells, right }): Project | null {
    return changeRows(project, new Set(cells.map(({ rowId }) => rowId)), (row) =>
      cells
        .filter(({ rowId }) => rowId === row.id)
        .reduce((changed, { language }) => holdRight(changed, language, right), row),
    );
  },
});
