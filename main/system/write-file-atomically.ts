import { chmodSync, closeSync, fsyncSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, type Result } from '../../shared/model/failure';
import { createOwn, writeAll } from './outside-file';
import { createOwnSlowly } from './own-file';
import { syncDirectory } from './sync-directory';
import { systemErrorCode, writeFailure } from './system-error';
import { draftPath } from './unfinished';

/**
 * Writes a file so that under its name there is at any time either the old content or all of the new, also
 * on a full disk or when the power fails. Who may read the old one may read the new one, and nobody else. Fails with
 * `diskFull`, `folderNotWritable` or `writeFailed`.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const draft = draftPath(dirname(path));
  try {
    await writeSynced(draft, bytes, rightsOf(path));
    await rename(draft, path);
    syncDirectory(dirname(path));
    return ok(undefined);
  } catch (error) {
    await rm(draft, { force: true });
    return writeFailure(error, path);
  }
}

/** As `writeFileAtomically`, at once, for a file of the app's own: only its owner may read it. */
export function writeOwnFile(path: string, text: string): Result<void> {
  const draft = draftPath(dirname(path));
  try {
    const file = createOwn(draft);
    try {
      writeAll(file, Buffer.from(text));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncDirectory(dirname(path));
    return ok(undefined);
  } catch (error) {
    rmSync(draft, { force: true });
    return writeFailure(error, path);
  }
}

/** Who may do what with a file, as the nine bits of Unix; null where there is none. */
export function rightsOf(path: string): number | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.mode & 0o777 : null;
}

async function writeSynced(path: string, bytes: Uint8Array, rights: number | null): Promise<void> {
  const file = await createOwnSlowly(path, rights ?? 0o666);
  try {
    let written = 0;
    // A write may take less than it was given, as on a disk that is filling up.
    while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
    if (rights !== null) await file.chmod(rights).catch(ignoreRights);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a finished draft the rights of what it replaces or is a copy of; not on disks that know no rights. */
export function giveRights(path: string, rights: number | null): void {
  if (rights === null) return;
  try {
    chmodSync(path, rights);
  } catch (error) {
    ignoreRights(error);
  }
}

function ignoreRights(error: unknown): void {
  systemErrorCode(error);
}
