import { z } from 'zod';

/** A longer query is none a person writes, in UTF-16 units. */
export const LONGEST_QUERY = 1000;

export const askedSchema = z
  .object({
    query: z.string().max(LONGEST_QUERY),
    matchCase: z.boolean(),
    wholeWord: z.boolean(),
    /** Whether ё is another letter than е, and stress marks are seen. */
    exactMarks: z.boolean(),
    /** What the query is: letters, words in all their forms, or a regular expression. */
    by: z.enum(['letters', 'forms', 'pattern']),
  })
  .readonly();

/** What is looked for, and how. */
export type Asked = z.infer<typeof askedSchema>;
