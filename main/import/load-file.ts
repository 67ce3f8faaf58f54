import { basename, dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import { readOutsideSlowly, type Door, type Refusal } from '../system/outside-file';
import { IMPORT_LIMIT_MB, MB } from '../../shared/model/limits';
import { plainName } from './plain-name';

/** A file as it lies on the disk. */
export interface LoadedFile {
  /** Without its folder. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The folder it lies in; absent where it came without one. */
  readonly folder?: string;
}

/** A text somebody sent: a person may have put a link to it where they look for it. */
const TEXT_DOOR: Door = { most: IMPORT_LIMIT_MB * MB, byLink: true };

/**
 * Loads a file from disk: a plain one, never more than the limit.
 *
 * @returns or `fileNotFound`, `fileTooLarge`, `fileUnreadable` (no permission, a folder, a device; `detail` is the
 * system's code)
 */
export async function loadFile(path: string): Promise<Result<LoadedFile>> {
  const file = plainName(basename(path));
  const read = await readOutsideSlowly(path, TEXT_DOOR);
  return read.ok
    ? ok({ fileName: file, bytes: read.value, folder: dirname(path) })
    : refusedFile(read.refusal, file, IMPORT_LIMIT_MB);
}

/**
 * What it means for a person that a file was not let in.
 *
 * @param limit in megabytes
 */
export function refusedFile({ why, detail }: Refusal, file: string, limit: number): Result<never> {
  switch (why) {
    case 'missing':
      return fail('fileNotFound', { file, detail });
    case 'tooLarge':
      return fail('fileTooLarge', { file, limit });
    case 'notPlain':
    case 'unreadable':
      return fail('fileUnreadable', { file, detail });
  }
}
