import { fail, type FailureCode, type Result } from '../../shared/model/failure';
import { writeFailure } from '../system/system-error';

interface SqliteError extends Error {
  /** Extended result code, https://www.sqlite.org/rescode.html */
  readonly errcode: number;
  readonly systemErrno?: number;
}

/** Primary result codes that are not bugs. */
const CODES: Readonly<Record<number, FailureCode>> = {
  3: 'folderNotWritable', // PERM
  5: 'projectInUse', // BUSY
  6: 'projectInUse', // LOCKED
  8: 'projectReadOnly', // READONLY
  10: 'writeFailed', // IOERR
  11: 'projectDamaged', // CORRUPT
  13: 'diskFull', // FULL
  14: 'folderNotWritable', // CANTOPEN: the log beside the file cannot be made
  26: 'projectDamaged', // NOTADB
};

const ERROR = 1;
const IOERR = 10;
const IOERR_SHORT_READ = 522;
const SYSTEM_DISK_FULL: ReadonlySet<number | undefined> = new Set([28, 122]); // ENOSPC, EDQUOT

/**
 * What an error of SQLite, or of the system, means for the person; anything that is neither, or is a bug, is thrown on.
 *
 * @param options `reading`: what the file holds is not known yet, so that it can be the file that is wrong where
 * otherwise it would be our SQL
 */
export function sqliteFailure(
  error: unknown,
  path: string,
  options: { readonly reading?: boolean } = {},
): Result<never> {
  if (!isSqliteError(error)) return writeFailure(error, path);
  const primary = error.errcode & 0xff;
  const code = options.reading && primary === ERROR ? 'projectDamaged' : CODES[primary];
  if (code === undefined) throw error;
  const params = { path, detail: error.message };
  if (error.errcode === IOERR_SHORT_READ) return fail('projectDamaged', params);
  if (primary === IOERR && SYSTEM_DISK_FULL.has(error.systemErrno)) return fail('diskFull', params);
  return fail(code, params);
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}
