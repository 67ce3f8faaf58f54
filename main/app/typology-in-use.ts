import { join } from 'node:path';
import { app } from 'electron';
import type { Failure, Result } from '../../shared/model/failure';
import { CORE_TYPOLOGY, type Typology } from '../../shared/mqm/typology';
import { readTypologyFile, replaceTypologyFile } from '../exchange/typology-file';

interface InUse {
  readonly typology: Typology;
  /** What of the file could not be read, if anything. */
  readonly failure: Failure | null;
}

let current: InUse | null = null;

/** The newsroom's categories on this computer; the core of MQM until it has its own. */
export function typologyInUse(): InUse {
  current ??= load();
  return current;
}

/** Keeps other categories, and uses them from now on. */
export async function keepTypology(typology: Typology): Promise<Result<void>> {
  const written = await replaceTypologyFile(typologyPath(), typology);
  if (written.ok) current = { typology, failure: null };
  return written;
}

function load(): InUse {
  const path = typologyPath();
  const read = readTypologyFile(path);
  if (!read.ok) {
    const { failure } = read;
    return { typology: CORE_TYPOLOGY, failure: failure.code === 'fileNotFound' ? null : failure };
  }
  const { typology, damaged } = read.value;
  const places = damaged.join(', ');
  return {
    typology,
    failure: damaged.length > 0 ? { code: 'typologyDamaged', params: { path, places } } : null,
  };
}

function typologyPath(): string {
  return join(app.getPath('userData'), 'typology.json');
}
