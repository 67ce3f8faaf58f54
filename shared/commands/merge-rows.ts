import { perLanguage } from '../model/language';
import type { Project } from '../model/project';
import { rowIdSchema, type Cell, type Row } from '../model/row';
import { findRowIndex, leastStatus, withRows, withSpans } from './change';
import { defineCommand } from './define-command';

/** Joins a row with the one below it. */
export const mergeRows = defineCommand({
  type: 'mergeRows',
  fields: { rowId: rowIdSchema },
  apply(project, command): Project | null {
    const index = findRowIndex(project, command.rowId);
    const upper = project.rows[index];
    const lower = project.rows[index + 1];
    if (!upper || !lower) return null;
    const merged: Row = {
      id: upper.id,
      cells: perLanguage((language) => joinCells(upper.cells[language], lower.cells[language])),
      confidence: 1,
      confirmed: upper.confirmed && lower.confirmed,
    };
    return {
      ...withRows(project, index, 2, [merged]),
      flags: withSpans(project.flags, (span) =>
        span.at === 'gap' && span.rowId === lower.id ? { ...span, rowId: upper.id } : span,
      ),
    };
  },
});

/** The paragraphs of both cells; the status is that of the part that has come least far. */
export function joinCells(a: Cell, b: Cell): Cell {
  const filled = [a, b].filter((cell) => cell.paragraphs.length > 0);
  const status = leastStatus((filled.length > 0 ? filled : [a, b]).map((cell) => cell.status));
  return { paragraphs: [...a.paragraphs, ...b.paragraphs], status };
}
