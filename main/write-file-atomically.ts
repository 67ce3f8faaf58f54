import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../shared/model/failure';
import { syncDirectory } from './sync-directory';
import { writeFailure } from './system-error';

/**
 * Writes a file so that under its name there is at any time either the old content or all of the new, also
 * on a full disk or when the power fails. Fails with `diskFull`, `folderNotWritable` or `writeFailed`.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const draft = join(dirname(path), `.triptych-${randomUUID()}.tmp`);
  try {
    await writeSynced(draft, bytes);
    await rename(draft, path);
    syncDirectory(dirname(path));
    return ok(undefined);
  } catch (error) {
    await rm(draft, { force: true });
    return writeFailure(error, path);
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let written = 0;
    // A write may take less than it was given, as on a disk that is filling up.
    while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
    await file.sync();
  } finally {
    await file.close();
  }
}
