import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { fail, type Result } from '../../shared/model/failure';
import { IMPORT_LIMIT_BYTES, IMPORT_LIMIT_MB } from './limits';
import { readDocument } from './read-document';

/**
 * Reads a file from disk, its size first: a file over the limit is never loaded.
 *
 * @returns or `fileNotFound`, `fileUnreadable` (no permission, a folder, a device; `detail` is the system's code)
 * and what `readDocument` fails with
 */
export async function readImportFile(path: string): Promise<Result<ImportedDocument>> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    const stats = await stat(path);
    if (!stats.isFile())
      return fail('fileUnreadable', { file, detail: stats.isDirectory() ? 'EISDIR' : 'ENOTSUP' });
    if (stats.size > IMPORT_LIMIT_BYTES) return fail('fileTooLarge', { file, limit: IMPORT_LIMIT_MB });
    bytes = await readFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return fail(missing ? 'fileNotFound' : 'fileUnreadable', { file, detail: String(error.code) });
  }
  return readDocument({ fileName: file, bytes });
}
