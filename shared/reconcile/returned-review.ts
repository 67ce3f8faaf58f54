import { z } from 'zod';
import type { Paragraph } from '../model/paragraph';
import { suggestionsIn } from './suggestions';

const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).readonly();

/** What a file that was exported with changes tracked says when it comes back. */
export const returnedReviewSchema = z
  .object({
    /** Its paragraphs, each with the changes that wait in it still; UTF-16 offsets. */
    texts: z
      .array(z.object({ text: z.string(), waiting: z.array(spanSchema).readonly() }).readonly())
      .readonly(),
    /** What paragraphs said that still wait to be taken out whole. */
    leaving: z.array(z.string()).readonly(),
  })
  .readonly();

export type ReturnedReview = z.infer<typeof returnedReviewSchema>;

/** One suggestion that was decided there: its position in `suggestionsIn`, null for all of a paragraph. */
export interface Decided {
  readonly which: number | null;
  readonly accept: boolean;
}

/**
 * What was decided of the suggestions in a paragraph, to be carried out in this order. What was rejected in a text that goes
 * on differs from ours and is a difference like any other; what was accepted is seen from no text, but waits no more.
 */
export function decidedThere(paragraph: Paragraph, { texts, leaving }: ReturnedReview): readonly Decided[] {
  const { pending, text } = paragraph;
  if (!pending) return [];
  if (text === '') {
    const { settled } = pending;
    if (leaving.includes(settled.text)) return [];
    return [{ which: null, accept: !texts.some((each) => each.text === settled.text) }];
  }
  const returned = texts.find((each) => each.text === text);
  if (!returned) return [];
  return suggestionsIn(paragraph)
    .flatMap(({ after }, which) => {
      const waits = returned.waiting.some(({ start, end }) => start <= after.end && end >= after.start);
      return waits ? [] : [{ which, accept: true }];
    })
    .reverse();
}
