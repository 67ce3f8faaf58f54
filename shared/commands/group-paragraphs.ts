import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { perLanguage, type Language } from '../model/language';
import { paragraphIdSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema, type Row } from '../model/row';
import { findRowIndex, isEmptyRow, leastStatus, withRows, withSpans } from './change';
import { defineCommand } from './define-command';

interface Parts {
  readonly before: readonly Paragraph[];
  readonly inside: readonly Paragraph[];
  readonly after: readonly Paragraph[];
}

/**
 * Says that paragraphs of several versions belong together: one row then holds them, and in each language what
 * stands between them. What the rows concerned held before and after them stays in rows above and below; a
 * language of which nothing is named goes along whole.
 */
export const groupParagraphs = defineCommand({
  type: 'groupParagraphs',
  fields: { paragraphIds: z.array(paragraphIdSchema).min(2).readonly(), newRowId: rowIdSchema },
  apply(project, command): Project | null {
    const places = command.paragraphIds.map((id) => findParagraph(project.rows, id));
    const indexes = places.map((place) => place?.rowIndex ?? -1);
    const first = Math.min(...indexes);
    if (first === -1 || findRowIndex(project, command.newRowId) !== -1) return null;
    const rows = project.rows.slice(first, Math.max(...indexes) + 1);
    const named = new Set(command.paragraphIds);
    const parts = perLanguage((language) => divide(rows, language, named));
    const remainder = (part: 'before' | 'after', idOf: (row: Row) => string) =>
      rows
        .map((row, i) => ({
          ...withPart(row, (language) => parts[language][i]?.[part] ?? []),
          id: idOf(row),
        }))
        .filter((row) => !isEmptyRow(row));
    const above = remainder('before', (row) => row.id);
    const kept = new Set(above.map((row) => row.id));
    const below = remainder('after', (row) => (kept.has(row.id) ? `${command.newRowId}-${row.id}` : row.id));
    const grouped: Row = {
      id: command.newRowId,
      cells: perLanguage((language) => {
        const from = rows.filter((_, i) => (parts[language][i]?.inside.length ?? 0) > 0);
        return {
          paragraphs: parts[language].flatMap((part) => part.inside),
          status: leastStatus(from.map((row) => row.cells[language].status)),
        };
      }),
      confidence: 1,
      confirmed: false,
    };
    const living = new Set([...above, ...below].map((row) => row.id));
    return {
      ...withRows(project, first, rows.length, [...above, grouped, ...below]),
      flags: withSpans(project.flags, (span) =>
        span.at === 'gap' && rows.some((row) => row.id === span.rowId) && !living.has(span.rowId)
          ? { ...span, rowId: grouped.id }
          : span,
      ),
    };
  },
});

/** Cuts what each row holds of a language before the first and after the last named paragraph. */
function divide(rows: readonly Row[], language: Language, named: ReadonlySet<string>): readonly Parts[] {
  const all = rows.flatMap((row) => row.cells[language].paragraphs);
  const found = all.findIndex(({ id }) => named.has(id));
  const start = found === -1 ? 0 : found;
  const end = found === -1 ? all.length : all.findLastIndex(({ id }) => named.has(id)) + 1;
  let passed = 0;
  return rows.map((row) => {
    const { paragraphs } = row.cells[language];
    const from = Math.min(paragraphs.length, Math.max(0, start - passed));
    const to = Math.min(paragraphs.length, Math.max(from, end - passed));
    passed += paragraphs.length;
    return {
      before: paragraphs.slice(0, from),
      inside: paragraphs.slice(from, to),
      after: paragraphs.slice(to),
    };
  });
}

function withPart(row: Row, part: (language: Language) => readonly Paragraph[]): Row {
  return {
    ...row,
    confidence: 1,
    confirmed: false,
    cells: perLanguage((language) => {
      const paragraphs = part(language);
      return { paragraphs, status: paragraphs.length > 0 ? row.cells[language].status : 'draft' };
    }),
  };
}
