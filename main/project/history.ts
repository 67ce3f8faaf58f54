import { z } from 'zod';
import { patchSchema, type Patch } from '../../shared/patch/project-patch';
import { fail, ok, type Result } from '../../shared/model/failure';
import { timeSchema } from '../../shared/model/time';
import { checksum } from './checksum';
import type { Database } from './database';
import type { RecordedStep } from './retrace';
import { damaged, parseStored, WRONG_SUM } from './stored';

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
  /** The command as a plain value; kept for readers of the file, never read back but for `readMerges`. */
  readonly command: unknown;
  readonly label: string;
  readonly author: string;
  /** ms since 1970 */
  readonly time: number;
  readonly group: string | null;
}

/** An entry as it stands in the table: seq, label, author, time, group, undone. */
const entrySchema = z
  // A moment that is none must keep nobody from the text: it is told as the beginning of time.
  .tuple([z.int(), z.string(), z.string(), timeSchema.catch(0), z.string().nullable(), z.literal([0, 1])])
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
  if (all !== last || applied !== lastApplied) return damaged(path, 'history has gaps');
  // Were the last one wrongly called applied or the first one undone, the history would not lead to what the tables
  // hold. Other damage is found when the entry is read, and until then keeps nobody from the text.
  const [wrong] = db.rows`SELECT emit(seq) FROM history WHERE seq IN (${applied}, ${applied + 1})
    AND sum = checksum(seq, NOT undone, time, author, label, grp, command, forward, inverse)`;
  return wrong ? damaged(path, `history ${wrong[0]}: ${WRONG_SUM}`) : ok(applied);
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
  const seq = position + 1;
  const [asked, made, back] = [JSON.stringify(command), JSON.stringify(forward), JSON.stringify(inverse)];
  db.run`INSERT INTO history VALUES (${seq}, 0, ${time}, ${author}, ${label}, ${group}, ${asked}, ${made}, ${back},
    ${checksum([seq, 0, time, author, label, group, asked, made, back])})`;
}

/** Makes `to` the number of applied entries, which was `from`. */
export function writePosition(db: Database, from: number, to: number): void {
  db.run`UPDATE history SET undone = seq > ${to},
      sum = checksum(seq, seq > ${to}, time, author, label, grp, command, forward, inverse)
    WHERE seq > ${Math.min(from, to)} AND seq <= ${Math.max(from, to)}`;
}

/** The entries that are applied, from the first on. */
export function readApplied(db: Database): readonly HistoryEntry[] {
  return db.rows`SELECT emit(seq, label, author, time, grp, undone) FROM history WHERE NOT undone`
    .map((entry) => entrySchema.parse(entry))
    .sort(({ seq: a }, { seq: b }) => a - b);
}

/** A change as it is known again in another copy of the project. */
export type ChangeMark = Pick<HistoryEntry, 'seq' | 'time' | 'author' | 'label'>;

/** That another copy was merged, and the last change it had then. */
export interface MergeEntry {
  readonly seq: number;
  /** ms since 1970 */
  readonly time: number;
  readonly taken: ChangeMark;
}

const takenSchema = z.object({
  taken: z.object({ seq: z.int().positive(), time: timeSchema, author: z.string(), label: z.string() }),
});

/** The copies that were merged and are not undone, where what is kept of it tells how far the copy had come. */
export function readMerges(db: Database, path: string): readonly MergeEntry[] {
  return db.rows`SELECT emit(seq, time, command) FROM history WHERE label = 'takeMerged' AND NOT undone`.flatMap(
    ([number, moment, command]) => {
      const [seq, time] = [z.int().parse(number), timeSchema.catch(0).parse(moment)];
      const told = parseStored(takenSchema, command, path, `history ${seq}`);
      return told.ok ? [{ seq, time, taken: told.value.taken }] : [];
    },
  );
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
  readonly patches: readonly RecordedStep[];
}

