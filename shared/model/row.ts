import { z } from 'zod';
import { idSchema } from './id';
import { LANGUAGES, perLanguageSchema, type Language } from './language';
import { paragraphSchema, type Paragraph } from './paragraph';

/** How far the text of one cell has come. */
export const STATUSES = ['draft', 'translated', 'reviewed', 'agreed'] as const;

export const statusSchema = z.enum(STATUSES);

export type Status = z.infer<typeof statusSchema>;

export const rowIdSchema = idSchema;

/** What one language has in one row: 0..n paragraphs, in reading order. */
export const cellSchema = z
  .object({ paragraphs: z.array(paragraphSchema).readonly(), status: statusSchema })
  .readonly();

export type Cell = z.infer<typeof cellSchema>;

/**
 * Paragraphs of the three versions that say the same thing. A project's rows in order, read down one language,
 * are that version: so every paragraph stands in exactly one row and order cannot break.
 */
export const rowSchema = z
  .object({
    id: rowIdSchema,
    cells: perLanguageSchema(cellSchema),
    /** 0 to 1: how likely the aligner holds it that this row is right; 1 for rows a person made. */
    confidence: z.number().min(0).max(1),
    /** Accepted by a person: automatic alignment never changes it. */
    confirmed: z.boolean(),
  })
  .readonly();

export type Row = z.infer<typeof rowSchema>;

/** Below this confidence a row that nobody has confirmed is offered for checking. */
export const LOW_CONFIDENCE = 0.6;

/** All paragraphs of one version, in order. */
export function versionParagraphs(rows: readonly Row[], language: Language): readonly Paragraph[] {
  return rows.flatMap((row) => row.cells[language].paragraphs);
}

/** Whether a row, or a paragraph, is there more than once. */
export function standsTwice(rows: readonly Row[]): boolean {
  const paragraphs = LANGUAGES.flatMap((language) => versionParagraphs(rows, language));
  return [rows, paragraphs].some((all) => new Set(all.map(({ id }) => id)).size < all.length);
}
