import { randomUUID } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Salvaged } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import { flagSchema, type Flag } from '../../shared/model/flag';
import { withParagraphs } from '../../shared/commands/change';
import { LANGUAGES, perLanguage } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import {
  NO_REVIEW,
  projectSchema,
  snapshotSchema,
  snapshotsInOrder,
  type Origin,
  type Project,
  type Snapshot,
} from '../../shared/model/project';
import { rowSchema, type Row } from '../../shared/model/row';
import { partProject } from '../../shared/reconcile/part-project';
import { isWhole } from './checksum';
import { Database } from './database';
import { lookOutside, PROJECT_DOOR, readHead } from '../system/outside-file';
import { findProblem } from './integrity';
import { copyLog, copyProject } from './logs';
import { originalsOf, readPacked, unpackOriginal, type PackedOriginal } from './originals';

/** Beyond the last row that could be read, so many are tried: one damaged page holds fewer. */
const LOOKED_BEYOND = 2000;

/** A greater number of a row is damaged itself. */
const MOST_ROWS = 1_000_000;

/** A header that says more than this, in bytes, is damaged itself. */
const LARGEST = 2 ** 31;

const { title, created, origins, review, dismissals } = projectSchema.unwrap().shape;

/** What could be read, with the files versions came from that are whole. */
interface SalvagedProject {
  readonly project: Project;
  readonly originals: readonly PackedOriginal[];
  readonly salvaged: Salvaged;
}

/**
 * Reads what can be read of a project that does not open: rows and flags one by one, those left out that are not whole.
 * A row that can be read but is not as it was written (its checksum is wrong) is taken over, for one wrong letter is
 * better than no paragraph, and named in `doubtful`. What goes beyond the limits of a project is parted. The history is not taken over, it would not lead to what is left.
 * Works on a copy; the file is not touched. Fails with `projectBeyondRepair` when no row can be read, and with
 * `projectNotFound`, `projectNotAProject`, `projectDamaged` or `fileUnreadable` when the file is none to be copied. A
 * file made for it can keep it busy for ever: call it where it can be stopped.
 *
 * @param folder an empty one for the copy, which the caller removes, also when this was stopped
 */
export function salvageProject(path: string, folder: string): Result<SalvagedProject> {
  const copy = join(folder, 'copy.triptych');
  const copied = copyProject(path, copy);
  if (!copied.ok) return copied;
  // What lies beside it and is no log is left where it is.
  copyLog(path, copy, '-wal');
  copyLog(path, copy, '-journal');
  padToSize(copy);
  return read(copy, path);
}

