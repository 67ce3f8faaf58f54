import { closeSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { createOwn } from '../system/outside-file';
import { syncOwn } from '../system/own-file';
import { syncDirectory } from '../system/sync-directory';
import { systemErrorCode, writeFailure } from '../system/system-error';
import { COMPANIONS, isThere } from './logs';

/** What file systems without second names say when asked for one. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
]);

/**
 * Gives a finished file its name, on the disk for good when this returns. Never replaces a file: fails with
 * `projectExists` when the name is taken, also by a process that was a moment faster.
 */
export function placeNewFile(finished: string, path: string): Result<void> {
  try {
    syncOwn(finished);
    const leftovers = COMPANIONS.some((companion) => isThere(path + companion));
    if (leftovers || !link(finished, path)) moveToReserved(finished, path);
    syncDirectory(dirname(path));
    return ok(undefined);
  } catch (error) {
    return systemErrorCode(error) === 'EEXIST' ? fail('projectExists', { path }) : writeFailure(error, path);
  }
}

/** Moves a file to a name by giving it that as a second one, in one step; false where that cannot be. */
function link(finished: string, path: string): boolean {
  try {
    linkSync(finished, path);
  } catch (error) {
    if (NO_LINKS.has(systemErrorCode(error))) return false;
    throw error;
  }
  rmSync(finished);
  return true;
}

/** Takes the name if it is free, with an empty file: a check before the move would leave a moment between the two. */
function moveToReserved(finished: string, path: string): void {
  closeSync(createOwn(path));
  try {
    // SQLite would replay the log of a project that was deleted without it into the new one.
    for (const companion of COMPANIONS) rmSync(path + companion, { force: true });
    renameSync(finished, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
