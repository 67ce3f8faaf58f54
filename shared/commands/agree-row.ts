import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { agreeRows } from './agree-rows';
import { defineCommand } from './define-command';

/** Agrees the texts a row has in these languages, and confirms that they belong together. */
export const agreeRow = defineCommand({
  type: 'agreeRow',
  fields: { rowId: rowIdSchema, languages: z.array(languageSchema).min(1).readonly() },
  apply: (project, { rowId, languages }): Project | null =>
    agreeRows.apply(project, { type: 'agreeRows', rowIds: [rowId], languages }),
});