function read(copy: string, path: string): ReturnType<typeof salvageProject> {
  const db = openQuietly(copy);
  if (!db) return fail('projectBeyondRepair', { path });
  try {
    const sound = quietly(() => [findProblem(db)])?.[0] === null;
    // Version 1 and 2 had no checksums.
    const hasSums = quietly(() => db.rows`SELECT sum FROM alignment_row LIMIT 0`) !== null;
    const bodies = eachRow(db, 'alignment_row', (n) =>
      hasSums
        ? db.rows`SELECT emit(position, body, sum = checksum(id, position, body)) FROM alignment_row
            WHERE rowid = ${n}`
        : db.rows`SELECT emit(position, body, 1) FROM alignment_row WHERE rowid = ${n}`,
    );
    const doubted = new Set<Row>();
    const rows = bodies.found
      .flatMap(([place, body, whole]) => {
        const row = parse(rowSchema, body);
        if (row && whole !== 1) doubted.add(row);
        return row ? [{ place: Number(place), row }] : [];
      })
      .sort((a, b) => a.place - b.place)
      .map(({ row }) => row);
    const whole = withoutTwice(rows);
    if (whole.length === 0) return fail('projectBeyondRepair', { path });
    const flagBodies = eachRow(db, 'flag', (n) =>
      hasSums
        ? db.rows`SELECT emit(body, sum = checksum(id, body)) FROM flag WHERE rowid = ${n}`
        : db.rows`SELECT emit(body, 1) FROM flag WHERE rowid = ${n}`,
    );
    const flags = flagsFor(
      whole,
      flagBodies.found.flatMap(([body]) => parse(flagSchema, body) ?? []),
    );
    // Before version 4 they stood in the review.
    const hasSnapshots = quietly(() => db.rows`SELECT sum FROM snapshot LIMIT 0`) !== null;
    const snapshotBodies = hasSnapshots
      ? eachRow(
          db,
          'snapshot',
          (n) => db.rows`SELECT emit(body, sum = checksum(id, body)) FROM snapshot WHERE rowid = ${n}`,
        )
      : { found: [], lossy: false };
    const snapshots = snapshotBodies.found.flatMap(([body]) => parse(snapshotSchema, body) ?? []);
    const meta = readMeta(db, path, snapshots);
    const originals = originalsOf({ ...meta, rows: whole }, (hash) => readOriginal(db, hash));
    const origins = keepingOnly(meta.origins, originals);
    const { project, parted } = partProject({ ...meta, origins, rows: whole, flags });
    const doubtedIds = new Set([...doubted].map(({ id }) => id));
    const doubtful = project.rows.flatMap(({ id }, i) => (doubtedIds.has(id) ? [i + 1] : []));
    const lossy =
      !sound ||
      doubtful.length > 0 ||
      (hasSums && !hasWholeFacts(db)) ||
      origins !== meta.origins ||
      flagBodies.found.some(([, wholeFlag]) => wholeFlag !== 1) ||
      bodies.lossy ||
      flagBodies.lossy ||
      snapshotBodies.lossy ||
      snapshotBodies.found.some(([, wholeSnapshot]) => wholeSnapshot !== 1) ||
      snapshots.length < snapshotBodies.found.length ||
      whole.length < bodies.found.length ||
      project.flags.length < flagBodies.found.length;
    const salvaged = { rows: project.rows.length, flags: project.flags.length, lossy, doubtful, parted };
    return ok({ project, originals, salvaged });
  } finally {
    db.close();
  }
}

/**
 * SQLite reads nothing of a file that is shorter than its header says: empty pages stand in for those cut off.
 * https://www.sqlite.org/fileformat.html#the_database_header
 */
function padToSize(copy: string): void {
  const read = readHead(copy, PROJECT_DOOR, 32);
  const looked = lookOutside(copy, PROJECT_DOOR);
  if (!read.ok || !looked.ok || read.value.length < 32) return;
  const header = read.value;
  const pageSize = header.readUInt16BE(16);
  const size = (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28);
  if (size > looked.value.size && size < LARGEST) truncateSync(copy, size);
}

function openQuietly(path: string): Database | null {
  try {
    return new Database(path, { readOnly: false });
  } catch {
    // Not even the first page is one of a database.
    return null;
  }
}

/** What a query gives, or nothing where the file is damaged. */
function quietly<T>(query: () => readonly T[]): readonly T[] | null {
  try {
    return query();
  } catch {
    // Damaged here; there may be more elsewhere.
    return null;
  }
}

/** Asks for each row of a table by its number, so that a damaged page costs only the rows on it. */
function eachRow(
  db: Database,
  table: 'alignment_row' | 'flag' | 'snapshot',
  ask: (n: number) => readonly (readonly unknown[])[],
): { readonly found: readonly (readonly unknown[])[]; readonly lossy: boolean } {
  const found: (readonly unknown[])[] = [];
  const [last] =
    quietly(() =>
      table === 'flag'
        ? db.rows`SELECT emit(max(rowid)) FROM flag`
        : table === 'snapshot'
          ? db.rows`SELECT emit(max(rowid)) FROM snapshot`
          : db.rows`SELECT emit(max(rowid)) FROM alignment_row`,
    ) ?? [];
  const most = last === undefined ? null : Number(last[0]);
  const known = most !== null && most <= MOST_ROWS ? most : null;
  let lossy = known === null;
  let end = known ?? LOOKED_BEYOND;
  for (let n = 1; n <= end; n += 1) {
    const row = quietly(() => ask(n));
    if (!row) lossy = true;
    else if (row.length > 0) {
      found.push(...row);
      if (known === null) end = Math.min(n + LOOKED_BEYOND, MOST_ROWS);
    }
  }
  return { found, lossy };
}

