import { z } from 'zod';
import { interfaceLanguageSchema } from '../interface/language-schema';
import { REPORT_FORMATS } from './formats';

/** What report a person wishes for. */
export const reportWishSchema = z
  .object({
    format: z.enum(REPORT_FORMATS),
    /** The language it is written in. */
    language: interfaceLanguageSchema,
    /** What is not left out. */
    parts: z.object({ scores: z.boolean(), settled: z.boolean(), findings: z.boolean() }).readonly(),
  })
  .readonly();

export type ReportWish = z.infer<typeof reportWishSchema>;
