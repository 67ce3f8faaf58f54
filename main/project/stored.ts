import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/model/failure';

/** What is the matter with a row that is not as it was written. */
export const WRONG_SUM = 'wrong checksum';

/** Says that the project at `path` holds something that cannot be right. */
export function damaged(path: string, detail: string): Result<never> {
  return fail('projectDamaged', { path, detail });
}

/**
 * Parses JSON out of the database.
 *
 * @param place where it stands, for the message: "flag 7f3a"
 */
export function parseStored<T>(schema: z.ZodType<T>, json: unknown, path: string, place: string): Result<T> {
  let value: unknown;
  try {
    value = JSON.parse(String(json));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return damaged(path, `${place}: ${error.message}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return damaged(path, `${place}: ${issue?.path.join('.')}: ${issue?.message}`);
}
