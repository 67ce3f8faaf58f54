import { z } from 'zod';
import { patchBetween, type Patch } from '../../shared/patch/project-patch';
import { dismissalSchema } from '../../shared/model/dismissal';
import { flagIdSchema, flagSchema } from '../../shared/model/flag';
import { perLanguage, perLanguageSchema } from '../../shared/model/language';
import { NO_REVIEW, originSchema, reviewSchema, type Project, type Review } from '../../shared/model/project';
import { rowSchema, type Row } from '../../shared/model/row';
import { isSameJson } from '../../shared/model/same-json';
import type { Steps } from '../system/steps';
import { checksum, isWhole } from './checksum';
import type { Database } from './database';
import { readRange } from './history';
import { parseStored } from './stored';

const { blind, spellings, glossary } = reviewSchema.unwrap().shape;

/** A patch as versions 1 to 3 had it: rows as a splice, snapshots and other lists of the review whole. */
const splicePatchSchema = z.object({
  title: z.string().nullable(),
  origins: perLanguageSchema(originSchema.nullable()).nullable(),
  rows: z
    .object({
      start: z.int().nonnegative(),
      remove: z.int().nonnegative(),
      insert: z.array(rowSchema).readonly(),
    })
    .nullable(),
  /** Absent where it does not change; null takes it, or a list of it, away. */
  review: reviewSchema
    .unwrap()
    .extend({ blind: blind.nullable(), spellings: spellings.nullable(), glossary: glossary.nullable() })
    .partial()
    .nullable()
    .optional(),
  dismissals: z
    .object({ put: z.array(dismissalSchema).readonly(), remove: z.array(z.string()).readonly() })
    .optional(),
  flags: z
    .object({ put: z.array(flagSchema).readonly(), remove: z.array(flagIdSchema).readonly() })
    .nullable(),
});

type SplicePatch = z.infer<typeof splicePatchSchema>;

/** What the old patches say nothing of without the state they were made for. */
interface State {
  readonly rows: readonly Row[];
  readonly review: Review | undefined;
}

/**
 * Writes the patches of the history anew, so that they name rows by their ids instead of by their positions. Which rows
 * those are is found by going back from the present, and on to what is undone. An entry that is damaged, or does not lead
 * from one state to another and back, is left as it is, and with it those behind it: no reader takes them for patches, as
 * none could before.
 */
export function* nameByIds(db: Database): Steps<void> {
  const present = readState(db);
  if (!present) return;
  const [counts] = db.rows`
    SELECT emit(coalesce(max(seq) FILTER (WHERE NOT undone), 0), coalesce(max(seq), 0), count(*)) FROM history`;
  const [applied, last, all] = z.tuple([z.int(), z.int(), z.int()]).parse(counts);
  // A single entry may say it is the billionth: opening will tell of the gap.
  if (all !== last) return;
  const total = Math.max(1, last);
  let state: State | null = present;
  // One at a time: each may hold all snapshots there were.
  for (let seq = applied; seq > 0 && state; seq -= 1) {
    state = rewrite(db, seq, state, 'inverse');
    yield (applied - seq) / total;
  }
  state = present;
  for (let seq = applied + 1; seq <= last && state; seq += 1) {
    state = rewrite(db, seq, state, 'forward');
    yield seq / total;
  }
}

/** Moves the snapshots out of the review into their table, each under an id of its own. */
export function bringInSnapshots(db: Database): void {
  const review = readReview(db);
  if (!review) return;
  const taken = new Set(review.snapshots.map(({ id }) => id));
  const placed = new Set<string>();
  for (const [i, snapshot] of review.snapshots.entries()) {
    let { id } = snapshot;
    // The same in every copy of the project.
    if (placed.has(id)) for (let n = i; taken.has(id); n += 1) id = `${snapshot.id}-${n}`;
    placed.add(id);
    taken.add(id);
    const body = JSON.stringify({ ...snapshot, id });
    db.run`INSERT INTO snapshot VALUES (${id}, ${body}, ${checksum([id, body])})`;
  }
  const left = JSON.stringify({ ...review, snapshots: [] });
  db.run`UPDATE meta SET value = ${left}, sum = ${checksum(['review', left])} WHERE key = 'review'`;
}

