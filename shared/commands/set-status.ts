import { z } from 'zod';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import type { Paragraph } from '../model/paragraph';
import { rowIdSchema, statusSchema } from '../model/row';
import { holdRight } from '../reconcile/stale';
import { decide } from '../reconcile/suggestions';
import { changeRows, withCell } from './change';

/**
 * Sets how far cells have come. What is agreed is agreed as it stands: suggestions in it are accepted, the text is kept
 * as the agreed one, and it is held to say what the others say.
 */
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
      .reduce((changed, { language }) => {
        const cell = { ...changed.cells[language], status };
        if (status !== 'agreed') return withCell(changed, language, cell);
        const paragraphs = cell.paragraphs.map(agreeParagraph);
        return holdRight(withCell(changed, language, { ...cell, paragraphs }), language, true);
      }, row),
  );
}

function agreeParagraph(paragraph: Paragraph): Paragraph {
  const { text, marks } = paragraph;
  return { ...decide(paragraph, null, true), agreed: { text, marks } };
}
