import { findParagraph } from '../model/find-paragraph';
import type { Flag } from '../model/flag';
import type { Language } from '../model/language';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema, type Cell, type Row } from '../model/row';
import { findRowIndex, isEmptyRow, withCell, withRows, withSpans } from './change';
import { defineCommand } from './define-command';
import { joinCells } from './merge-rows';

/**
 * Moves a paragraph to another row. Reading order holds: on the way up everything before it in its cell goes
 * along, on the way down everything after it. Rows in between must be empty in this language. A row left with
 * nothing disappears.
 */
export const moveParagraph = defineCommand({
  type: 'moveParagraph',
  fields: { paragraphId: paragraphIdSchema, toRowId: rowIdSchema },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    const to = findRowIndex(project, command.toRowId);
    if (!place || to === -1 || to === place.rowIndex) return null;
    const { row, rowIndex, language, index } = place;
    const target = project.rows[to];
    const between = project.rows.slice(Math.min(to, rowIndex) + 1, Math.max(to, rowIndex));
    if (!target || between.some((other) => other.cells[language].paragraphs.length > 0)) return null;
    const up = to < rowIndex;
    const { paragraphs, status } = row.cells[language];
    const moved = up ? paragraphs.slice(0, index + 1) : paragraphs.slice(index);
    const left = up ? paragraphs.slice(index + 1) : paragraphs.slice(0, index);
    const there = target.cells[language];
    const going = { paragraphs: moved, status };
    const source = placed(row, language, { paragraphs: left, status: left.length > 0 ? status : 'draft' });
    const arrived = placed(target, language, up ? joinCells(there, going) : joinCells(going, there));
    const rows = project.rows.slice(Math.min(to, rowIndex), Math.max(to, rowIndex) + 1).flatMap((other) => {
      if (other.id === row.id) return isEmptyRow(source) ? [] : [source];
      return other.id === target.id ? [arrived] : [other];
    });
    return {
      ...withRows(project, Math.min(to, rowIndex), between.length + 2, rows),
      flags: isEmptyRow(source) ? moveGapSpans(project.flags, row.id, target.id) : project.flags,
    };
  },
});

function placed(row: Row, language: Language, cell: Cell): Row {
  return { ...withCell(row, language, cell), confidence: 1, confirmed: false };
}

/** Flags on what a row lacks, on another row: theirs has disappeared. */
export function moveGapSpans(flags: readonly Flag[], from: string, to: string): readonly Flag[] {
  return withSpans(flags, (span) =>
    span.at === 'gap' && span.rowId === from ? { ...span, rowId: to } : span,
  );
}
