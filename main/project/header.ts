import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/model/failure';
import { systemErrorCode } from '../system-error';
import { APPLICATION_ID } from './schema';

const MAGIC = 'SQLite format 3\0';
/** https://www.sqlite.org/fileformat.html#the_database_header */
const HEADER_LENGTH = 100;
const READ_VERSION_AT = 19;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const READ_VERSION_WAL = 2;
/** Years of work on an article come to some megabytes; more would only be copied for hours. */
const LARGEST = 2 ** 30;

export interface ProjectHeader {
  /** The version of the format, from 1. */
  readonly version: number;
  /** Whether a session ended without closing the file, so that a log may lie beside it. */
  readonly leftOpen: boolean;
}

/**
 * Tells a project from everything else without SQLite touching the file.
 *
 * Must not be called while this process has the file open: closing any descriptor of a file gives up all
 * locks the process holds on it (POSIX advisory locks), and the project would lie open to others.
 */
export function readHeader(path: string): Result<ProjectHeader> {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  try {
    // Opening a pipe would wait for somebody to write into it.
    const stats = statSync(path);
    if (!stats.isFile()) return fail('projectNotAProject', { path });
    if (stats.size > LARGEST) return fail('projectDamaged', { path, detail: `${stats.size} bytes` });
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, HEADER_LENGTH, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = systemErrorCode(error);
    return fail('fileUnreadable', { path, detail: code });
  }
  const version = bytes.readUInt32BE(USER_VERSION_AT);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return fail('projectNotAProject', { path });
  if (bytes.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) return fail('projectNotAProject', { path });
  return ok({ version, leftOpen: bytes[READ_VERSION_AT] === READ_VERSION_WAL });
}
