// A folder is opened, and nothing read of it.
// oxlint-disable-next-line triptych/outside-file
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { systemErrorCode } from './system-error';

/** Codes of systems and file systems on which a folder cannot be synced, and need not be. */
const NOT_SYNCABLE: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/** Waits until the names in a folder are on the disk, so that a renamed file keeps its name when the power fails. */
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
