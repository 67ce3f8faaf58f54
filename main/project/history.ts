import { z } from 'zod';
import { patchSchema, type Patch } from '../../shared/commands/patch';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Database } from './database';
import { damaged, parseStored } from './stored';

/** One recorded change, as shown to a person. */
export interface HistoryEntry {
  /** 1 for the first change of the project. */
  readonly seq: number;
  readonly label: string;
  readonly author: string;
  /** ms since 1970 */
  readonly time: number;
  /** Neighbouring entries of one group are undone and redone together; null is a group of its own. */
  readonly group: string | null;
  readonly undone: boolean;
}

/** What is to be told of a change when it is recorded. */
export interface NewEntry {
  /** The command as a plain value; kept for readers of the file, never read back. */
  readonly command: unknown;
  readonly label: string;
  readonly author: string;
  /** ms since 1970 */
  readonly time: number;
  readonly group: string | null;
}

/** An entry as it stands in the table: seq, label, author, time, group, undone. */
export const entrySchema = z
  .tuple([z.int(), z.string(), z.string(), z.number(), z.string().nullable(), z.literal([0, 1])])
  .transform(([seq, label, author, time, group, undone]): HistoryEntry => ({
    seq,
    label,
    author,
    time,
    group,
    undone: undone === 1,
  }));

/**
 * How many entries are applied, which is also the `seq` of the last one: entries are numbered without gaps
 * and the undone ones are the last. Fails with `projectDamaged` where that is not so.
 */
export function readPosition(db: Database, path: string): Result<number> {
  const [counts] = db.rows`
    SELECT emit(count(*), coalesce(max(seq), 0), count(*) FILTER (WHERE NOT undone),
      coalesce(max(seq) FILTER (WHERE NOT undone), 0)) FROM history`;
  const [all, last, applied, lastApplied] = z.tuple([z.int(), z.int(), z.int(), z.int()]).parse(counts);
  return all === last && applied === lastApplied ? ok(applied) : damaged(path, 'history has gaps');
}

/** Appends an entry after `position`; what was undone before is gone for good. */
export function writeEntry(
  db: Database,
  position: number,
  entry: NewEntry,
  forward: Patch,
  inverse: Patch,
): void {
  db.run`DELETE FROM history WHERE seq > ${position}`;
  const { time, author, label, group, command } = entry;
  db.run`INSERT INTO history VALUES (${position + 1}, 0, ${time}, ${author}, ${label}, ${group},
    ${JSON.stringify(command)}, ${JSON.stringify(forward)}, ${JSON.stringify(inverse)})`;
}

/** Makes `to` the number of applied entries, which was `from`. */
export function writePosition(db: Database, from: number, to: number): void {
  db.run`UPDATE history SET undone = seq > ${to} WHERE seq > ${Math.min(from, to)} AND seq <= ${Math.max(from, to)}`;
}

/** The entries that are applied, from the first on. */
export function readApplied(db: Database): readonly HistoryEntry[] {
  return db.rows`SELECT emit(seq, label, author, time, grp, undone) FROM history WHERE NOT undone`
    .map((entry) => entrySchema.parse(entry))
    .sort(({ seq: a }, { seq: b }) => a - b);
}

/** The entry of a number; null when there is none. */
export function readEntry(db: Database, seq: number): HistoryEntry | null {
  const [entry] = db.rows`SELECT emit(seq, label, author, time, grp, undone) FROM history WHERE seq = ${seq}`;
  return entry ? entrySchema.parse(entry) : null;
}

/** A stretch of entries that are undone or redone in one step. */
export interface Step {
  /** The number of applied entries after it. */
  readonly position: number;
  /** In the order they are to be applied. */
  readonly patches: readonly Patch[];
}

/** What undoing the entry `last` takes: its whole group, back to front. */
export function readUndoStep(db: Database, last: HistoryEntry, path: string): Result<Step> {
  const { seq, group } = last;
  // `IS NOT NULL` keeps entries without a group apart from each other.
  const stored = db.rows`SELECT emit(seq, inverse) FROM history WHERE seq <= ${seq} AND seq > (
    SELECT coalesce(max(seq), 0) FROM history WHERE seq < ${seq} AND (grp IS NULL OR grp IS NOT ${group}))`;
  const patches = readPatches([...stored].sort(bySeq).reverse(), path);
  return patches.ok ? ok({ position: seq - stored.length, patches: patches.value }) : patches;
}

/** What redoing the entry `first` takes: its whole group, front to back. */
export function readRedoStep(db: Database, first: HistoryEntry, path: string): Result<Step> {
  const { seq, group } = first;
  const stored = db.rows`SELECT emit(seq, forward) FROM history WHERE seq >= ${seq} AND seq < (
    SELECT coalesce(min(seq), ${Number.MAX_SAFE_INTEGER}) FROM history
    WHERE seq > ${seq} AND (grp IS NULL OR grp IS NOT ${group}))`;
  const patches = readPatches([...stored].sort(bySeq), path);
  return patches.ok ? ok({ position: seq - 1 + stored.length, patches: patches.value }) : patches;
}

/**
 * What leads from the state after entry `from` to the one after entry `to`, in the order it is to be applied; entries
 * that are undone count. Fails with `commandRefused` where there is no entry of such a number.
 */
export function readWay(db: Database, from: number, to: number, path: string): Result<readonly Patch[]> {
  const stored =
    to < from
      ? db.rows`SELECT emit(seq, inverse) FROM history WHERE seq > ${to} AND seq <= ${from}`
      : db.rows`SELECT emit(seq, forward) FROM history WHERE seq > ${from} AND seq <= ${to}`;
  if (stored.length < Math.abs(to - from)) return fail('commandRefused', { command: `history ${to}` });
  const onwards = [...stored].sort(bySeq);
  return readPatches(to < from ? onwards.reverse() : onwards, path);
}

/** The last entry of an author that is not undone; 0 when there is none. */
export function readLastBy(db: Database, author: string): number {
  const [last] =
    db.rows`SELECT emit(coalesce(max(seq), 0)) FROM history WHERE author = ${author} AND NOT undone`;
  return z.tuple([z.int()]).parse(last)[0];
}

type StoredPatch = readonly unknown[];

function bySeq(a: StoredPatch, b: StoredPatch): number {
  return Number(a[0]) - Number(b[0]);
}

function readPatches(stored: readonly StoredPatch[], path: string): Result<readonly Patch[]> {
  const patches: Patch[] = [];
  for (const [seq, json] of stored) {
    const patch = parseStored(patchSchema, json, path, `history ${seq}`);
    if (!patch.ok) return patch;
    patches.push(patch.value);
  }
  return ok(patches);
}
