import type { z } from 'zod';
import { applyPatch, type Patch } from '../../shared/patch/project-patch';
import { excessOfProject, excessOfRows, type Excess } from '../../shared/model/excess';
import { fail, ok, type Result } from '../../shared/model/failure';
import { flagSchema, flagsInOrder, type Flag } from '../../shared/model/flag';
import { LANGUAGES } from '../../shared/model/language';
import {
  projectSchema,
  snapshotSchema,
  snapshotsInOrder,
  withoutEmptyLists,
  type Project,
  type Snapshot,
} from '../../shared/model/project';
import { rowSchema, versionParagraphs, type Row } from '../../shared/model/row';
import { checksum, isWhole } from './checksum';
import type { Database } from './database';
import { fillPlaces, freshPlaces } from './row-places';
import type { Steps } from '../system/steps';
import { damaged, parseStored, WRONG_SUM } from './stored';

/** The project as the tables hold it. */
export interface Contents {
  readonly project: Project;
  /** The `position` of each row of the project, in the same order. */
  readonly places: readonly number[];
}

/** What stands in `meta`, each field under its name; of the review all but the snapshots, which have a table. */
const metaSchema = projectSchema.unwrap().omit({ rows: true, flags: true });

/** What of a project stands in `meta`. */
function factsOf({ rows: _, flags: __, review, ...facts }: Project): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(
    Object.entries({ ...facts, ...(review && { review: { ...review, snapshots: [] } }) }),
  );
}

/**
 * Fills the tables of an empty database in steps, each a transaction of its own: for a draft, which is thrown away when
 * it does not get finished.
 */
export function* writeNewContents(db: Database, project: Project): Steps<void> {
  const { rows, flags, review } = project;
  const { snapshots = [] } = review ?? {};
  const facts = metaSchema.parse(Object.fromEntries(factsOf(project)));
  db.transaction(() => {
    for (const [key, value] of Object.entries(facts)) writeMeta(db, key, value);
  });
  const count = rows.length + flags.length + snapshots.length;
  const writes = [
    ...placed(rows, freshPlaces(rows.length)).map(
      ({ row, place }) =>
        () =>
          insertRow(db, rowSchema.parse(row), place),
    ),
    ...flags.map((flag) => () => putFlag(db, flagSchema.parse(flag))),
    ...snapshots.map((snapshot) => () => putSnapshot(db, snapshotSchema.parse(snapshot))),
  ];
  for (let done = 0; done < count;) {
    db.transaction(() => {
      for (let length = 0; done < count && length < SLICE; done += 1) length += writes[done]?.() ?? 0;
    });
    yield done / count;
  }
}

/**
 * Writes what a patch changes, and only that, into the tables.
 *
 * @returns the contents after the patch
 */
export function writePatch(db: Database, { project, places }: Contents, patch: Patch): Contents {
  const after = applyPatch(project, patch);
  const { rows, flags, gone = [], ...facts } = patch;
  const now = factsOf(after);
  for (const key of [...Object.keys(facts), ...gone]) {
    if (now.has(key)) writeMeta(db, key, now.get(key));
    else db.run`DELETE FROM meta WHERE key = ${key}`;
  }
  if (gone.includes('review')) db.run`DELETE FROM snapshot`;
  for (const snapshotId of patch.review?.snapshots?.remove ?? [])
    db.run`DELETE FROM snapshot WHERE id = ${snapshotId}`;
  for (const snapshot of patch.review?.snapshots?.put ?? []) putSnapshot(db, snapshot);
  for (const flagId of flags?.remove ?? []) db.run`DELETE FROM flag WHERE id = ${flagId}`;
  for (const flag of flags?.put ?? []) putFlag(db, flag);
  return { project: after, places: rows ? writeRows(db, { project, places }, after.rows, rows) : places };
}

