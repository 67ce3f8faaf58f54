import { ok, fail, type Result } from '../../shared/model/failure';
import { readContents, type Contents } from './contents';
import { Database } from './database';
import { readHeader } from './header';
import { readPosition } from './history';
import { CURRENT_VERSION, expectedSchema, migrate, readSchema } from './schema';
import { sqliteFailure } from './sqlite-failure';
import { damaged } from './stored';

/** A project file that was found whole, with what it holds. */
export interface Connection {
  readonly db: Database;
  readonly readOnly: boolean;
  readonly contents: Contents;
  /** How many history entries are applied. */
  readonly position: number;
}

/**
 * Opens a project file, locks it against every other process, checks and reads it. The lock is one of the
 * operating system, which ends with the process. Where the file or its folder cannot be written the project
 * is opened for reading. When this fails the file is as it was.
 *
 * @param beforeOpening called for what says it is a project, while this process may still read it as it lies
 */
export function connect(
  path: string,
  readOnly: boolean,
  beforeOpening: (path: string) => void = () => undefined,
): Result<Connection> {
  const header = readHeader(path);
  if (!header.ok) return header;
  beforeOpening(path);
  const { leftOpen } = header.value;
  if (!readOnly) {
    if (leftOpen) {
      // Closing a writing connection moves the log into the file, also when the project turns out to be
      // damaged: so the look at it comes first, through a connection that cannot write.
      const looked = connectReading(path, leftOpen);
      if (!looked.ok) return looked;
      looked.value.db.close();
    }
    const writing = connectWriting(path);
    if (writing.ok) return writing;
    const { code } = writing.failure;
    if (code !== 'projectReadOnly' && code !== 'folderNotWritable') return writing;
  }
  return connectReading(path, leftOpen);
}

function connectWriting(path: string): Result<Connection> {
  return withDatabase(path, false, (db) => {
    // The lock stays when the transaction ends. Taking back a write shows whether file and folder take one.
    db.run`PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 0; ROLLBACK`;
    const version = checkDatabase(db, path);
    if (!version.ok) return version;
    if (version.value < CURRENT_VERSION) migrate(db, version.value);
    const stored = readStored(db, path);
    if (!stored.ok) return stored;
    // The log is there from the first read on, and without it SQLite would not leave the mode on closing.
    db.run`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; SELECT key FROM meta`;
    return ok({ db, readOnly: false, ...stored.value });
  });
}

function connectReading(path: string, leftOpen: boolean): Result<Connection> {
  return withDatabase(path, true, (db) => {
    // Keeps writers away while what was read is shown. With a log beside the file the connection does so
    // by itself, and an exclusive one could not be had without writing.
    if (!leftOpen) db.run`PRAGMA locking_mode = EXCLUSIVE`;
    const version = checkDatabase(db, path);
    if (!version.ok) return version;
    const stored = readStored(db, path);
    return stored.ok ? ok({ db, readOnly: true, ...stored.value }) : stored;
  });
}

function withDatabase<T>(path: string, readOnly: boolean, work: (db: Database) => Result<T>): Result<T> {
  let db: Database | null = null;
  try {
    db = new Database(path, { readOnly });
    const result = work(db);
    if (!result.ok) db.close();
    return result;
  } catch (error) {
    db?.close();
    return sqliteFailure(error, path);
  }
}

/** The version of a database that is whole and holds exactly what that version holds. */
function checkDatabase(db: Database, path: string): Result<number> {
  const version = Number(db.rows`SELECT emit(user_version) FROM pragma_user_version`[0]?.[0]);
  if (version > CURRENT_VERSION) return fail('projectNewerVersion', { path, version });
  if (version < 1) return damaged(path, `version ${version}`);
  // The schema first: checking the rows of a stranger's table evaluates what it says of them, which may never end.
  const expected = expectedSchema(version);
  const found = readSchema(db);
  const strange = found.find((thing) => !expected.includes(thing));
  const missing = expected.find((thing) => !found.includes(thing));
  if (strange !== undefined) return damaged(path, `unexpected: ${strange}`);
  if (missing !== undefined) return damaged(path, `missing: ${missing}`);
  const problem = db.rows`SELECT emit(quick_check) FROM pragma_quick_check`[0]?.[0];
  if (problem !== 'ok') return damaged(path, String(problem));
  return ok(version);
}

function readStored(db: Database, path: string): Result<Pick<Connection, 'contents' | 'position'>> {
  const contents = readContents(db, path);
  if (!contents.ok) return contents;
  const position = readPosition(db, path);
  return position.ok ? ok({ contents: contents.value, position: position.value }) : position;
}
