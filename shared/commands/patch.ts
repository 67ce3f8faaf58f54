import { z } from 'zod';
import { dismissalSchema, type Dismissal } from '../model/dismissal';
import { flagIdSchema, flagSchema, type Flag } from '../model/flag';
import { perLanguageSchema } from '../model/language';
import { NO_REVIEW, originSchema, reviewSchema, type Project, type Review } from '../model/project';
import { rowSchema, type Row } from '../model/row';
import { inOrder } from './change';
import { withDismissals } from './dismissals';

const { blind, spellings, glossary } = reviewSchema.unwrap().shape;

/** What differs in a review, snapshots being long; null for what is no longer there. */
const reviewPatchSchema = reviewSchema
  .unwrap()
  .extend({ blind: blind.nullable(), spellings: spellings.nullable(), glossary: glossary.nullable() })
  .partial()
  .readonly();

type ReviewPatch = z.infer<typeof reviewPatchSchema>;

/**
 * What differs between two states of a project: the one value that is stored, sent to the window, and kept
 * (both ways) for undo and redo. Parts that did not change are null.
 */
export const patchSchema = z
  .object({
    title: z.string().nullable(),
    origins: perLanguageSchema(originSchema.nullable()).nullable(),
    /** Replace `remove` rows from position `start` (from 0) by `insert`. */
    rows: z
      .object({
        start: z.int().nonnegative(),
        remove: z.int().nonnegative(),
        insert: z.array(rowSchema).readonly(),
      })
      .readonly()
      .nullable(),
    /** Absent where it does not change; null takes it away. */
    review: reviewPatchSchema.nullable().optional(),
    /** Dismissals to add or replace by key, and keys of those to take away; absent where they do not change. */
    dismissals: z
      .object({ put: z.array(dismissalSchema).readonly(), remove: z.array(z.string()).readonly() })
      .readonly()
      .optional(),
    /** Flags to add or replace by id, and ids of flags to take away. */
    flags: z
      .object({ put: z.array(flagSchema).readonly(), remove: z.array(flagIdSchema).readonly() })
      .readonly()
      .nullable(),
  })
  .readonly();

export type Patch = z.infer<typeof patchSchema>;

/**
 * The patch that turns `before` into `after`. Relies on unchanged rows and flags being the same objects, as
 * every command leaves them.
 */
export function patchBetween(before: Project, after: Project): Patch {
  const dismissals = dismissalsBetween(before.dismissals ?? [], after.dismissals ?? []);
  return {
    title: before.title === after.title ? null : after.title,
    origins: before.origins === after.origins ? null : after.origins,
    rows: rowsBetween(before.rows, after.rows),
    flags: flagsBetween(before.flags, after.flags),
    ...(before.review === after.review ? {} : { review: reviewBetween(before.review, after.review) }),
    ...(dismissals && { dismissals }),
  };
}

/** The project with a patch applied; rows and flags the patch does not name stay the same objects. */
export function applyPatch(project: Project, patch: Patch): Project {
  const { rows, flags, dismissals } = patch;
  const { review, ...rest } = project;
  const reviewed = patch.review === undefined ? review : reviewAfter(review, patch.review);
  const after = {
    ...rest,
    ...(reviewed ? { review: reviewed } : {}),
    title: patch.title ?? project.title,
    origins: patch.origins ?? project.origins,
    rows: rows ? project.rows.toSpliced(rows.start, rows.remove, ...rows.insert) : project.rows,
    flags: flags ? putFlags(project.flags, flags.put, flags.remove) : project.flags,
  };
  if (!dismissals) return after;
  const gone = new Set([...dismissals.remove, ...dismissals.put.map(({ key }) => key)]);
  const kept = (project.dismissals ?? []).filter(({ key }) => !gone.has(key));
  return withDismissals(after, [...kept, ...dismissals.put]);
}

/** Whether a patch changes nothing. */
export function isEmptyPatch(patch: Patch): boolean {
  const { title, origins, rows, flags, review, dismissals } = patch;
  return (
    review === undefined &&
    dismissals === undefined &&
    [title, origins, rows, flags].every((part) => part === null)
  );
}

/** What turns one list of rows into another; null when they are the same. Relies on what `patchBetween` does. */
export function rowsBetween(before: readonly Row[], after: readonly Row[]): Patch['rows'] {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const remove = before.length - start - tail;
  const insert = after.slice(start, after.length - tail);
  return remove === 0 && insert.length === 0 ? null : { start, remove, insert };
}

const NOTHING_MORE: ReviewPatch = { blind: null, spellings: null, glossary: null };

function reviewBetween(before: Review | undefined, after: Review | undefined): ReviewPatch | null {
  if (!after) return null;
  const old = new Map<string, unknown>(Object.entries({ ...NOTHING_MORE, ...before }));
  const different = Object.entries({ ...NOTHING_MORE, ...after }).filter(
    ([field, value]) => old.get(field) !== value,
  );
  return Object.fromEntries(different);
}

function reviewAfter(review: Review | undefined, patch: ReviewPatch | null): Review | null {
  if (!patch) return null;
  const before = review ?? NO_REVIEW;
  const { blind, spellings, glossary } = { ...before, ...patch };
  return {
    signOffs: patch.signOffs ?? before.signOffs,
    snapshots: patch.snapshots ?? before.snapshots,
    pivot: patch.pivot === undefined ? before.pivot : patch.pivot,
    ...(blind && { blind }),
    ...(spellings && { spellings }),
    ...(typeof glossary === 'string' && { glossary }),
  };
}

function flagsBetween(before: readonly Flag[], after: readonly Flag[]): Patch['flags'] {
  if (before === after) return null;
  const old = new Map(before.map((flag) => [flag.id, flag]));
  const put = after.filter((flag) => old.get(flag.id) !== flag);
  const kept = new Set(after.map((flag) => flag.id));
  const remove = before.filter((flag) => !kept.has(flag.id)).map((flag) => flag.id);
  return put.length === 0 && remove.length === 0 ? null : { put, remove };
}

function dismissalsBetween(before: readonly Dismissal[], after: readonly Dismissal[]): Patch['dismissals'] {
  if (before === after) return undefined;
  const old = new Map(before.map((dismissal) => [dismissal.key, dismissal]));
  const put = after.filter((dismissal) => old.get(dismissal.key) !== dismissal);
  const kept = new Set(after.map(({ key }) => key));
  const remove = before.flatMap(({ key }) => (kept.has(key) ? [] : [key]));
  return put.length === 0 && remove.length === 0 ? undefined : { put, remove };
}

function putFlags(flags: readonly Flag[], put: readonly Flag[], remove: readonly string[]): readonly Flag[] {
  const gone = new Set([...remove, ...put.map((flag) => flag.id)]);
  return inOrder([...flags.filter((flag) => !gone.has(flag.id)), ...put]);
}
