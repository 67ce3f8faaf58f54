import { z } from 'zod';
import { paragraphIdSchema, richTextSchema } from '../model/paragraph';

/** What a person decided before a copy is merged into theirs. */
export const mergeChoicesSchema = z
  .object({
    /** By the key of a conflict: whose is taken, and of a text what it is to say. */
    decided: z
      .array(
        z
          .object({
            key: z.string(),
            side: z.enum(['ours', 'theirs']),
            content: richTextSchema.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** Paragraphs whose text stays as we have it, though only the copy changed it. */
    left: z.array(paragraphIdSchema).readonly(),
  })
  .readonly();

export type MergeChoices = z.infer<typeof mergeChoicesSchema>;

/** Nothing is decided, and everything that contradicts nothing is taken. */
export const NO_CHOICES: MergeChoices = { decided: [], left: [] };
