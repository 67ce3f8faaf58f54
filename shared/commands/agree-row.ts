import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { changeRows, findRowIndex } from './change';
import { defineCommand } from './define-command';
import { setStatus } from './set-status';

/** Agrees the texts a row has in these languages, and confirms that they belong together. */
export const agreeRow = defineCommand({
  type: 'agreeRow',
  fields: { rowId: rowIdSchema, languages: z.array(languageSchema).min(1).readonly() },
  apply(project, { rowId, languages }): Project | null {
    const row = project.rows[findRowIndex(project, rowId)];
    const cells = languages
      .filter((language) => row && row.cells[language].paragraphs.length > 0)
      .map((language) => ({ rowId, language }));
    if (cells.length === 0) return null;
    const agreed = setStatus.apply(project, { type: 'setStatus', cells, status: 'agreed' });
    return (
      agreed &&
      changeRows(agreed, new Set([rowId]), (each) => (each.confirmed ? each : { ...each, confirmed: true }))
    );
  },
});