/** @returns the places of the rows after the patch */
function writeRows(
  db: Database,
  { project, places }: Contents,
  after: readonly Row[],
  { put = [], changed = [], remove = [], placed: moved = [] }: NonNullable<Patch['rows']>,
): readonly number[] {
  if (put.length + remove.length + moved.length === 0) {
    const { rows } = project;
    for (let i = 0, left = changed.length; left > 0 && i < after.length; i += 1) {
      const row = after[i];
      if (!row || row === rows[i]) continue;
      updateRow(db, row, places[i] ?? 0);
      left -= 1;
    }
    return places;
  }
  const named = new Set([...put, ...changed].map(({ id }) => id));
  const before = new Map(project.rows.map(({ id }, i) => [id, places[i] ?? null]));
  const away = new Set(moved.map(({ id }) => id));
  const now = fillPlaces(after.map(({ id }) => (away.has(id) ? null : (before.get(id) ?? null))));
  for (const { row, place } of placed(after, now)) {
    const was = before.get(row.id);
    before.delete(row.id);
    if (was === undefined) insertRow(db, row, place);
    else if (named.has(row.id)) updateRow(db, row, place);
    else if (was !== place) {
      db.run`UPDATE alignment_row SET position = ${place}, sum = checksum(id, ${place}, body)
        WHERE id = ${row.id}`;
    }
  }
  for (const rowId of before.keys()) db.run`DELETE FROM alignment_row WHERE id = ${rowId}`;
  return now;
}

function updateRow(db: Database, row: Row, place: number): void {
  const body = JSON.stringify(row);
  const sum = checksum([row.id, place, body]);
  db.run`UPDATE alignment_row SET position = ${place}, body = ${body}, sum = ${sum} WHERE id = ${row.id}`;
}

interface PlacedRow {
  readonly row: Row;
  readonly place: number;
}

function placed(rows: readonly Row[], places: readonly number[]): readonly PlacedRow[] {
  return rows.map((row, i) => ({ row, place: places[i] ?? 0 }));
}

/** @returns how many characters it takes */
function insertRow(db: Database, row: Row, place: number): number {
  const body = JSON.stringify(row);
  db.run`INSERT INTO alignment_row VALUES (${row.id}, ${place}, ${body}, ${checksum([row.id, place, body])})`;
  return body.length;
}

/** @returns how many characters it takes */
function putFlag(db: Database, flag: Flag): number {
  const body = JSON.stringify(flag);
  db.run`INSERT OR REPLACE INTO flag VALUES (${flag.id}, ${body}, ${checksum([flag.id, body])})`;
  return body.length;
}

/** @returns how many characters it takes */
function putSnapshot(db: Database, snapshot: Snapshot): number {
  const body = JSON.stringify(snapshot);
  db.run`INSERT OR REPLACE INTO snapshot VALUES (${snapshot.id}, ${body}, ${checksum([snapshot.id, body])})`;
  return body.length;
}

function writeMeta(db: Database, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  db.run`INSERT OR REPLACE INTO meta VALUES (${key}, ${json}, ${checksum([key, json])})`;
}

/** One row is read at first; then so many, up to `MANY`, that about `SLICE` characters come at once. */
const MANY = 1024;
const SLICE = 200_000;

/** Stored rows, flags or snapshots in the order they were written, some at a time. */
function* inSlices(
  read: (after: number, most: number) => readonly (readonly unknown[])[],
): Generator<readonly (readonly unknown[])[]> {
  let after = 0;
  for (let most = 1; ;) {
    const stored = read(after, most);
    const last = stored.at(-1);
    if (!last) return;
    yield stored.map(([, ...columns]) => columns);
    after = Number(last[0]);
    const length = stored.reduce((sum, columns) => sum + String(columns.at(-2)).length, 0);
    if (length < SLICE) most = Math.min(MANY, 2 * most);
    else if (length > 2 * SLICE) most = Math.max(1, Math.floor(most / 2));
  }
}

/**
 * Reads and parses everything but the history. Fails with `projectDamaged`, and with `projectOverLimits` where a row
 * holds more than it may (shared/model/limits.ts).
 */
