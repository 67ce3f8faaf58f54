import { z } from 'zod';
import { blockSchema, paragraphIdSchema, richTextSchema, roleSchema } from '../model/paragraph';
import { mergeChunkSchema } from './merge-texts';

/** What a paragraph is besides its text. */
const shapeSchema = z
  .object({ role: roleSchema, label: z.string(), depth: z.int().nonnegative() })
  .readonly();

export type Shape = z.infer<typeof shapeSchema>;

/** Whether a person has to decide: both sides changed it, each in another way. */
const conflict = z.boolean();

/** The present paragraphs it is about, in the present order. */
const paragraphIds = z.array(paragraphIdSchema).min(1).readonly();

/** Positions in the draft, from 0. */
const theirs = z.array(z.int().nonnegative()).min(1).readonly();

/**
 * The present paragraph after which something belongs, null for the start. Several with the same place stand
 * there in the order of the list.
 */
const after = paragraphIdSchema.nullable();

const blocks = z.array(blockSchema).min(1).readonly();

/** One thing a draft would change in the present version; each can be taken without the others. */
export const draftDifferenceSchema = z.discriminatedUnion('kind', [
  /**
   * Other text. Several paragraphs are merged as one text with `PARAGRAPH_BREAK` between them: `partsOf(chunks)`
   * gives the paragraphs that come of it, `split` when they are more than now, `merged` when fewer. `blocks` is
   * what the draft has.
   */
  z
    .object({
      kind: z.enum(['edited', 'split', 'merged']),
      paragraphIds,
      theirs,
      blocks,
      chunks: z.array(mergeChunkSchema).readonly(),
      conflict,
    })
    .readonly(),
  /** Another role, depth or label; `renumbered` when it is the label alone. `mergeShapes` gives what comes of it. */
  z
    .object({
      kind: z.enum(['renumbered', 'reshaped']),
      paragraphIds,
      theirs,
      shapes: z.object({ base: shapeSchema, ours: shapeSchema, theirs: shapeSchema }).readonly(),
      conflict,
    })
    .readonly(),
  /** Another place. A conflict when we moved it too. */
  z.object({ kind: z.literal('moved'), paragraphIds, theirs, after, conflict }).readonly(),
  /** New in the draft. */
  z.object({ kind: z.literal('added'), theirs, blocks, after, conflict: z.literal(false) }).readonly(),
  /** Not in the draft any more. A conflict when we edited it. */
  z
    .object({
      kind: z.literal('removed'),
      paragraphIds,
      base: z.array(richTextSchema).readonly(),
      conflict,
    })
    .readonly(),
  /** We removed what the draft edits: `base` is what stood there, `blocks` what the draft makes of it. */
  z
    .object({
      kind: z.literal('restored'),
      theirs,
      blocks,
      base: z.array(richTextSchema).readonly(),
      after,
      conflict: z.literal(true),
    })
    .readonly(),
]);

export type DraftDifference = z.infer<typeof draftDifferenceSchema>;

/** What a newer draft of one version means for the present one. */
export const draftMergeSchema = z
  .object({
    /** In the order of the draft; what it removes comes after what it followed. */
    differences: z.array(draftDifferenceSchema).readonly(),
    /** Present paragraphs the draft leaves as they are, or changes as we did already. */
    unchanged: z.array(paragraphIdSchema).readonly(),
  })
  .readonly();

export type DraftMerge = z.infer<typeof draftMergeSchema>;

/** Field by field the one that changed; ours where both did. */
export function mergeShapes({
  base,
  ours,
  theirs: draft,
}: {
  readonly base: Shape;
  readonly ours: Shape;
  readonly theirs: Shape;
}): Shape {
  return {
    role: ours.role === base.role ? draft.role : ours.role,
    label: ours.label === base.label ? draft.label : ours.label,
    depth: ours.depth === base.depth ? draft.depth : ours.depth,
  };
}
