import type { z } from 'zod';

/**
 * How one kind of value is patched. Applying never fails: what a patch names and the value does not have is passed
 * over. So a patch applied twice is the same as applied once, and patches that name different things can be applied in
 * either order.
 */
export interface Part<T, P> {
  readonly schema: z.ZodType<P>;
  /** What turns one value into another; undefined where they say the same. */
  between(before: T, after: T): P | undefined;
  /** The value with a patch applied; what the patch does not name stays the same object. */
  after(value: T, patch: P): T;
  /** What a patch of an optional field starts from where the field is absent; without it the field comes whole. */
  readonly start?: T;
  /** Whether an optional field is absent instead of holding this value, as an empty list. */
  isNothing?(value: T): boolean;
}
