import { z } from 'zod';
import { idSchema } from './id';
import { LANGUAGES, languageSchema, type Language } from './language';
import { paragraphIdSchema } from './paragraph';
import { rowIdSchema } from './row';
import { timeSchema } from './time';

export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;

/**
 * The category of a flag that asks which of two versions of something is to stand, as after merging copies: nobody made
 * an error, so it counts in no score whatever a newsroom makes neutral errors cost.
 */
export const TO_DECIDE = 'toDecide';

export const severitySchema = z.enum(SEVERITIES);

export type Severity = z.infer<typeof severitySchema>;

/**
 * A place a flag points at. `text`: UTF-16 offsets into the paragraph's present text; start = end is an
 * insertion point (something is missing here). `quote` is the text that was flagged; when an edit deletes it
 * whole the span becomes `orphaned`, stays where the text was, and keeps its quote. `gap`: the row has no paragraph in this language.
 */
export const flagSpanSchema = z.discriminatedUnion('at', [
  z
    .object({
      at: z.literal('text'),
      language: languageSchema,
      paragraphId: paragraphIdSchema,
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      quote: z.string(),
      orphaned: z.boolean(),
      /** The text suggested in place of the span; null when nothing is suggested. */
      fix: z.string().nullable(),
    })
    .readonly(),
  z.object({ at: z.literal('gap'), language: languageSchema, rowId: rowIdSchema }).readonly(),
]);

export type FlagSpan = z.infer<typeof flagSpanSchema>;

export type TextSpan = Extract<FlagSpan, { at: 'text' }>;

export const FLAG_STATUSES = ['open', 'resolved', 'dismissed'] as const;

export const flagStatusSchema = z.enum(FLAG_STATUSES);

export type FlagStatus = z.infer<typeof flagStatusSchema>;

export const flagIdSchema = idSchema;

/** A remark in the thread below a flag; `time` in ms since 1970. */
const commentSchema = z
  .object({ id: z.string().min(1), author: z.string(), time: timeSchema, text: z.string() })
  .readonly();

export const flagSchema = z
  .object({
    id: flagIdSchema,
    spans: z.array(flagSpanSchema).min(1).readonly(),
    /** A dimension or a type of a typology (see shared/mqm), as "accuracy/mistranslation". */
    category: z.string(),
    severity: severitySchema,
    note: z.string(),
    status: flagStatusSchema,
    author: z.string(),
    /** ms since 1970 */
    time: timeSchema,
    thread: z.array(commentSchema).readonly(),
    /** Who is to see to it, by the name they sign with; absent while that is nobody. */
    assignee: z.string().min(1).optional(),
  })
  .readonly();

export type Flag = z.infer<typeof flagSchema>;

/**
 * The version a flag finds an error in: that of its first place. Places in other versions only show what is meant or what
 * would be right.
 */
export function faultyVersion({ spans: [first] }: Pick<Flag, 'spans'>): Language {
  return first?.language ?? LANGUAGES[0];
}

/** Places in another order: those in one version first, which is thereby the one with the error. */
export function withFaulty(spans: readonly FlagSpan[], language: Language): readonly FlagSpan[] {
  const isThere = (span: FlagSpan) => span.language === language;
  return [...spans.filter(isThere), ...spans.filter((span) => !isThere(span))];
}

/** In the order a project keeps them: by time, then id. */
export function flagsInOrder(flags: readonly Flag[]): readonly Flag[] {
  return flags.toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}
