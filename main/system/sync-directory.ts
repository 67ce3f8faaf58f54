import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { systemErrorCode } from './system-error';

/** Codes of systems and file systems on which a folder cannot be synced, and need not be. */
const NOT_SYNCABLE: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/**
 * Waits until the names in a folder are on the disk, so that a renamed file keeps its name when the power fails. Throws
 * an error of the system where that fails and is needed.
 */
export function syncDirectory(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!NOT_SYNCABLE.has(systemErrorCode(error))) throw error;
  }
}

/** The same while others go on, and only as far as it can be done: for what is safe elsewhere, too. */
export async function syncDirectorySlowly(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    systemErrorCode(error);
  }
}