/** What undoing the entry `last` takes: its whole group, back to front. */
export function readUndoStep(db: Database, last: HistoryEntry, path: string): Result<Step> {
  const { seq } = last;
  // `IS NOT NULL` keeps entries without a group apart from each other.
  const [before] = db.rows`SELECT emit(coalesce(max(seq), 0)) FROM history
    WHERE seq < ${seq} AND (grp IS NULL OR grp IS NOT (SELECT grp FROM history WHERE seq = ${seq}))`;
  const position = oneNumber.parse(before)[0];
  const patches = readPatches(readRange(db, position, seq).reverse(), 'inverse', path);
  return patches.ok ? ok({ position, patches: patches.value }) : patches;
}

/** What redoing the entry `first` takes: its whole group, front to back. */
export function readRedoStep(db: Database, first: HistoryEntry, path: string): Result<Step> {
  const { seq } = first;
  const [after] = db.rows`SELECT emit(coalesce(min(seq), (SELECT max(seq) + 1 FROM history))) FROM history
    WHERE seq > ${seq} AND (grp IS NULL OR grp IS NOT (SELECT grp FROM history WHERE seq = ${seq}))`;
  const position = oneNumber.parse(after)[0] - 1;
  const patches = readPatches(readRange(db, seq - 1, position), 'forward', path);
  return patches.ok ? ok({ position, patches: patches.value }) : patches;
}

/**
 * What leads from the state after entry `from` to the one after entry `to`, in the order it is to be applied; entries
 * that are undone count. Fails with `commandRefused` where there is no entry of such a number.
 */
export function readWay(
  db: Database,
  from: number,
  to: number,
  path: string,
): Result<readonly RecordedStep[]> {
  const stored = readRange(db, Math.min(from, to), Math.max(from, to));
  if (stored.length < Math.abs(to - from)) return fail('commandRefused', { command: `history ${to}` });
  return to < from ? readPatches(stored.reverse(), 'inverse', path) : readPatches(stored, 'forward', path);
}

/** The last entry of an author that is not undone; 0 when there is none. */
export function readLastBy(db: Database, author: string): number {
  const [last] =
    db.rows`SELECT emit(coalesce(max(seq), 0)) FROM history WHERE author = ${author} AND NOT undone`;
  return oneNumber.parse(last)[0];
}

/** An entry with all that stands in the table. */
export interface StoredEntry {
  readonly entry: HistoryEntry;
  readonly forward: string;
  readonly inverse: string;
  /** Whether it is as it was written. */
  readonly whole: boolean;
}

const oneNumber = z.tuple([z.int()]);

const patchesSchema = z.tuple([z.string(), z.string(), z.unknown()]);

/**
 * The entries after number `from` up to number `to`, in order.
 *
 * @param words only those whose patches hold them somewhere; '' for all
 */
export function readRange(db: Database, from: number, to: number, words = ''): StoredEntry[] {
  const stored = db.rows`
    SELECT emit(seq, label, author, time, grp, undone, forward, inverse,
      sum = checksum(seq, undone, time, author, label, grp, command, forward, inverse)) FROM history
    WHERE seq > ${from} AND seq <= ${to}
      AND (${words} = '' OR instr(forward, ${words}) > 0 OR instr(inverse, ${words}) > 0)`;
  return stored
    .map((columns): StoredEntry => {
      const [forward, inverse, whole] = patchesSchema.parse(columns.slice(6));
      return { entry: entrySchema.parse(columns.slice(0, 6)), forward, inverse, whole: whole === 1 };
    })
    .sort((a, b) => a.entry.seq - b.entry.seq);
}

function readPatches(
  stored: readonly StoredEntry[],
  way: 'forward' | 'inverse',
  path: string,
): Result<readonly RecordedStep[]> {
  const steps: RecordedStep[] = [];
  for (const { entry, whole, ...json } of stored) {
    const { seq } = entry;
    const place = `history ${seq}`;
    if (!whole) return damaged(path, `${place}: ${WRONG_SUM}`);
    const forward = parseStored(patchSchema, json.forward, path, place);
    if (!forward.ok) return forward;
    const inverse = parseStored(patchSchema, json.inverse, path, place);
    if (!inverse.ok) return inverse;
    steps.push(
      way === 'forward'
        ? { seq, there: forward.value, back: inverse.value }
        : { seq, there: inverse.value, back: forward.value },
    );
  }
  return ok(steps);
}
