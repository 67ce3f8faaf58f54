import { z } from 'zod';
import { languageSchema } from './language';

const fileColumnSchema = z
  .object({
    /** From 0, as the cells of the blocks name it. */
    column: z.int().nonnegative(),
    /** What the head of the table calls it; empty where it has none. */
    name: z.string(),
    /** The language its texts are in; null where none of the three is told, or another column has more of it. */
    language: languageSchema.nullable(),
  })
  .readonly();

export type FileColumn = z.infer<typeof fileColumnSchema>;

const columnGroupSchema = z
  .object({
    /** The sheet; empty where tables have no names. */
    name: z.string(),
    /** One table, or several in a row that have the same columns. Rows above `head` only tell what the columns are. */
    tables: z
      .array(z.object({ table: z.int().nonnegative(), head: z.int().nonnegative() }).readonly())
      .min(1)
      .readonly(),
    /** Those that have words. */
    columns: z.array(fileColumnSchema).min(1).readonly(),
    /** Whether the first line looks like the title of the rest. */
    hasTitle: z.boolean(),
  })
  .readonly();

export type ColumnGroup = z.infer<typeof columnGroupSchema>;

/** Tables of a file whose columns may be the versions of one article. */
export const fileColumnsSchema = z
  .object({
    groups: z.array(columnGroupSchema).min(1).readonly(),
    /** Whether the file is nothing but tables; another can be read as one text as well. */
    isSheet: z.boolean(),
    /** The group that is proposed; null where the file is more likely one text. */
    proposed: z.int().nonnegative().nullable(),
  })
  .readonly();

export type FileColumns = z.infer<typeof fileColumnsSchema>;

export const columnPlaceSchema = z
  .object({ group: z.int().nonnegative(), column: z.int().nonnegative() })
  .readonly();

/** A column of a file, as a person chooses it: `column` as the cells name it. */
export type ColumnPlace = z.infer<typeof columnPlaceSchema>;
