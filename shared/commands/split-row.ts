import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { perLanguage, perLanguageSchema } from '../model/language';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema, type Row } from '../model/row';
import { findRowIndex, isEmptyRow, withRows } from './change';
import { defineCommand } from './define-command';

/**
 * Starts a new row at a paragraph: it and what follows it in its cell go down. `above` says how many paragraphs
 * stay in each language; null leaves as many as stay in the paragraph's own, as far as a language has them.
 */
export const splitRow = defineCommand({
  type: 'splitRow',
  fields: {
    paragraphId: paragraphIdSchema,
    newRowId: rowIdSchema,
    above: perLanguageSchema(z.int().nonnegative()).nullable(),
  },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place || findRowIndex(project, command.newRowId) !== -1) return null;
    const { row, rowIndex, language, index } = place;
    // At the first paragraph of a cell there is nothing above it: only this language moves down.
    const cut = perLanguage((other) => {
      if (command.above) return command.above[other];
      const count = row.cells[other].paragraphs.length;
      return other !== language && index === 0 ? count : Math.min(index, count);
    });
    const part = (id: string, from: 'upper' | 'lower'): Row => ({
      id,
      cells: perLanguage((other) => {
        const { paragraphs, status } = row.cells[other];
        const taken = from === 'upper' ? paragraphs.slice(0, cut[other]) : paragraphs.slice(cut[other]);
        return { paragraphs: taken, status: taken.length > 0 ? status : 'draft' };
      }),
      confidence: 1,
      confirmed: false,
    });
    const upper = part(row.id, 'upper');
    const lower = part(command.newRowId, 'lower');
    if (isEmptyRow(upper) || isEmptyRow(lower)) return null;
    return withRows(project, rowIndex, 1, [upper, lower]);
  },
});
