import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { changeRows } from './change';
import { defineCommand } from './define-command';
import { setStatus } from './set-status';

/** Agrees the texts that rows have in these languages, and confirms that they belong together. */
export const agreeRows = defineCommand({
  type: 'agreeRows',
  fields: {
    rowIds: z.array(rowIdSchema).min(1).readonly(),
    languages: z.array(languageSchema).min(1).readonly(),
  },
  apply(project, { rowIds, languages }): Project | null {
    const asked = new Set(rowIds);
    const cells = project.rows
      .filter(({ id }) => asked.has(id))
      .flatMap((row) =>
        languages
          .filter((language) => row.cells[language].paragraphs.length > 0)
          .map((language) => ({ rowId: row.id, language })),
      );
    // A row without a text in these languages has nothing to be agreed.
    if (new Set(cells.map(({ rowId }) => rowId)).size < asked.size) return null;
    const agreed = setStatus.apply(project, { type: 'setStatus', cells, status: 'agreed' });
    return agreed && changeRows(agreed, asked, (row) => (row.confirmed ? row : { ...row, confirmed: true }));
  },
});
