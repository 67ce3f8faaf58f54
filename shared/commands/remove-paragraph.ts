import { findParagraph } from '../model/find-paragraph';
import type { Flag } from '../model/flag';
import type { Language } from '../model/language';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { withCell, withRows, withSpans } from './change';
import { defineCommand } from './define-command';
import { reopened } from './edit-paragraph';
import { countOn, numberOf } from './renumber';

/** Takes a paragraph out of its version; flags on it are kept as orphans of the row's gap. */
export const removeParagraph = defineCommand({
  type: 'removeParagraph',
  fields: { paragraphId: paragraphIdSchema },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place) return null;
    const { row, rowIndex, language, index, paragraph } = place;
    const removed = {
      ...withRows(project, rowIndex, 1, [withoutParagraph(row, language, command.paragraphId)]),
      flags: moveToGap(project.flags, command.paragraphId, { language, rowId: row.id }),
    };
    const number = numberOf(paragraph);
    if (number === null) return removed;
    const from = { number: number + 1, depth: paragraph.depth };
    return countOn(removed, language, { rowIndex, index }, from, -1);
  },
});

/** The row without one of its paragraphs. */
export function withoutParagraph(row: Row, language: Language, paragraphId: string): Row {
  const cell = row.cells[language];
  const paragraphs = cell.paragraphs.filter(({ id }) => id !== paragraphId);
  const status = paragraphs.length > 0 ? reopened(cell.status) : 'draft';
  return withCell(row, language, { paragraphs, status });
}

/** The flags with what is on a paragraph moved to the gap it leaves. */
export function moveToGap(
  flags: readonly Flag[],
  paragraphId: string,
  gap: { readonly language: Language; readonly rowId: string },
): readonly Flag[] {
  return withSpans(flags, (span) =>
    span.at === 'text' && span.paragraphId === paragraphId ? { at: 'gap', ...gap } : span,
  );
}
