import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { IMPORT_LIMIT_BYTES, IMPORT_LIMIT_MB } from './limits';
import { plainName } from './plain-name';

/** A file as it lies on the disk. */
export interface LoadedFile {
  /** Without its folder. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Loads a file from disk, its size first: a file over the limit is never loaded.
 *
 * @returns or `fileNotFound`, `fileTooLarge`, `fileUnreadable` (no permission, a folder, a device; `detail` is the
 * system's code)
 */
export async function loadFile(path: string): Promise<Result<LoadedFile>> {
  const file = plainName(basename(path));
  try {
    const stats = await stat(path);
    if (!stats.isFile())
      return fail('fileUnreadable', { file, detail: stats.isDirectory() ? 'EISDIR' : 'ENOTSUP' });
    if (stats.size > IMPORT_LIMIT_BYTES) return fail('fileTooLarge', { file, limit: IMPORT_LIMIT_MB });
    return ok({ fileName: file, bytes: await readFile(path) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return fail(missing ? 'fileNotFound' : 'fileUnreadable', { file, detail: String(error.code) });
  }
}
