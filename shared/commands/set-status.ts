import { z } from 'zod';
import { languageSchema, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema, statusSchema } from '../model/row';
import { holdRight } from '../reconcile/stale';
import { decide } from '../reconcile/suggestions';
import { changeRows, withCell } from './change';
import { defineCommand } from './define-command';

/**
 * Sets how far cells have come. What is agreed is agreed as it stands: suggestions in it are accepted, the text is kept
 * as the agreed one, and it is held to say what the others say.
 */
export const setStatus = defineCommand({
  type: 'setStatus',
  fields: {
    cells: z
      .array(z.object({ rowId: rowIdSchema, language: languageSchema }).readonly())
      .min(1)
      .readonly(),
    status: statusSchema,
  },
  apply(project, command): Project | null {
    const { cells, status } = command;
    const asked = new Map<string, Set<Language>>();
    for (const { rowId, language } of cells) asked.set(rowId, (asked.get(rowId) ?? new Set()).add(language));
    return changeRows(project, new Set(asked.keys()), (row) =>
      [...(asked.get(row.id) ?? [])]
        .filter((language) => row.cells[language].status !== status)
        .reduce((changed, language) => {
          const cell = { ...changed.cells[language], status };
          if (status !== 'agreed') return withCell(changed, language, cell);
          const paragraphs = cell.paragraphs.map(agreeParagraph);
          return holdRight(withCell(changed, language, { ...cell, paragraphs }), language, true);
        }, row),
    );
  },
});

function agreeParagraph(paragraph: Paragraph): Paragraph {
  const { text, marks } = paragraph;
  return { ...decide(paragraph, null, true), agreed: { text, marks } };
}
