import { fail, ok, type Result } from '../../shared/model/failure';
import { PROJECT_DOOR, readHead } from '../system/outside-file';
import { projectResult } from './logs';
import { APPLICATION_ID } from './schema';

const MAGIC = 'SQLite format 3\0';
/** https://www.sqlite.org/fileformat.html#the_database_header */
const HEADER_LENGTH = 100;
const READ_VERSION_AT = 19;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const READ_VERSION_WAL = 2;

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
  const read = projectResult(readHead(path, PROJECT_DOOR, HEADER_LENGTH), path);
  if (!read.ok) return read;
  const bytes = Buffer.alloc(HEADER_LENGTH);
  read.value.copy(bytes);
  const version = bytes.readUInt32BE(USER_VERSION_AT);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return fail('projectNotAProject', { path });
  if (bytes.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) return fail('projectNotAProject', { path });
  return ok({ version, leftOpen: bytes[READ_VERSION_AT] === READ_VERSION_WAL });
}
