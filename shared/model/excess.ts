import { LANGUAGES } from './language';
import { LONGEST_CELL, LONGEST_PARAGRAPH, MOST_FLAGS, MOST_IN_CELL, MOST_MARKS } from './limits';
import type { Paragraph, RichText } from './paragraph';
import type { Project } from './project';
import type { Row } from './row';

/** What there can be too much of: a paragraph's text or its marks, a cell's text or its paragraphs, a project's flags. */
export const EXCESSES = ['paragraph', 'marks', 'cell', 'paragraphs', 'flags'] as const;

/** What goes beyond the limits of a project, and how far it may go. */
export interface Excess {
  readonly kind: (typeof EXCESSES)[number];
  readonly limit: number;
}

/** The first thing in a project that goes beyond what the app can show and work with; null where nothing does. */
export function excessOfProject({ rows, flags, review }: Project): Excess | null {
  if (flags.length > MOST_FLAGS) return { kind: 'flags', limit: MOST_FLAGS };
  for (const held of [rows, ...(review?.snapshots ?? []).map((snapshot) => snapshot.rows)]) {
    const excess = excessOfRows(held);
    if (excess) return excess;
  }
  return null;
}

/** The same of some rows. */
export function excessOfRows(rows: readonly Row[]): Excess | null {
  for (const row of rows) {
    for (const language of LANGUAGES) {
      const { paragraphs } = row.cells[language];
      for (const paragraph of paragraphs) {
        const excess = excessOfParagraph(paragraph);
        if (excess) return excess;
      }
      const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
      if (length > LONGEST_CELL) return { kind: 'cell', limit: LONGEST_CELL };
      if (paragraphs.length > MOST_IN_CELL) return { kind: 'paragraphs', limit: MOST_IN_CELL };
    }
  }
  return null;
}

/** The same of all texts one paragraph has: the present one, and those it remembers. */
function excessOfParagraph(paragraph: Paragraph): Excess | null {
  const { imported, draft, agreed, pending, checked = {} } = paragraph;
  const texts = [paragraph, imported, draft, agreed, pending?.settled].flatMap((text) => text ?? []);
  if (texts.some(({ text }) => text.length > LONGEST_PARAGRAPH) || Object.values(checked).some(isTooLong))
    return { kind: 'paragraph', limit: LONGEST_PARAGRAPH };
  const marked = [...texts.map(({ marks }) => marks.length), pending?.by.length ?? 0];
  return marked.some((count) => count > MOST_MARKS) ? { kind: 'marks', limit: MOST_MARKS } : null;
}

/** Whether a text is no longer, and no more marked, than that of a paragraph may be. */
export function withinLimits({ text, marks }: RichText): boolean {
  return text.length <= LONGEST_PARAGRAPH && marks.length <= MOST_MARKS;
}

function isTooLong(text: string | null | undefined): boolean {
  return (text?.length ?? 0) > LONGEST_PARAGRAPH;
}
