import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { ok, type Result } from '../../../shared/model/failure';
import { writeFailure } from '../../system/system-error';
import { writeFileAtomically } from '../../system/write-file-atomically';
import type { FileBeside } from './export-pictures';

/** The name of the folder for the pictures of an exported file: "dam.ru.html" -> "dam.ru.files". */
export function picturesFolder(path: string): string {
  return `${basename(path, extname(path))}.files`;
}

/** Writes the files that go beside an exported one into their folder, which is made where there are any. */
export async function writeFilesBeside(path: string, files: readonly FileBeside[]): Promise<Result<void>> {
  if (files.length === 0) return ok(undefined);
  const folder = join(dirname(path), picturesFolder(path));
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return writeFailure(error, folder);
  }
  for (const { name, bytes } of files) {
    const written = await writeFileAtomically(join(folder, name), bytes);
    if (!written.ok) return written;
  }
  return ok(undefined);
}
