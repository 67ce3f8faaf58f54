import { z } from 'zod';
import type { ReadOnlyReason } from '../../shared/contract/channels';
import { fail, ok, type FailureCode, type Result } from '../../shared/model/failure';
import { readContents, type Contents } from './contents';
import { Database } from './database';
import { readHeader } from './header';
import { readPosition } from './history';
import { findProblem } from './integrity';
import { checkCompanions } from './logs';
import { readOwner } from './owner-note';
import { makePrivateCopy } from './private-copy';
import type { Steps } from '../system/steps';
import { CURRENT_VERSION, expectedSchema, holdsWhatWeRead, migrate, readSchema } from './schema';
import { sqliteFailure } from './sqlite-failure';
import { damaged } from './stored';

/** A project file that was found whole, with what it holds. */
export interface Connection {
  readonly db: Database;
  /** Why nothing can be written; null where it can. */
  readonly readOnly: ReadOnlyReason | null;
  readonly contents: Contents;
  /** How many history entries are applied. */
  readonly position: number;
  /** Closes the database. */
  readonly release: () => void;
}

type Read = Pick<Connection, 'contents' | 'position'> & { readonly version: number };

/**
 * Opens a project file, locks it against every other process, checks and reads it. The lock is one of the
 * operating system, which ends with the process. What can only be read (it is locked, newer, not writable, or only
 * reading was asked for) is read from a private copy, so that the file is neither touched nor kept from anybody. When
 * this fails the file is as it was.
 *
 * @param readOnly why it is only to be read; null to write if that can be
 */
export function* connect(path: string, readOnly: ReadOnlyReason | null): Steps<Result<Connection>> {
  const header = readHeader(path);
  if (!header.ok) return header;
  // Before anything is copied, and before SQLite opens what lies beside the file.
  const beside = checkCompanions(path);
  if (!beside.ok) return beside;
  const { leftOpen, version } = header.value;
  if (readOnly || version > CURRENT_VERSION)
    return yield* connectCopy(path, readOnly ?? { kind: 'notWritable' });
  let looked: Connection | null = null;
  if (leftOpen || version < CURRENT_VERSION) {
    // Closing a writing connection moves the log into the file, and an older file is brought up to date before it is
    // read, also when the project turns out to be damaged: so a look at it comes first.
    const copy = yield* connectCopy(path, { kind: 'notWritable' });
    if (!copy.ok || copy.value.readOnly?.kind === 'newer') return copy;
    looked = copy.value;
  }
  let isHanded = false;
  try {
    const writing = yield* connectWriting(path);
    const reason = writing.ok ? null : reasonFor(writing.failure.code, path);
    if (!reason) return writing;
    isHanded = looked !== null;
    return looked ? ok({ ...looked, readOnly: reason }) : yield* connectCopy(path, reason);
  } finally {
    // Also when it throws, or is not gone on with.
    if (!isHanded) looked?.release();
  }
}

/** Why a file that cannot be opened for writing may still be read; null where it may not. */
export function reasonFor(code: FailureCode, path: string): ReadOnlyReason | null {
  switch (code) {
    case 'projectInUse':
      return { kind: 'inUse', owner: readOwner(path) };
    case 'projectReadOnly':
    case 'folderNotWritable':
    // What SQLite says of a log that it may not write.
    case 'writeFailed':
      return { kind: 'notWritable' };
    default:
      return null;
  }
}

function connectWriting(path: string): Steps<Result<Connection>> {
  return withDatabase(path, path, function* (db) {
    // The lock stays when the transaction ends. Taking back a write shows whether file and folder take one.
    db.run`PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 0; ROLLBACK`;
    const read = yield* readChecked(db, path);
    if (!read.ok) return read;
    const { version } = read.value;
    if (version > CURRENT_VERSION) return fail('projectNewerVersion', { path, version });
    // The log is there from the first read on, and without it SQLite would not leave the mode on closing.
    db.run`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; SELECT key FROM meta`;
    return ok({ db, readOnly: null, ...read.value, release: () => db.close() });
  });
}

function* connectCopy(path: string, reason: ReadOnlyReason): Steps<Result<Connection>> {
  const made = makePrivateCopy(path);
  if (!made.ok) return made;
  const copy = made.value;
  let connected: Result<Connection> | null = null;
  try {
    connected = yield* withDatabase(copy.path, path, function* (db) {
      const read = yield* readChecked(db, path);
      if (!read.ok) return read;
      const release = () => {
        db.close();
        copy.remove();
      };
      const { version } = read.value;
      const readOnly: ReadOnlyReason = version > CURRENT_VERSION ? { kind: 'newer' } : reason;
      return ok({ db, readOnly, ...read.value, release });
    });
    return connected;
  } finally {
    if (!connected?.ok) copy.remove();
  }
}

/** Opens a database and does something with it. Failures tell of `named`, which the person knows. */
function* withDatabase<T>(
  path: string,
  named: string,
  work: (db: Database) => Steps<Result<T>>,
): Steps<Result<T>> {
  let db: Database | null = null;
  let result: Result<T> | null = null;
  try {
    db = new Database(path, { readOnly: false });
    result = yield* work(db);
    return result;
  } catch (error) {
    return sqliteFailure(error, named, { reading: true });
  } finally {
    if (!result?.ok) db?.close();
  }
}

/**
 * Reads a database that is whole and holds exactly what its version holds, after bringing it up to date; of one that is
 * newer than we know, what we know of it. `version` is the one found.
 */
function* readChecked(db: Database, path: string): Steps<Result<Read>> {
  const [named] = db.rows`SELECT emit(user_version) FROM pragma_user_version`;
  const [version] = z.tuple([z.int()]).parse(named);
  if (version < 1) return damaged(path, `version ${version}`);
  if (version > CURRENT_VERSION) return yield* readNewer(db, path, version);
  // The schema first: checking the rows of a stranger's table evaluates what it says of them, which may never end.
  const expected = expectedSchema(version);
  const found = readSchema(db);
  const strange = found.find((thing) => !expected.includes(thing));
  const missing = expected.find((thing) => !found.includes(thing));
  if (strange !== undefined) return damaged(path, `unexpected: ${strange}`);
  if (missing !== undefined) return damaged(path, `missing: ${missing}`);
  const problem = findProblem(db);
  if (problem !== null) return damaged(path, problem);
  if (version < CURRENT_VERSION) yield* migrate(db, version);
  const read = yield* readStored(db, path);
  return read.ok ? ok({ ...read.value, version }) : read;
}

/** What we know of a project of a version to come; refused as newer where that is not there in the form we know. */
function* readNewer(db: Database, path: string, version: number): Steps<Result<Read>> {
  try {
    // Nothing else of it is looked at: checking a stranger's table evaluates what it says of its rows.
    const read = holdsWhatWeRead(db) ? yield* readStored(db, path) : null;
    if (read?.ok) return ok({ ...read.value, version });
  } catch (error) {
    // It may be made with what our SQLite does not know.
    sqliteFailure(error, path, { reading: true });
  }
  return fail('projectNewerVersion', { path, version });
}

function* readStored(db: Database, path: string): Steps<Result<Pick<Connection, 'contents' | 'position'>>> {
  const contents = yield* readContents(db, path);
  if (!contents.ok) return contents;
  yield 1;
  const position = readPosition(db, path);
  return position.ok ? ok({ contents: contents.value, position: position.value }) : position;
}
