import { z } from 'zod';
import { flagSchema } from './flag';
import { perLanguageSchema } from './language';
import { rowSchema } from './row';

/** Where a version came from. */
export const originSchema = z
  .object({
    /** File name without its folder; empty for pasted text. */
    fileName: z.string(),
    format: z.enum(['docx', 'html', 'md', 'txt', 'paste']),
    /** The encoding it was read in, as "utf-8"; empty where the format fixes it. */
    encoding: z.string(),
    /** SHA-256 of the bytes, in hex. */
    hash: z.string(),
    /** When it was imported, ms since 1970. */
    time: z.number(),
  })
  .readonly();

export type Origin = z.infer<typeof originSchema>;

/** One article under review with all that belongs to it. */
export const projectSchema = z
  .object({
    id: z.string().min(1),
    title: z.string(),
    /** ms since 1970 */
    created: z.number(),
    /** null for a version that was never imported. */
    origins: perLanguageSchema(originSchema.nullable()),
    rows: z.array(rowSchema).readonly(),
    /** In order of time, then id. */
    flags: z.array(flagSchema).readonly(),
  })
  .readonly();

export type Project = z.infer<typeof projectSchema>;
