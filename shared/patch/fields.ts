import { z } from 'zod';
import { isSameJson } from '../model/same-json';
import type { Part } from './part';

type OptionalKey<T> = { [F in keyof T]-?: undefined extends T[F] ? F : never }[keyof T];

/** How the fields are patched that are not patched whole. */
type Nested<T> = { readonly [F in keyof T]?: Part<NonNullable<T[F]>, unknown> };

/** The fields that differ, with what they hold now or how it differs, and the names of optional ones that are gone. */
export type FieldsPatch<T, N, Fixed extends keyof T> = {
  readonly [F in Exclude<keyof T, Fixed>]?: F extends keyof N
    ? N[F] extends { after(value: never, patch: infer P): unknown }
      ? P
      : never
    : Exclude<T[F], undefined>;
} & { readonly gone?: readonly OptionalKey<T>[] };

interface Options<T, N, Fixed> {
  readonly nested: N;
  /** Fields that never change. */
  readonly fixed: readonly Fixed[];
  /** Fields that say nothing without each other: where one differs, all are named. */
  readonly together?: readonly (keyof T & string)[];
  /** See `Part.start`. */
  readonly start?: T;
}

/**
 * An object, patched field by field. Its schema says which fields there are, so that a new one is patched, whole,
 * without a word here.
 */
export function fields<S extends z.core.$ZodShape, N, Fixed extends keyof S & string = never>(
  object: z.ZodObject<S>,
  options: Options<z.infer<z.ZodObject<S>>, N & Nested<z.infer<z.ZodObject<S>>>, Fixed>,
): Part<
  z.infer<z.ZodObject<S>>,
  FieldsPatch<z.infer<z.ZodObject<S>>, N, Fixed & keyof z.infer<z.ZodObject<S>>>
> {
  type T = z.infer<z.ZodObject<S>>;
  type P = FieldsPatch<T, N, Fixed & keyof T>;
  const { together = [], start } = options;
  const nested = new Map(Object.entries(options.nested)) as ReadonlyMap<string, Part<unknown, unknown>>;
  const fixed = new Set<string>(options.fixed);

  const between = (before: T, after: T): P | undefined => {
    if (before === after) return undefined;
    const [old, now] = [fieldsOf(before), fieldsOf(after)];
    const patch = new Map<string, unknown>();
    const gone: string[] = [];
    for (const field of new Set([...old.keys(), ...now.keys()])) {
      if (fixed.has(field)) continue;
      const [was, is] = [old.get(field), now.get(field)];
      const part = nested.get(field);
      if (part?.start !== undefined && (is !== undefined || part.isNothing)) {
        const different = part.between(was ?? part.start, is ?? part.start);
        if (different !== undefined) patch.set(field, different);
        else if (was === undefined && !part.isNothing) patch.set(field, {});
      } else if (is === undefined) gone.push(field);
      else if (part && was !== undefined) {
        const different = part.between(was, is);
        if (different !== undefined) patch.set(field, different);
      } else if (!isSameJson(was, is)) patch.set(field, is);
    }
    if (together.some((field) => patch.has(field)))
      for (const field of together) patch.set(field, now.get(field));
    if (gone.length > 0) patch.set('gone', gone);
    return patch.size === 0 ? undefined : (Object.fromEntries(patch) as P);
  };

  const after = (value: T, patch: P): T => {
    const { gone = [], ...changes } = patch;
    const now = fieldsOf(value);
    for (const field of gone) now.delete(String(field));
    for (const [field, change] of Object.entries<unknown>(changes)) {
      if (change === undefined) continue;
      const part = nested.get(field);
      const before = now.get(field) ?? part?.start;
      const changed = part && before !== undefined ? part.after(before, change) : change;
      if (part?.isNothing?.(changed) && !isRequired(object, field)) now.delete(field);
      else now.set(field, changed);
    }
    return Object.fromEntries(now) as T;
  };

  return { schema: schemaOf(object, nested, fixed) as z.ZodType<P>, between, after, ...(start && { start }) };
}

function fieldsOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, each]) => each !== undefined));
}

function isRequired(object: z.ZodObject<z.core.$ZodShape>, field: string): boolean {
  return !(object.shape[field] instanceof z.ZodOptional);
}

/** Every field may be absent, an optional one may be gone, and what is fixed or unknown is not there. */
function schemaOf(
  object: z.ZodObject<z.core.$ZodShape>,
  nested: ReadonlyMap<string, Part<unknown, unknown>>,
  fixed: ReadonlySet<string>,
): z.ZodType {
  const shape = Object.entries(object.shape).filter(([field]) => !fixed.has(field));
  const optional = shape.flatMap(([field]) => (isRequired(object, field) ? [] : [field]));
  const changes = shape.map(([field, own]) => {
    const whole = own instanceof z.ZodOptional ? own.unwrap() : own;
    return [field, z.optional(nested.get(field)?.schema ?? whole)] as const;
  });
  const gone = z.array(z.enum(optional)).readonly().optional();
  return z.object({ ...Object.fromEntries(changes), gone }).readonly();
}