/** The present rows in order, and the review; null where they cannot be read, which opening will tell. */
function readState(db: Database): State | null {
  // Sorted here: what is emitted comes in the order it is read.
  const stored = db.rows`SELECT emit(position, body) FROM alignment_row`.toSorted(
    ([a], [b]) => Number(a) - Number(b),
  );
  const rows: Row[] = [];
  for (const [, body] of stored) {
    const row = parseStored(rowSchema, body, '', 'row');
    if (!row.ok) return null;
    rows.push(row.value);
  }
  return { rows, review: readReview(db) };
}

/** The review of the present; undefined where there is none, or none that is whole: opening will tell. */
function readReview(db: Database): Review | undefined {
  const [fact] = db.rows`SELECT emit(key, value, sum) FROM meta WHERE key = 'review'`;
  if (!fact || !isWhole(fact)) return undefined;
  const review = parseStored(reviewSchema, fact[1], '', 'review');
  return review.ok ? review.value : undefined;
}

/**
 * Writes the patches of an entry anew.
 *
 * @param state the one that the patch of this `way` starts from
 * @returns the state it leads to; null where it leads to none
 */
function rewrite(db: Database, seq: number, state: State, way: 'forward' | 'inverse'): State | null {
  const [entry] = readRange(db, seq - 1, seq);
  if (!entry?.whole) return null;
  const forward = parseStored(splicePatchSchema, entry.forward, '', '');
  const inverse = parseStored(splicePatchSchema, entry.inverse, '', '');
  if (!forward.ok || !inverse.ok) return null;
  const [there, back] = way === 'forward' ? [forward.value, inverse.value] : [inverse.value, forward.value];
  const review = reviewAfter(state.review, there.review);
  const spliced = splice(state.rows, there.rows, back.rows);
  if (!spliced) return null;
  const [here, yonder] = [bare(spliced.before, state.review), bare(spliced.after, review)];
  const [old, now] = way === 'forward' ? [here, yonder] : [yonder, here];
  const made = JSON.stringify(named(patchBetween(old, now), forward.value));
  const taken = JSON.stringify(named(patchBetween(now, old), inverse.value));
  db.run`UPDATE history SET forward = ${made}, inverse = ${taken},
      sum = checksum(seq, undone, time, author, label, grp, command, ${made}, ${taken})
    WHERE seq = ${seq}`;
  return { rows: spliced.rows, review };
}

/** A patch of rows and review, with the rest of an old one, which was named by ids or whole already. */
function named(patch: Patch, { title, origins, flags, dismissals }: SplicePatch): Patch {
  return {
    ...patch,
    ...(title !== null && { title }),
    ...(origins && { origins }),
    ...(flags && { flags }),
    ...(dismissals && { dismissals }),
  };
}

/** A project of nothing but these. */
function bare(rows: readonly Row[], review: Review | undefined): Project {
  return {
    id: 'bare',
    title: '',
    created: 0,
    origins: perLanguage(() => null),
    rows,
    flags: [],
    ...(review && { review }),
  };
}

interface Spliced {
  /** All rows after it. */
  readonly rows: readonly Row[];
  /** The row above those that were replaced, where there is one, and these; and the same after it. */
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** Replaces rows by others; null where the one does not fit, or the other does not bring back just what was there. */
function splice(rows: readonly Row[], there: SplicePatch['rows'], back: SplicePatch['rows']): Spliced | null {
  if (!there && !back) return { rows, before: [], after: [] };
  if (!there || !back) return null;
  const { start, remove, insert } = there;
  const end = start + remove;
  const replaced = rows.slice(start, end);
  const fits = end <= rows.length && back.start === start && back.remove === insert.length;
  if (!fits || !isSameJson(back.insert, replaced)) return null;
  const above = rows.slice(Math.max(0, start - 1), start);
  return {
    rows: [...rows.slice(0, start), ...insert, ...rows.slice(end)],
    before: [...above, ...replaced],
    after: [...above, ...insert],
  };
}

/** As versions 2 and 3 applied it. */
function reviewAfter(review: Review | undefined, patch: SplicePatch['review']): Review | undefined {
  if (patch === undefined) return review;
  if (patch === null) return undefined;
  const before = review ?? NO_REVIEW;
  const { blind: people, spellings: approved, glossary: terms } = { ...before, ...patch };
  return {
    signOffs: patch.signOffs ?? before.signOffs,
    snapshots: patch.snapshots ?? before.snapshots,
    pivot: patch.pivot === undefined ? before.pivot : patch.pivot,
    ...(people && { blind: people }),
    ...(approved && { spellings: approved }),
    ...(typeof terms === 'string' && { glossary: terms }),
  };
}
