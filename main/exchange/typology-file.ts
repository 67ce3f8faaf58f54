import { basename, dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/model/failure';
import { readTypology, type ReadTypology } from '../../shared/mqm/read-typology';
import type { Typology } from '../../shared/mqm/typology';
import { refusedFile } from '../import/load-file';
import { copyOutside, lookOutside, readOutside, TYPOLOGY_DOOR } from '../system/outside-file';
import { freeFileName } from '../system/file-name';
import { writeFailure } from '../system/system-error';
import { writeFileAtomically } from '../system/write-file-atomically';

/** Reads the categories in a file as far as they can be read; fails only when there is no reading it at all. */
export function readTypologyFile(path: string): Result<ReadTypology> {
  const file = basename(path);
  const read = readOutside(path, TYPOLOGY_DOOR);
  if (!read.ok) return refusedFile(read.refusal, file, TYPOLOGY_DOOR.most / 2 ** 20);
  return ok(readTypology(parseJson(read.value.toString('utf8'))));
}

/** Writes categories to a file, as JSON people can read and change. */
export function writeTypologyFile(path: string, typology: Typology): Promise<Result<void>> {
  return writeFileAtomically(path, Buffer.from(`${JSON.stringify(typology, null, 2)}\n`));
}

/**
 * Puts categories in place of those in a file. If not all of these could be read, a copy of the file as it was stays
 * beside it: what somebody wrote by hand is not thrown away for a slip.
 */
export async function replaceTypologyFile(path: string, typology: Typology): Promise<Result<void>> {
  const looked = lookOutside(path, TYPOLOGY_DOOR);
  const missing = !looked.ok && looked.refusal.why === 'missing';
  const before = missing ? null : readTypologyFile(path);
  if (before && (!before.ok || before.value.damaged.length > 0)) {
    const folder = dirname(path);
    const copy = join(folder, freeFileName(folder, `${basename(path, '.json')} damaged`, 'json'));
    try {
      const copied = copyOutside(path, copy, TYPOLOGY_DOOR);
      if (!copied.ok) return refusedFile(copied.refusal, basename(path), TYPOLOGY_DOOR.most / 2 ** 20);
    } catch (error) {
      return writeFailure(error, copy);
    }
  }
  return writeTypologyFile(path, typology);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON: no typology, which its reader says.
    return null;
  }
}
