import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { COMPANION_DOOR, lookOutside, PROJECT_DOOR, readHead } from '../system/outside-file';
import { makeTemporaryFolder } from '../system/unfinished';
import { systemErrorCode, writeFailure } from '../system/system-error';
import { copyLog, copyWithLogs, dropForeignLog, isThere } from './logs';

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
  const folder = makeTemporaryFolder('read');
  const path = join(folder, 'copy.triptych');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const copied = copyAtRest(location, path);
      if (copied.ok && copied.value) {
        dropForeignLog(path);
        return ok({ path, remove });
      }
      if (!copied.ok) {
        remove();
        return copied;
      }
    }
  } catch (error) {
    remove();
    systemErrorCode(error);
    return writeFailure(error, folder);
  }
  remove();
  return fail('projectInUse', { path: location });
}

/**
 * Whether the copy can be whole. A log only grows until all of it is in the file; when it is still the same log after
 * the file was copied, it holds everything that may have come into the file meanwhile. Without a log the file itself
 * must not have changed.
 */
function copyAtRest(location: string, path: string): Result<boolean> {
  const before = stateOf(location);
  const copied = copyWithLogs(location, path);
  if (!copied.ok) return copied;
  // Once more, after the file: the log has to hold what the copy of the file may hold.
  const again = copyLog(location, path, '-wal');
  if (!again.ok) return again;
  return ok(before === stateOf(location) && headOf(`${location}-wal`) === headOf(`${path}-wal`));
}

/** What differs once the file was changed other than through its log. */
function stateOf(location: string): string {
  const log = headOf(`${location}-wal`);
  if (log !== '') return log;
  const looked = lookOutside(location, PROJECT_DOOR);
  if (!looked.ok) return looked.refusal.why;
  const { mtimeMs, size } = looked.value;
  return `${mtimeMs} ${size} ${isThere(`${location}-journal`)}`;
}

/** The beginning of a log; '' where there is none. What else is wrong with it, copying it tells. */
function headOf(log: string): string {
  const head = readHead(log, COMPANION_DOOR, LOG_HEADER_LENGTH);
  return head.ok ? head.value.toString('hex') : '';
}
