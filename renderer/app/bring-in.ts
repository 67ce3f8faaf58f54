import type { ImportedFile } from '../../shared/contract/channels';
import { fail } from '../../shared/model/failure';
import { IMPORT_LIMIT_MB, MB } from '../../shared/model/limits';
import { bridge } from '../session/bridge';
import { openInstead } from '../session/project/open-snapshot';
import { preloaded } from './preloaded';
import { offer } from '../session/project/offer-files';

/** Takes what was dropped on the window: a project is opened, texts are read for importing. */
export async function dropFiles(files: readonly File[]): Promise<void> {
  const project = files.find((file) => file.name.endsWith('.triptych'));
  if (project) {
    await openInstead(() => preloaded.openDropped(project));
    return;
  }
  const read = await Promise.all(files.slice(0, 12).map(readDropped));
  const readable = read.flatMap((file) => ('bytes' in file ? [file] : []));
  const refused = read.flatMap((file) => ('bytes' in file ? [] : [file]));
  const imported = readable.length > 0 ? await bridge.request('import/files', { files: readable }) : [];
  offer([...imported, ...refused]);
}

async function readDropped(file: File): Promise<{ fileName: string; bytes: Uint8Array } | ImportedFile> {
  const fileName = file.name;
  // The importer would refuse it too: it is not even read into memory here.
  if (file.size > IMPORT_LIMIT_MB * MB) {
    return { fileName, result: fail('fileTooLarge', { file: fileName, limit: IMPORT_LIMIT_MB }) };
  }
  return file.arrayBuffer().then(
    (buffer) => ({ fileName, bytes: new Uint8Array(buffer) }),
    // A folder, or a file that went away between the drop and the reading.
    () => ({ fileName, result: fail('fileUnreadable', { file: fileName }) }),
  );
}
