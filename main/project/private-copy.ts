import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { systemErrorCode, writeFailure } from '../system-error';
import { copyWithLogs, dropForeignLog } from './logs';

/** How often copying is begun again because the project was written meanwhile. */
const TRIES = 5;

/** https://www.sqlite.org/fileformat.html#the_write_ahead_log: what changes when the log is begun anew */
const LOG_HEADER_LENGTH = 32;

/** A copy of a project in a folder of its own that nobody else knows. */
export interface PrivateCopy {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * Copies a project with its logs, also while another process is writing to it: nothing of SQLite's locks is needed,
 * which cannot be relied on over a network. Fails with `projectInUse` when the file does not come to rest.
 */
export function makePrivateCopy(location: string): Result<PrivateCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-read-'));
  const path = join(folder, 'copy.triptych');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (!copyAtRest(location, path)) continue;
      dropForeignLog(path);
      return ok({ path, remove });
    }
  } catch (error) {
    remove();
    const code = systemErrorCode(error);
    return code === 'EACCES' || code === 'ENOENT'
      ? fail('fileUnreadable', { path: location, detail: code })
      : writeFailure(error, folder);
  }
  remove();
  return fail('projectInUse', { path: location });
}

/**
 * Whether the copy can be whole. A log only grows until all of it is in the file; when it is still the same log after
 * the file was copied, it holds everything that may have come into the file meanwhile. Without a log the file itself
 * must not have changed.
 */
function copyAtRest(location: string, path: string): boolean {
  const before = stateOf(location);
  copyWithLogs(location, path);
  // Once more, after the file: the log has to hold what the copy of the file may hold.
  const log = `${location}-wal`;
  if (existsSync(log)) copyFileSync(log, `${path}-wal`);
  return before === stateOf(location) && headOf(log) === headOf(`${path}-wal`);
}

/** What differs once the file was changed other than through its log. */
function stateOf(location: string): string {
  const log = headOf(`${location}-wal`);
  const { mtimeMs, size } = statSync(location);
  return log === '' ? `${mtimeMs} ${size} ${existsSync(`${location}-journal`)}` : log;
}

function headOf(log: string): string {
  if (!existsSync(log)) return '';
  const bytes = Buffer.alloc(LOG_HEADER_LENGTH);
  const file = openSync(log, 'r');
  try {
    readSync(file, bytes, 0, LOG_HEADER_LENGTH, 0);
  } finally {
    closeSync(file);
  }
  return bytes.toString('hex');
}