/** A file a version came from, where it is whole. */
function readOriginal(db: Database, hash: string): PackedOriginal | null {
  const [original = null] = quietly(() => [readPacked(db, hash)]) ?? [];
  return unpackOriginal(original).ok ? original : null;
}

/** Where versions came from, without the files that are lost; the same object where none is. */
function keepingOnly(all: Project['origins'], originals: readonly PackedOriginal[]): Project['origins'] {
  const isLost = (origin: Origin | null) =>
    origin?.original !== undefined && !originals.some(({ hash }) => hash === origin.original?.hash);
  if (!LANGUAGES.some((language) => isLost(all[language]))) return all;
  return perLanguage((language) => {
    const origin = all[language];
    if (!origin || !isLost(origin)) return origin;
    const { original: _, ...rest } = origin;
    return rest;
  });
}

/** Whether what is known of the project as a whole is as it was written. */
function hasWholeFacts(db: Database): boolean {
  return quietly(() => db.rows`SELECT emit(key, value, sum) FROM meta`)?.every(isWhole) ?? false;
}

function readMeta(
  db: Database,
  path: string,
  snapshots: readonly Snapshot[],
): Omit<Project, 'rows' | 'flags'> {
  const stored = new Map(quietly(() => db.rows`SELECT emit(key, value) FROM meta`)?.map(([k, v]) => [k, v]));
  const read = <T>(schema: z.ZodType<T>, key: string): T | undefined => parse(schema, stored.get(key));
  const kept = read(review, 'review') ?? (snapshots.length > 0 ? NO_REVIEW : undefined);
  const all = new Map([...(kept?.snapshots ?? []), ...snapshots].map((each) => [each.id, each]));
  const dismissed = read(dismissals, 'dismissals');
  return {
    // A project of its own: merging it with copies of the damaged one would take what was lost for removed.
    id: randomUUID(),
    title: read(title, 'title') ?? basename(path, '.triptych'),
    created: read(created, 'created') ?? 0,
    origins: read(origins, 'origins') ?? { ru: null, ky: null, en: null },
    ...(kept ? { review: { ...kept, snapshots: snapshotsInOrder([...all.values()]) } } : {}),
    ...(dismissed ? { dismissals: dismissed } : {}),
  };
}

function parse<T>(schema: z.ZodType<T>, json: unknown): T | undefined {
  try {
    return schema.safeParse(JSON.parse(String(json))).data;
  } catch {
    // Cut off in the middle: as good as lost.
    return undefined;
  }
}

/** Each row once, the first of those that claim to be it, and every paragraph of them under an id of its own. */
function withoutTwice(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  const held = new Set<string>();
  const own = (paragraph: Paragraph) => {
    const id = held.has(paragraph.id) ? randomUUID() : paragraph.id;
    held.add(id);
    return id === paragraph.id ? paragraph : { ...paragraph, id };
  };
  return rows
    .filter(({ id }) => seen.size < seen.add(id).size)
    .map((row) =>
      LANGUAGES.reduce(
        (changed, language) => withParagraphs(changed, language, row.cells[language].paragraphs.map(own)),
        row,
      ),
    );
}

/** The flags whose places are there. */
function flagsFor(rows: readonly Row[], flags: readonly Flag[]): readonly Flag[] {
  const lengths = new Map(
    rows.flatMap((row) =>
      LANGUAGES.flatMap((language) =>
        row.cells[language].paragraphs.map(({ id, text }): [string, number] => [id, text.length]),
      ),
    ),
  );
  const rowIds = new Set(rows.map(({ id }) => id));
  return flags.filter(({ spans }) =>
    spans.every((span) =>
      span.at === 'gap' ? rowIds.has(span.rowId) : span.end <= (lengths.get(span.paragraphId) ?? -1),
    ),
  );
}
