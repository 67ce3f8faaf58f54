import { z } from 'zod';
import { markSchema } from './mark';
import { pictureSchema } from './picture';
import { timeSchema } from './time';

/** What a paragraph is in its article. */
export const ROLES = [
  'title',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'paragraph',
  'listItem',
  'quotation',
  'caption',
  'footnote',
  'tableCell',
  'picture',
] as const;

export const roleSchema = z.enum(ROLES);

export type Role = z.infer<typeof roleSchema>;

/**
 * The text of a paragraph with its inline marks. `text` is NFC and holds no control characters but U+000A, which ends a
 * line and is never the first or last character, nor beside another. No line starts or ends with a space or has two plain
 * spaces in a row (no-break spaces are kept: they are typography). Mark offsets are UTF-16 offsets into `text`. What a text
 * says is told by `countedText`: struck-out words say nothing, and a line break says as much as a space.
 */
export const richTextSchema = z
  .object({ text: z.string(), marks: z.array(markSchema).readonly() })
  .readonly();

export type RichText = z.infer<typeof richTextSchema>;

/** Beyond these no reader of ours goes, and a project that does was made to fill the memory of who writes it out. */
const MOST_ROWS = 1_000_000;
const MOST_COLUMNS = 1000;
const DEEPEST = 1000;

/** Where a table cell stands, all counted from 0; `table` counts the tables of the version. */
export const tablePlaceSchema = z
  .object({
    table: z.int().nonnegative().max(MOST_ROWS),
    row: z.int().nonnegative().max(MOST_ROWS),
    column: z.int().nonnegative().max(MOST_COLUMNS),
    /** Over how many rows and columns a merged cell reaches; absent for one. */
    rowSpan: z.int().min(2).max(MOST_ROWS).optional(),
    columnSpan: z.int().min(2).max(MOST_COLUMNS).optional(),
    /** Whether its row is a head of the table. */
    header: z.literal(true).optional(),
  })
  .readonly();

export type TablePlace = z.infer<typeof tablePlaceSchema>;

/** A paragraph before it has an identity: what an importer reads and an exporter writes. */
export const blockSchema = z
  .object({
    role: roleSchema,
    text: z.string(),
    marks: z.array(markSchema).readonly(),
    /** List marker as printed ("1.", "3)", "•") or footnote label ("1", "*"); empty for other roles. */
    label: z.string(),
    /** List nesting, from 0; 0 for other roles. */
    depth: z.int().nonnegative().max(DEEPEST),
    /** Only for table cells, and for pictures in them. */
    cell: tablePlaceSchema.nullable(),
    /** Only for pictures, whose text is the alternative text; it may be empty. */
    picture: pictureSchema.optional(),
  })
  .readonly();

export type Block = z.infer<typeof blockSchema>;

export const paragraphIdSchema = z.string().min(1);

/** Who made a stretch of the present text, UTF-16 offsets; start = end where something was taken out. */
export const authoredSchema = z
  .object({
    author: z.string(),
    /** ms since 1970 */
    time: timeSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly();

export type Authored = z.infer<typeof authoredSchema>;

/** Suggestions that wait for a decision: what the text is without them, and who made them. */
const pendingSchema = z
  .object({ settled: richTextSchema, by: z.array(authoredSchema).readonly() })
  .readonly();

/** An intended difference: why this text need not say what the others say. */
const adaptedSchema = z.object({ reason: z.string(), author: z.string(), time: timeSchema }).readonly();

export const paragraphSchema = z
  .object({
    id: paragraphIdSchema,
    ...blockSchema.unwrap().shape,
    /**
     * The text as imported, once it differs from the present one; null while unchanged. A paragraph written
     * in Triptych has an empty imported text.
     */
    imported: richTextSchema.nullable(),
    /** The text as the last newer draft had it, which the next one is compared with; absent before the first. */
    draft: richTextSchema.optional(),
    /** The text as it was last agreed; absent before that. */
    agreed: richTextSchema.optional(),
    /** Suggestions in the present text; absent when there are none. */
    pending: pendingSchema.optional(),
    /**
     * For other languages, what this paragraph's text was when their text was last held to say the same; absent
     * while that is the imported text, null when a person doubts that it ever did.
     */
    checked: z
      .object({
        ru: z.string().nullable().optional(),
        ky: z.string().nullable().optional(),
        en: z.string().nullable().optional(),
      })
      .readonly()
      .optional(),
    adapted: adaptedSchema.optional(),
  })
  .readonly();

export type Paragraph = z.infer<typeof paragraphSchema>;

/** Whether there is anything for a reader: words, or a picture, which may be without any. */
export function isThere({ text, picture }: Pick<Block, 'text' | 'picture'>): boolean {
  return text !== '' || picture !== undefined;
}

/** A plain body paragraph without marks. */
export function plainBlock(text: string, role: Role = 'paragraph'): Block {
  return { role, text, marks: [], label: '', depth: 0, cell: null };
}

/** Whether two blocks stand in the same cell of a table, or both in none. */
export function isOfOneCell({ cell: a }: Pick<Block, 'cell'>, { cell: b }: Pick<Block, 'cell'>): boolean {
  return a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;
}

/** The level of a heading, 1 to 6, or null for any other role. */
export function headingLevel(role: Role): number | null {
  return role.startsWith('heading') ? Number(role.slice('heading'.length)) : null;
}
