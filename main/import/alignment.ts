import { randomUUID } from 'node:crypto';
import { perLanguage, LANGUAGES, type PerLanguage } from '../../shared/model/language';
import type { AlignedRow, AlignmentInput } from '../../shared/align/alignment';
import type { Command } from '../../shared/commands/command';
import type { RowDraft } from '../../shared/commands/replace-stretch';
import type { Paragraph } from '../../shared/model/paragraph';
import { pictureName } from '../../shared/model/picture';
import type { Row } from '../../shared/model/row';
import { countedText } from '../../shared/text/counted-text';
import { settledText } from '../../shared/reconcile/suggestions';

/** What the aligner needs to know of paragraphs; those that are suggested to go, by what they still say. */
export function alignmentInput(paragraphs: readonly Paragraph[]): readonly AlignmentInput[] {
  return paragraphs.map((paragraph) => {
    const { role, label, cell, picture } = paragraph;
    const said = paragraph.text === '' ? settledText(paragraph) : paragraph;
    const input = { role, label, cell, text: countedText(said).text };
    return picture ? { ...input, picture: { hash: picture.hash, name: pictureName(picture) } } : input;
  });
}

/** Aligned positions as rows of paragraph ids, for a command. */
export function rowDrafts(
  aligned: readonly AlignedRow[],
  paragraphs: PerLanguage<readonly Paragraph[]>,
  newId: () => string,
): readonly RowDraft[] {
  return aligned.map((row) => ({
    id: newId(),
    cells: perLanguage((language) =>
      row[language].flatMap((position) => paragraphs[language][position]?.id ?? []),
    ),
    confidence: row.confidence,
  }));
}

/** The stretches of rows between confirmed ones, as row positions [start, end). */
export function openStretches(rows: readonly Row[]): readonly { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let start: number | null = null;
  for (const [index, row] of rows.entries()) {
    if (!row.confirmed) start ??= index;
    else if (start !== null) {
      stretches.push({ start, end: index });
      start = null;
    }
  }
  if (start !== null) stretches.push({ start, end: rows.length });
  return stretches;
}

/** The paragraphs of some rows, by language. */
export function rowsParagraphs(rows: readonly Row[]): PerLanguage<readonly Paragraph[]> {
  return perLanguage((language) => rows.flatMap((row) => row.cells[language].paragraphs));
}

/** The rows from a row, or from right below it, up to the next confirmed one, `most` at most, as row positions [start, end). */
function stretchFrom(
  rows: readonly Row[],
  { rowId, from, most }: { readonly rowId: string; readonly from: 'here' | 'below'; readonly most: number },
): { start: number; end: number } {
  const at = rows.findIndex((row) => row.id === rowId);
  const start = from === 'here' ? Math.max(at, 0) : at + 1;
  const confirmed = rows.findIndex((row, index) => index >= start && row.confirmed);
  const end = confirmed === -1 ? rows.length : confirmed;
  return { start, end: Math.min(end, start + most) };
}

/** How many proposed rows stand differently now. */
function countDifferent(rows: readonly Row[], drafts: readonly RowDraft[]): number {
  const now = new Set(
    rows.map((row) => rowKey(perLanguage((language) => row.cells[language].paragraphs.map(({ id }) => id)))),
  );
  return drafts.filter((draft) => !now.has(rowKey(draft.cells))).length;
}

/**
 * The rows of a stretch as they would be aligned anew, as a command, and how many of them stand differently now; null where
 * none does.
 *
 * @param align aligns a stretch; null where that could not be done
 */
export async function proposeAlignment(
  rows: readonly Row[],
  where: Parameters<typeof stretchFrom>[1],
  align: (stretch: PerLanguage<readonly AlignmentInput[]>) => Promise<readonly AlignedRow[] | null>,
): Promise<{ readonly command: Command; readonly rows: number } | null> {
  const { start, end } = stretchFrom(rows, where);
  const looked = rows.slice(start, end);
  if (looked.length === 0) return null;
  const paragraphs = rowsParagraphs(looked);
  const aligned = await align(perLanguage((language) => alignmentInput(paragraphs[language])));
  const drafts = aligned && rowDrafts(aligned, paragraphs, randomUUID);
  const different = drafts ? countDifferent(looked, drafts) : 0;
  if (!drafts || different === 0) return null;
  const stretches = [{ rowIds: looked.map(({ id }) => id), rows: drafts }];
  return { command: { type: 'replaceAlignment', stretches }, rows: different };
}

/** Whether the same paragraphs stand in the same rows, and the same rows are confirmed, whatever the texts say. */
export function standAlike(before: readonly Row[], now: readonly Row[]): boolean {
  return (
    before.length === now.length &&
    before.every((row, index) => {
      const other = now[index];
      return other !== undefined && row.id === other.id && standsAlike(row, other);
    })
  );
}

function standsAlike(row: Row, other: Row): boolean {
  if (row === other) return true;
  const key = ({ cells }: Row) =>
    rowKey(perLanguage((language) => cells[language].paragraphs.map(({ id }) => id)));
  return row.confirmed === other.confirmed && key(row) === key(other);
}

function rowKey(cells: PerLanguage<readonly string[]>): string {
  return LANGUAGES.map((language) => cells[language].join(' ')).join('|');
}
