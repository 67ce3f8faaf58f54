import { finish, type Steps } from '../system/steps';
import { bringInSnapshots, nameByIds } from './by-position';
import { Database } from './database';

/** "TRPT" in the header of the file, by which `file` and we know a project from any other database. */
export const APPLICATION_ID = 0x54525054;

export interface Migration {
  /** What `user_version` is after it: 1, 2, 3, ... */
  readonly version: number;
  readonly change: (db: Database) => void | Steps<void>;
}

/** Never edited once released: a change of the format is a further migration. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    // The long columns of `history` come last: SQLite reads through all that stands before a column.
    change: (db) => db.run`
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE alignment_row (
  id TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL CHECK (position BETWEEN -9007199254740991 AND 9007199254740991),
  body TEXT NOT NULL
) STRICT;
CREATE TABLE flag (id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE history (
  seq INTEGER PRIMARY KEY CHECK (seq BETWEEN 1 AND 9007199254740991),
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  time REAL NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  grp TEXT,
  command TEXT NOT NULL,
  forward TEXT NOT NULL,
  inverse TEXT NOT NULL
) STRICT;
CREATE TABLE view (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT`,
  },
  {
    version: 2,
    // The same tables. Rows may hold suggestions, agreed texts and intended differences, `meta` a review: a
    // Triptych that knows nothing of them would drop them when it writes, so it must refuse the file.
    change: () => {},
  },
  {
    version: 3,
    // A checksum for each row, over all that stands before it.
    change: (db) => db.run`
ALTER TABLE meta ADD COLUMN sum TEXT NOT NULL DEFAULT '';
ALTER TABLE alignment_row ADD COLUMN sum TEXT NOT NULL DEFAULT '';
ALTER TABLE flag ADD COLUMN sum TEXT NOT NULL DEFAULT '';
ALTER TABLE history ADD COLUMN sum TEXT NOT NULL DEFAULT '';
UPDATE meta SET sum = checksum(key, value);
UPDATE alignment_row SET sum = checksum(id, position, body);
UPDATE flag SET sum = checksum(id, body);
UPDATE history SET sum = checksum(seq, undone, time, author, label, grp, command, forward, inverse)`,
  },
  {
    version: 4,
    // Each snapshot by itself, out of the review in `meta`; and patches that name everything by its id.
    change: function* (db) {
      db.run`
CREATE TABLE snapshot (id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL, sum TEXT NOT NULL) STRICT`;
      yield* nameByIds(db);
      bringInSnapshots(db);
    },
  },
  {
    version: 5,
    // The files versions came from, compressed and in parts. They have no checksum: `hash` is one of the whole.
    change: (db) => db.run`
CREATE TABLE original (
  hash TEXT NOT NULL,
  part INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (hash, part)
) STRICT`,
  },
];

export const CURRENT_VERSION = MIGRATIONS.length;

/** Brings a database from one version to the last of `migrations`; all or nothing. */
export function migrate(db: Database, from: number, migrations = MIGRATIONS): Steps<void> {
  return db.transactionInSteps(function* () {
    for (const { version, change } of migrations.slice(from)) {
      yield* change(db) ?? [];
      db.run`PRAGMA user_version = ${version}`;
    }
  });
}

/** What the database of a version must hold and nothing else: no triggers, views or tables of strangers. */
export function expectedSchema(version: number): readonly string[] {
  return inEmpty(version, readSchema);
}

/** Each thing in the schema as one line of text, in a fixed order. */
export function readSchema(db: Database): readonly string[] {
  return db.rows`SELECT emit(type, name, sql) FROM sqlite_schema`.map((thing) => thing.join(' ')).sort();
}

/** Whether a database of a version to come still has every table and column of the present one. */
export function holdsWhatWeRead(db: Database): boolean {
  const found = new Set(readColumns(db));
  return inEmpty(CURRENT_VERSION, readColumns).every((column) => found.has(column));
}

function readColumns(db: Database): readonly string[] {
  const columns = db.rows`
    SELECT emit(thing.name, column.name)
    FROM sqlite_schema AS thing, pragma_table_info(thing.name) AS column WHERE thing.type = 'table'`;
  return columns.map((column) => column.join(' '));
}

/** What is read of an empty database of a version. */
function inEmpty(version: number, read: (db: Database) => readonly string[]): readonly string[] {
  const db = new Database(':memory:', { readOnly: false });
  finish(migrate(db, 0, MIGRATIONS.slice(0, version)));
  const lines = read(db);
  db.close();
  return lines;
}
