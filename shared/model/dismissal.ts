import { z } from 'zod';
import { timeSchema } from './time';

/** Why a finding is none, or is not to be shown any more; `flagged`: it was raised to a flag. */
export const DISMISSAL_REASONS = ['right', 'intended', 'notWorth', 'other', 'flagged'] as const;

export const dismissalReasonSchema = z.enum(DISMISSAL_REASONS);

export type DismissalReason = z.infer<typeof dismissalReasonSchema>;

/** A person's word on a finding: it is not to be shown as long as the texts it is about stay the same. */
export const dismissalSchema = z
  .object({
    /** The key of the finding, which holds these texts. */
    key: z.string().min(1),
    reason: dismissalReasonSchema,
    /** In the person's own words; empty where there are none. */
    note: z.string(),
    author: z.string(),
    /** ms since 1970 */
    time: timeSchema,
  })
  .readonly();

export type Dismissal = z.infer<typeof dismissalSchema>;

/** In the order a project keeps them: by time, then key. */
export function dismissalsInOrder(dismissals: readonly Dismissal[]): readonly Dismissal[] {
  return dismissals.toSorted((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
}
