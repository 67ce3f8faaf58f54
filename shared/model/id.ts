import { z } from 'zod';

/** What a thing is known by. SQL text cannot hold a NUL, so no id does. */
export const idSchema = z
  .string()
  .min(1)
  .regex(/^[^\0]*$/);
