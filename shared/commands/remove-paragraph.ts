import { z } from 'zod';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { findParagraph, withCell, withRows, withSpans } from './change';
import { reopened } from './edit-paragraph';

/** Takes a paragraph out of its version; flags on it are kept as orphans of the row's gap. */
export const removeParagraphSchema = z
  .object({ type: z.literal('removeParagraph'), paragraphId: paragraphIdSchema })
  .readonly();

export function removeParagraph(
  project: Project,
  command: z.infer<typeof removeParagraphSchema>,
): Project | null {
  const place = findParagraph(project, command.paragraphId);
  if (!place) return null;
  const { row, rowIndex, language, index } = place;
  const cell = row.cells[language];
  const paragraphs = cell.paragraphs.toSpliced(index, 1);
  const status = paragraphs.length > 0 ? reopened(cell.status) : 'draft';
  return {
    ...withRows(project, rowIndex, 1, [withCell(row, language, { paragraphs, status })]),
    flags: withSpans(project.flags, (span) =>
      span.at === 'text' && span.paragraphId === command.paragraphId
        ? { at: 'gap', language, rowId: row.id }
        : span,
    ),
  };
}
