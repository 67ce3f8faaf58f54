import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { changeRows, withParagraphs } from './change';
import { defineCommand } from './define-command';

/** Marks the text of a cell as an intended difference, with the reason; null takes that back. */
export const setAdapted = defineCommand({
  type: 'setAdapted',
  fields: { rowId: rowIdSchema, language: languageSchema, reason: z.string().min(1).nullable() },
  apply(project, { rowId, language, reason }, { author, time }): Project | null {
    return changeRows(project, new Set([rowId]), (row) => {
      const { paragraphs } = row.cells[language];
      if (reason === null && !paragraphs.some(({ adapted }) => adapted)) return row;
      const changed = paragraphs.map((paragraph) => {
        const { adapted: _, ...plain } = paragraph;
        return reason === null ? plain : { ...plain, adapted: { reason, author, time } };
      });
      return withParagraphs(row, language, changed);
    });
  },
});
