import { z } from 'zod';
import { paragraphIdSchema } from './paragraph';
import { rowIdSchema } from './row';

/** Where a paragraph goes within its version: it changes places with another, or takes the empty place in a row. */
export const orderSchema = z
  .object({
    paragraphId: paragraphIdSchema,
    to: z.union([
      z.object({ placeOf: paragraphIdSchema }).readonly(),
      z.object({ rowId: rowIdSchema }).readonly(),
    ]),
  })
  .readonly();

export type Order = z.infer<typeof orderSchema>;
