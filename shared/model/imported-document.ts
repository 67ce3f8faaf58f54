import { z } from 'zod';
import { languageSchema } from './language';
import { blockSchema } from './paragraph';
import { originSchema } from './project';

/**
 * What an importer could not carry over, told to the person before the import is accepted. Each has a
 * sentence in the locales under `notice.<code>` with `count` filled in.
 */
export const NOTICE_CODES = [
  'picturesLeftOut',
  'trackedChangesAccepted',
  'commentsLeftOut',
  'undecodableCharacters',
] as const;

export const noticeSchema = z.object({ code: z.enum(NOTICE_CODES), count: z.int().positive() }).readonly();

export type Notice = z.infer<typeof noticeSchema>;

export const importedBlockSchema = z
  .object({
    block: blockSchema,
    /** Whether the block is part of the article; the person may change it before importing. */
    included: z.boolean(),
  })
  .readonly();

export type ImportedBlock = z.infer<typeof importedBlockSchema>;

/** One file as read, before a person has looked at it. */
export const importedDocumentSchema = z
  .object({
    fileName: z.string(),
    format: originSchema.unwrap().shape.format,
    encoding: z.string(),
    hash: z.string(),
    /** The language its text is in; null when it is none of the three or the text is too short to tell. */
    language: languageSchema.nullable(),
    blocks: z.array(importedBlockSchema).readonly(),
    notices: z.array(noticeSchema).readonly(),
  })
  .readonly();

export type ImportedDocument = z.infer<typeof importedDocumentSchema>;
