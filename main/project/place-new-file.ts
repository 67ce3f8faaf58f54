import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { syncDirectory } from '../sync-directory';
import { systemErrorCode, writeFailure } from '../system-error';

/** What SQLite may keep beside a database. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

/**
 * Gives a finished file its name, on the disk for good when this returns. Never replaces a file: fails with
 * `projectExists` when the name is taken, also by a process that was a moment faster.
 */
export function placeNewFile(finished: string, path: string): Result<void> {
  try {
    syncFile(finished);
    // Takes the name if it is free; a check before the rename would leave a moment between the two.
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    return systemErrorCode(error) === 'EEXIST' ? fail('projectExists', { path }) : writeFailure(error, path);
  }
  try {
    // SQLite would replay the log of a project that was deleted without it into the new one.
    for (const companion of COMPANIONS) rmSync(path + companion, { force: true });
    renameSync(finished, path);
    syncDirectory(dirname(path));
  } catch (error) {
    rmSync(path, { force: true });
    return writeFailure(error, path);
  }
  return ok(undefined);
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