export function* readContents(db: Database, path: string): Steps<Result<Contents>> {
  const facts = db.rows`SELECT emit(key, value, sum) FROM meta`;
  const wrong = facts.find((fact) => !isWhole(fact));
  if (wrong) return damaged(path, `meta ${wrong[0]}: ${WRONG_SUM}`);
  const pairs = facts.map(([key, json]) => `${JSON.stringify(key)}:${json}`);
  const meta = parseStored(metaSchema, `{${pairs.join(',')}}`, path, 'meta');
  if (!meta.ok) return meta;

  const [counted] = db.rows`SELECT emit((SELECT count(*) FROM flag) + (SELECT count(*) FROM snapshot)
    + (SELECT count(*) FROM alignment_row))`;
  const count = Math.max(1, Number(counted?.[0]));
  const flags = yield* readItems(
    'flag',
    flagSchema,
    inSlices(
      (after, most) =>
        db.rows`SELECT emit(rowid, id, body, sum) FROM flag WHERE rowid > ${after} ORDER BY rowid LIMIT ${most}`,
    ),
    path,
    (read) => read / count,
  );
  if (!flags.ok) return flags;
  const snapshots = yield* readItems(
    'snapshot',
    snapshotSchema,
    inSlices(
      (after, most) =>
        db.rows`SELECT emit(rowid, id, body, sum) FROM snapshot WHERE rowid > ${after} ORDER BY rowid LIMIT ${most}`,
    ),
    path,
    (read) => (flags.value.length + read) / count,
  );
  if (!snapshots.ok) return snapshots;
  // Before version 4 an empty list was left where the last of it was taken away.
  const review = meta.value.review && withoutEmptyLists(meta.value.review);
  if (snapshots.value.length > 0 && !review) return damaged(path, 'snapshots without a review');
  const done = flags.value.length + snapshots.value.length;

  const found: PlacedRow[] = [];
  let excess: Excess | null = null;
  const slicesOfRows = inSlices(
    (after, most) =>
      db.rows`SELECT emit(rowid, id, position, body, sum) FROM alignment_row WHERE rowid > ${after} ORDER BY rowid LIMIT ${most}`,
  );
  for (const slice of slicesOfRows) {
    for (const stored of slice) {
      const [rowId, place, body] = stored;
      if (!isWhole(stored)) return damaged(path, `row ${rowId}: ${WRONG_SUM}`);
      const row = parseStored(rowSchema, body, path, `row ${rowId}`);
      if (!row.ok) return row;
      if (row.value.id !== rowId) return damaged(path, `row ${rowId} holds row ${row.value.id}`);
      excess ??= excessOfRows([row.value]);
      found.push({ row: row.value, place: Number(place) });
    }
    yield (done + found.length) / count;
  }
  found.sort((a, b) => a.place - b.place);

  const rows = found.map(({ row }) => row);
  const places = found.map(({ place }) => place);
  const paragraphs = LANGUAGES.flatMap((language) => versionParagraphs(rows, language));
  for (const items of [places, ...[rows, paragraphs, flags.value, snapshots.value].map(idsOf)]) {
    yield 1;
    const twice = firstTwice(items);
    if (twice !== null) return damaged(path, `${twice} stands twice`);
  }
  yield 1;
  const project = {
    ...meta.value,
    ...(review && { review: { ...review, snapshots: snapshotsInOrder(snapshots.value) } }),
    rows,
    flags: flagsInOrder(flags.value),
  };
  excess ??= excessOfProject({ ...project, rows: [] });
  if (excess) return fail('projectOverLimits', { path, detail: `${excess.kind} ${excess.limit}` });
  return ok({ project, places });
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** Reads what stands in a table of its own by id; `share` tells how far it is after so many. */
function* readItems<T extends { readonly id: string }>(
  what: string,
  schema: z.ZodType<T>,
  slices: Iterable<readonly (readonly unknown[])[]>,
  path: string,
  share: (read: number) => number,
): Steps<Result<readonly T[]>> {
  const items: T[] = [];
  for (const slice of slices) {
    for (const stored of slice) {
      const [id, body] = stored;
      if (!isWhole(stored)) return damaged(path, `${what} ${id}: ${WRONG_SUM}`);
      const item = parseStored(schema, body, path, `${what} ${id}`);
      if (!item.ok) return item;
      if (item.value.id !== id) return damaged(path, `${what} ${id} holds ${what} ${item.value.id}`);
      items.push(item.value);
    }
    yield share(items.length);
  }
  return ok(items);
}

function firstTwice(values: readonly (string | number)[]): string | number | null {
  const seen = new Set<string | number>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}
