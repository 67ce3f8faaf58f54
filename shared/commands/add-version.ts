import { z } from 'zod';
import { languageSchema } from '../model/language';
import { paragraphSchema } from '../model/paragraph';
import { originSchema, type Project } from '../model/project';
import { holdRight } from '../reconcile/stale';
import { withCell } from './change';
import { defineCommand } from './define-command';
import { emptyRow } from './insert-row';
import { replaceStretch, rowDraftSchema } from './replace-stretch';

/** Brings a version into a project that had none in that language, with the rows of all versions aligned anew. */
export const addVersion = defineCommand({
  type: 'addVersion',
  fields: {
    language: languageSchema,
    origin: originSchema,
    paragraphs: z.array(paragraphSchema).min(1).readonly(),
    rows: z.array(rowDraftSchema).min(1).readonly(),
  },
  apply(project, command): Project | null {
    const { language, origin, paragraphs, rows } = command;
    if (project.rows.some((row) => row.cells[language].paragraphs.length > 0)) return null;
    const open = project.rows.map((row) => (row.confirmed ? { ...row, confirmed: false } : row));
    const last = open.at(-1) ?? emptyRow('added');
    const holder = withCell(last, language, { paragraphs, status: 'translated' });
    const filled = {
      ...project,
      origins: { ...project.origins, [language]: origin },
      rows: [...open.slice(0, -1), holder],
    };
    const added = replaceStretch(filled, { rowIds: filled.rows.map((row) => row.id), rows });
    // It was made from the others as they are now, whatever they were when they were imported.
    return added && { ...added, rows: added.rows.map((row) => holdRight(row, language, true)) };
  },
});
