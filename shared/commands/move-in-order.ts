import { findParagraph } from '../model/find-paragraph';
import type { Language } from '../model/language';
import { orderSchema } from '../model/order';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { findRowIndex, isEmptyRow, withCell } from './change';
import { defineCommand } from './define-command';
import { reopened } from './edit-paragraph';
import { moveGapSpans } from './move-paragraph';

/**
 * Changes the order of one version's text: a paragraph and another one change places, or it goes to a row in which its
 * version has nothing, wherever that is. The other versions stay as they are, unlike when a paragraph is aligned otherwise
 * (`moveParagraph`), which leaves the order of the text alone. What was agreed in either row is open again. A row left with
 * nothing disappears. Cells of tables stay where they are.
 */
export const moveInOrder = defineCommand({
  type: 'moveInOrder',
  fields: orderSchema.unwrap().shape,
  apply(project, { paragraphId, to }): Project | null {
    const place = findParagraph(project.rows, paragraphId);
    if (!place || place.paragraph.role === 'tableCell') return null;
    const { language, paragraph, row: from } = place;
    if ('rowId' in to) {
      const target = project.rows[findRowIndex(project, to.rowId)];
      if (!target || target === from || target.cells[language].paragraphs.length > 0) return null;
      const arrived = withText(target, language, [paragraph]);
      const left = withText(
        from,
        language,
        from.cells[language].paragraphs.filter((each) => each !== paragraph),
      );
      const isGone = isEmptyRow(left);
      const rows = project.rows.flatMap((row) => {
        if (row === from) return isGone ? [] : [left];
        return row === target ? [arrived] : [row];
      });
      const flags = isGone ? moveGapSpans(project.flags, from.id, target.id) : project.flags;
      return { ...project, rows, flags };
    }
    const other = findParagraph(project.rows, to.placeOf);
    if (!other || other.language !== language || other.paragraph === paragraph) return null;
    if (other.paragraph.role === 'tableCell') return null;
    const swapped = (row: Row): Row =>
      withText(
        row,
        language,
        row.cells[language].paragraphs.map((each) => {
          if (each === paragraph) return other.paragraph;
          return each === other.paragraph ? paragraph : each;
        }),
      );
    return {
      ...project,
      rows: project.rows.map((row) => (row === from || row === other.row ? swapped(row) : row)),
    };
  },
});

/** The row as a person arranged it, with these paragraphs in one cell. */
function withText(row: Row, language: Language, paragraphs: readonly Paragraph[]): Row {
  const { status } = row.cells[language];
  const cell = { paragraphs, status: paragraphs.length > 0 ? reopened(status) : ('draft' as const) };
  return { ...withCell(row, language, cell), confidence: 1, confirmed: false };
}
