import type { ImportedDocument } from '../../shared/model/imported-document';
import type { Result } from '../../shared/model/failure';
import { loadFile } from './load-file';
import { readDocument } from './read-document';

/** Loads and reads a file; fails with what `loadFile` and `readDocument` fail with. */
export async function readImportFile(path: string): Promise<Result<ImportedDocument>> {
  const loaded = await loadFile(path);
  return loaded.ok ? readDocument(loaded.value) : loaded;
}
