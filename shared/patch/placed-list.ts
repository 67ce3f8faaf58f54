import { z } from 'zod';
import { longestRise } from '../model/longest-rise';
import type { Part } from './part';

/** Something with an id by which patches name it. */
interface Named {
  readonly id: string;
}

const nameSchema = z.string().min(1);

/** Where something new or moved stands: right after another, or first. */
const placeSchema = z.object({ id: nameSchema, after: nameSchema.nullable() }).readonly();

type Place = z.infer<typeof placeSchema>;

/** What differs in a list that is in an order of its own. Lists of nothing are left out. */
export interface PlacedPatch<T, P> {
  /** What is new, whole. */
  readonly put?: readonly T[] | undefined;
  /** What was there before and is another now, and how. */
  readonly changed?: readonly (P & Named)[] | undefined;
  /** Ids of what is there no longer. */
  readonly remove?: readonly string[] | undefined;
  /** Where the new and the moved stand, in the order of the list: what comes before each is there by then. */
  readonly placed?: readonly Place[] | undefined;
}

/**
 * A list in an order of its own, each thing in it patched by its id. Of those that stay as few are moved as can be, and
 * of several such choices always the same is made.
 */
export function placedList<T extends Named, P extends object>(
  item: z.ZodType<T>,
  part: Part<T, P>,
): Part<readonly T[], PlacedPatch<T, P>> {
  const changedSchema = part.schema.and(z.object({ id: nameSchema })) as unknown as z.ZodType<P & Named>;
  return {
    schema: z
      .object({
        put: z.array(item).readonly().optional(),
        changed: z.array(changedSchema).readonly().optional(),
        remove: z.array(nameSchema).readonly().optional(),
        placed: z.array(placeSchema).readonly().optional(),
      })
      .readonly(),
    between: (before, after) => between(before, after, part),
    after: (list, patch) => arrange(withChanged(list, patch, part), patch),
  };
}

function between<T extends Named, P extends object>(
  before: readonly T[],
  after: readonly T[],
  part: Part<T, P>,
): PlacedPatch<T, P> | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;

  const old = new Map<string, { readonly item: T; readonly at: number }>();
  for (let at = start; at < before.length - tail; at += 1) {
    const each = before[at];
    if (each) old.set(each.id, { item: each, at });
  }
  const now = after.slice(start, after.length - tail);
  const kept = now.flatMap((each) => old.get(each.id)?.at ?? []);
  const staying = new Set(longestRise(kept).map((i) => kept[i]));
  const put: T[] = [];
  const changed: (P & Named)[] = [];
  const placed: Place[] = [];
  let above = after[start - 1]?.id ?? null;
  for (const each of now) {
    const was = old.get(each.id);
    const different = was && part.between(was.item, each);
    if (!was) put.push(each);
    else if (different !== undefined) changed.push({ id: each.id, ...different });
    if (!was || !staying.has(was.at)) placed.push({ id: each.id, after: above });
    above = each.id;
  }
  for (const each of now) old.delete(each.id);
  const remove = [...old.keys()];
  const patch = {
    ...(put.length > 0 && { put }),
    ...(changed.length > 0 && { changed }),
    ...(remove.length > 0 && { remove }),
    ...(placed.length > 0 && { placed }),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** The list with what a patch changes in its place, and what it puts in the place of the same or at the end. */
function withChanged<T extends Named, P extends object>(
  list: readonly T[],
  { put = [], changed = [] }: PlacedPatch<T, P>,
  part: Part<T, P>,
): readonly T[] {
  if (put.length + changed.length === 0) return list;
  const present = [...list];
  const positionOf = positions(list, put.length + changed.length);
  /** Where those stand that are new: named twice, they are there once. */
  const added = new Map<string, number>();
  for (const each of put) {
    const at = added.get(each.id) ?? positionOf(each.id);
    if (at === undefined) added.set(each.id, present.push(each) - 1);
    else present[at] = each;
  }
  for (const change of changed) {
    const at = added.get(change.id) ?? positionOf(change.id);
    const each = at === undefined ? undefined : present[at];
    if (at !== undefined && each) present[at] = part.after(each, change);
  }
  return present;
}

/** Finds where things of a list stand by their ids, so many times: most changes are of one thing in a long list. */
function positions(list: readonly Named[], times: number): (id: string) => number | undefined {
  if (times === 1) {
    return (id) => {
      const at = list.findIndex((each) => each.id === id);
      return at === -1 ? undefined : at;
    };
  }
  const all = new Map(list.map(({ id }, i) => [id, i]));
  return (id) => all.get(id);
}

function arrange<T extends Named>(
  list: readonly T[],
  { remove = [], placed = [] }: Pick<PlacedPatch<T, object>, 'remove' | 'placed'>,
): readonly T[] {
  if (remove.length === 0 && placed.length === 0) return list;
  const gone = new Set(remove);
  const moving = new Map<string, T | null>(placed.map(({ id }) => [id, null]));
  const staying: T[] = [];
  for (const each of list) {
    if (moving.has(each.id)) moving.set(each.id, each);
    else if (!gone.has(each.id)) staying.push(each);
  }
  /** What was placed right after each, in that order: the last of them stands first. */
  const followers = new Map<string | null, T[]>();
  for (const { id, after } of placed) {
    const each = moving.get(id);
    if (!each) continue;
    const others = followers.get(after);
    if (others) others.push(each);
    else followers.set(after, [each]);
    // Named twice, it stands where it was placed first.
    moving.delete(id);
  }
  const arranged: T[] = [];
  const take = (anchor: string | null) => {
    const waiting = followers.get(anchor) ?? [];
    followers.delete(anchor);
    for (let each = waiting.pop(); each; each = waiting.pop()) {
      arranged.push(each);
      for (const next of followers.get(each.id) ?? []) waiting.push(next);
      followers.delete(each.id);
    }
  };
  take(null);
  for (const each of staying) {
    arranged.push(each);
    take(each.id);
  }
  // After something that is not there: at the end, rather than nowhere.
  for (const left of followers.values()) arranged.push(...left);
  return arranged;
}
