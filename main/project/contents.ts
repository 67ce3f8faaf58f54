import { z } from 'zod';
import { applyPatch, type Patch } from '../../shared/commands/patch';
import { excessOfProject, excessOfRows, type Excess } from '../../shared/model/excess';
import { fail, ok, type Result } from '../../shared/model/failure';
import { flagSchema, type Flag } from '../../shared/model/flag';
import { projectSchema, type Project } from '../../shared/model/project';
import { rowSchema, type Row } from '../../shared/model/row';
import { checksum, isWhole } from './checksum';
import type { Database } from './database';
import { freshPlaces, splicePlaces } from './row-places';
import type { Steps } from '../system/steps';
import { damaged, parseStored, WRONG_SUM } from './stored';

/** The project as the tables hold it. */
export interface Contents {
  readonly project: Project;
  /** The `position` of each row of the project, in the same order. */
  readonly places: readonly number[];
}

const { id, title, created, origins, review, dismissals } = projectSchema.unwrap().shape;
const metaSchema = z.object({ id, title, created, origins, review, dismissals });

/**
 * Fills the tables of an empty database in steps, each a transaction of its own: for a draft, which is thrown away when
 * it does not get finished.
 */
export function* writeNewContents(db: Database, { rows, flags, ...meta }: Project): Steps<void> {
  db.transaction(() => {
    for (const [key, value] of Object.entries(metaSchema.parse(meta))) writeMeta(db, key, value);
  });
  const count = rows.length + flags.length;
  const writes = [
    ...placed(rows, freshPlaces(rows.length)).map(
      ({ row, place }) =>
        () =>
          insertRow(db, rowSchema.parse(row), place),
    ),
    ...flags.map((flag) => () => putFlag(db, flagSchema.parse(flag))),
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
  if (patch.title !== null) writeMeta(db, 'title', after.title);
  if (patch.origins !== null) writeMeta(db, 'origins', after.origins);
  if (patch.review && after.review) writeMeta(db, 'review', after.review);
  else if (patch.review === null) db.run`DELETE FROM meta WHERE key = 'review'`;
  if (patch.dismissals && after.dismissals) writeMeta(db, 'dismissals', after.dismissals);
  else if (patch.dismissals) db.run`DELETE FROM meta WHERE key = 'dismissals'`;
  for (const flagId of patch.flags?.remove ?? []) db.run`DELETE FROM flag WHERE id = ${flagId}`;
  for (const flag of patch.flags?.put ?? []) putFlag(db, flag);
  if (patch.rows === null) return { project: after, places };
  const { start, remove, insert } = patch.rows;
  const spliced = splicePlaces(places, { start, remove, insert: insert.length });
  if (spliced) {
    const replaced = placed(project.rows, places, start, start + remove);
    writeRows(db, replaced, placed(after.rows, spliced, start, start + insert.length));
    return { project: after, places: spliced };
  }
  const fresh = freshPlaces(after.rows.length);
  writeRows(db, placed(project.rows, places), placed(after.rows, fresh));
  return { project: after, places: fresh };
}

interface PlacedRow {
  readonly row: Row;
  readonly place: number;
}

/** Rows from position `start` to before `end`, with their places. */
function placed(
  rows: readonly Row[],
  places: readonly number[],
  start = 0,
  end = rows.length,
): readonly PlacedRow[] {
  return rows.slice(start, end).map((row, i) => ({ row, place: places[start + i] ?? 0 }));
}

function writeRows(db: Database, before: readonly PlacedRow[], after: readonly PlacedRow[]): void {
  const old = new Map(before.map((placedRow) => [placedRow.row.id, placedRow]));
  for (const { row, place } of after) {
    const was = old.get(row.id);
    old.delete(row.id);
    if (!was) insertRow(db, row, place);
    else if (was.row !== row) {
      const body = JSON.stringify(row);
      const sum = checksum([row.id, place, body]);
      db.run`UPDATE alignment_row SET position = ${place}, body = ${body}, sum = ${sum} WHERE id = ${row.id}`;
    } else if (was.place !== place) {
      db.run`UPDATE alignment_row SET position = ${place}, sum = checksum(id, ${place}, body)
        WHERE id = ${row.id}`;
    }
  }
  for (const rowId of old.keys()) db.run`DELETE FROM alignment_row WHERE id = ${rowId}`;
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

function writeMeta(db: Database, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  db.run`INSERT OR REPLACE INTO meta VALUES (${key}, ${json}, ${checksum([key, json])})`;
}

/** One row is read at first; then so many, up to `MANY`, that about `SLICE` characters come at once. */
const MANY = 1024;
const SLICE = 200_000;

/** Stored rows or flags in the order they were written, some at a time. */
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

  const [counted] = db.rows`SELECT emit((SELECT count(*) FROM flag) + (SELECT count(*) FROM alignment_row))`;
  const count = Math.max(1, Number(counted?.[0]));
  const flags: Flag[] = [];
  const slicesOfFlags = inSlices(
    (after, most) =>
      db.rows`SELECT emit(rowid, id, body, sum) FROM flag WHERE rowid > ${after} ORDER BY rowid LIMIT ${most}`,
  );
  for (const slice of slicesOfFlags) {
    for (const stored of slice) {
      const [flagId, body] = stored;
      if (!isWhole(stored)) return damaged(path, `flag ${flagId}: ${WRONG_SUM}`);
      const flag = parseStored(flagSchema, body, path, `flag ${flagId}`);
      if (!flag.ok) return flag;
      if (flag.value.id !== flagId) return damaged(path, `flag ${flagId} holds flag ${flag.value.id}`);
      flags.push(flag.value);
    }
    yield flags.length / count;
  }
  flags.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));

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
    yield (flags.length + found.length) / count;
  }
  found.sort((a, b) => a.place - b.place);

  const rows = found.map(({ row }) => row);
  const places = found.map(({ place }) => place);
  for (const all of [places, rows.map((row) => row.id), flags.map((flag) => flag.id)]) {
    yield 1;
    const twice = firstTwice(all);
    if (twice !== null) return damaged(path, `${twice} stands twice`);
  }
  yield 1;
  excess ??= excessOfProject({ ...meta.value, rows: [], flags });
  if (excess) return fail('projectOverLimits', { path, detail: `${excess.kind} ${excess.limit}` });
  return ok({ project: { ...meta.value, rows, flags }, places });
}

function firstTwice(values: readonly (string | number)[]): string | number | null {
  const seen = new Set<string | number>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}
