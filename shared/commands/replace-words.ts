import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { LANGUAGES } from '../model/language';
import type { Project } from '../model/project';
import { holdTogether } from '../reconcile/stale';
import { defineCommand } from './define-command';
import { putSchema, putWords, type Put } from './put-words';

/**
 * Puts words in place of words that were searched for, in as many paragraphs as they stand in; refused as a whole where one of
 * them no longer stands there. As suggestions the texts wait for a decision. Versions of a row in which they were
 * replaced at once have not outrun each other.
 */
export const replaceWords = defineCommand({
  type: 'replaceWords',
  fields: { puts: z.array(putSchema).min(1).readonly(), suggest: z.boolean() },
  apply(project, { puts, suggest }, context): Project | null {
    const changed = putWords(project, puts, { suggest, context });
    return changed && !suggest ? withRowsHeld(project, changed, puts) : changed;
  },
});

function withRowsHeld(before: Project, changed: Project, puts: readonly Put[]): Project {
  const putIn = new Set(
    puts.map(({ paragraphId, language }) => `${findParagraph(before.rows, paragraphId)?.row.id} ${language}`),
  );
  const rows = changed.rows.map((row, n) => {
    const was = before.rows[n];
    return was
      ? holdTogether(
          was,
          row,
          LANGUAGES.filter((language) => putIn.has(`${row.id} ${language}`)),
        )
      : row;
  });
  return { ...changed, rows };
}
