import { z } from 'zod';
import type { Language } from '../model/language';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { holdFixed } from '../reconcile/stale';
import { defineCommand } from './define-command';
import { putSchema, putWords } from './put-words';

/**
 * Puts in what mends findings, in as many paragraphs as they are about; each fix says which text it stands for, and is
 * refused, with all others, where that text is no longer there. As suggestions the texts wait for a decision.
 */
export const fixFindings = defineCommand({
  type: 'fixFindings',
  fields: { fixes: z.array(putSchema).min(1).readonly(), suggest: z.boolean() },
  apply(project, { fixes, suggest }, context): Project | null {
    return putWords(project, fixes, { suggest, context }, (changed, { row, language }) =>
      suggest ? changed : holdFixedIn(changed, row, language),
    );
  },
});

/** The project with the row held right after a text of it in `language` was put right. */
function holdFixedIn(project: Project, before: Row, language: Language): Project {
  const rows = project.rows.map((row) => (row.id === before.id ? holdFixed(before, row, language) : row));
  return { ...project, rows };
}
