import { z } from 'zod';

/** What a thing is known by. SQL text can hold neither a NUL nor half of a surrogate pair, so no id does. */
export const idSchema = z
  .string()
  .min(1)
  .regex(/^[^\0\p{Cs}]*$/u);
