import { z } from 'zod';
import { isSameJson } from '../model/same-json';
import type { Part } from './part';

/** What to put into a list, new or in place of what is there under the same key, and the keys of what to take away. */
export interface SortedPatch<T> {
  readonly put?: readonly T[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** A list whose order follows from what is in it; each thing is put whole. */
export function sortedList<T>(
  item: z.ZodType<T>,
  key: z.ZodType<string>,
  keyOf: (each: T) => string,
  inOrder: (list: readonly T[]) => readonly T[],
): Part<readonly T[], SortedPatch<T>> {
  return {
    schema: z
      .object({
        put: z.array(item).readonly().optional(),
        remove: z.array(key).readonly().optional(),
      })
      .readonly(),
    start: [],
    isNothing: (list) => list.length === 0,
    between: (before, after) => {
      if (before === after) return undefined;
      const old = new Map(before.map((each) => [keyOf(each), each]));
      const put = after.filter((each) => !isSameJson(old.get(keyOf(each)), each));
      for (const each of after) old.delete(keyOf(each));
      const remove = [...old.keys()];
      if (put.length === 0 && remove.length === 0) return undefined;
      return { ...(put.length > 0 && { put }), ...(remove.length > 0 && { remove }) };
    },
    after: (list, { put = [], remove = [] }) => {
      // Named twice it is there once, as it was named last.
      const fresh = new Map(put.map((each) => [keyOf(each), each]));
      const gone = new Set([...remove, ...fresh.keys()]);
      return inOrder([...list.filter((each) => !gone.has(keyOf(each))), ...fresh.values()]);
    },
  };
}
