import { z } from 'zod';
import { fileColumnsSchema } from './file-columns';
import { languageSchema } from './language';
import { blockSchema, isThere, richTextSchema, roleSchema, type Block } from './paragraph';
import { originSchema } from './project';
import { timeSchema } from './time';

/**
 * What a person is told of a file before the import is accepted: what could not be carried over, and what comes
 * in beside the text. Each has a sentence in the locales under `notice.<code>` with `count` filled in.
 */
export const NOTICE_CODES = [
  'converted',
  'picturesLeftOut',
  'picturesOfOdt',
  'picturesElsewhere',
  'charts',
  'diagramsLeftOut',
  'embeddedLeftOut',
  'chunksRead',
  'chunksLeftOut',
  'margins',
  'marginsLeftOut',
  'trackedChanges',
  'comments',
  'struckOut',
  'undecodableCharacters',
  'longParagraphs',
  'originalTooLarge',
  'overlappingMarks',
  'littleProposed',
  'garbledRepaired',
  'garbled',
] as const;

export const noticeSchema = z.object({ code: z.enum(NOTICE_CODES), count: z.int().positive() }).readonly();

export type Notice = z.infer<typeof noticeSchema>;

/** The notices of what there is any of. */
export function countedNotices(counts: Partial<Readonly<Record<Notice['code'], number>>>): readonly Notice[] {
  return NOTICE_CODES.flatMap((code) =>
    (counts[code] ?? 0) > 0 ? [{ code, count: counts[code] ?? 0 }] : [],
  );
}

/** Who wrote something in the file, and when: ms since 1970, null when the file tells no time that can be read. */
const authorship = { author: z.string(), time: timeSchema.nullable() };

/** UTF-16 offsets into the text of the block; start = end is a point. */
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };

const importedChangeSchema = z.object({ ...authorship, ...span }).readonly();

/** A tracked change: what was inserted, or the point where something was deleted. */
export type ImportedChange = z.infer<typeof importedChangeSchema>;

const importedCommentSchema = z
  .object({
    ...authorship,
    ...span,
    /** Paragraphs parted by U+000A. */
    text: z.string(),
    replies: z.array(z.object({ ...authorship, text: z.string() }).readonly()).readonly(),
    resolved: z.boolean(),
  })
  .readonly();

/** A comment with the thread below it. */
export type ImportedComment = z.infer<typeof importedCommentSchema>;

export const importedBlockSchema = z
  .object({
    /**
     * With all tracked changes accepted. Its text is empty when they delete the whole paragraph: such a block is
     * no paragraph of a draft; imported, it is one that is suggested to go.
     */
    block: blockSchema,
    /** Of a table cell, what its style makes of it where its column is a version; absent where that is a plain paragraph. */
    styled: roleSchema.optional(),
    /** Whether the block is part of the article; the person may change it before importing. */
    included: z.boolean(),
    /**
     * The text with all tracked changes rejected; empty when they insert the whole paragraph, null when they
     * change nothing of this one's text and marks. Paragraphs that were parted or joined keep their new bounds:
     * each has the part of the old text that stands in it.
     */
    original: richTextSchema.nullable(),
    /** In the order of the text; empty exactly when `original` is null. */
    changes: z.array(importedChangeSchema).readonly(),
    /** In the order of the text. A comment on several paragraphs stands at the first, up to its end. */
    comments: z.array(importedCommentSchema).readonly(),
  })
  .readonly();

export type ImportedBlock = z.infer<typeof importedBlockSchema>;

/** A block of a format, or a file, that knows no tracked changes and no comments. */
export function plainImport(block: Block, included: boolean): ImportedBlock {
  return { block, included, original: null, changes: [], comments: [] };
}

/** Whether a block has words of its version: it is no picture, and not the trace of a paragraph that was deleted. */
export function hasText({ block }: ImportedBlock): boolean {
  return block.text !== '' && !block.picture;
}

/** Whether a block is a paragraph or picture of its version, and not the trace of one that was deleted. */
export function stands({ block }: ImportedBlock): boolean {
  return isThere(block);
}

/** One file as read, before a person has looked at it. */
export const importedDocumentSchema = z
  .object({
    fileName: z.string(),
    format: originSchema.unwrap().shape.format,
    encoding: z.string(),
    hash: z.string(),
    /** Whether a project keeps the file, to write the version back into it; absent where it does not. */
    isKept: z.boolean().optional(),
    /** The language its text is in; null when it is none of the three or the text is too short to tell. */
    language: languageSchema.nullable(),
    /** Where it was exported with changes tracked, what it was made from, as it says itself. */
    madeFrom: z.string().optional(),
    blocks: z.array(importedBlockSchema).readonly(),
    /** Tables whose columns may be the versions; absent where it has none. */
    columns: fileColumnsSchema.optional(),
    notices: z.array(noticeSchema).readonly(),
  })
  .readonly();

export type ImportedDocument = z.infer<typeof importedDocumentSchema>;
