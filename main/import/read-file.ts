import type { ImportedDocument } from '../../shared/model/imported-document';
import type { Result } from '../../shared/model/failure';
import { loadFile } from './load-file';
import { withDocx } from './office/with-docx';
import { readDocument } from './read-document';

/** Loads and reads a file; fails with what `loadFile`, `withDocx` and `readDocument` fail with. */
export async function readImportFile(path: string): Promise<Result<ImportedDocument>> {
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded;
  const readable = await withDocx(loaded.value).result;
  return readable.ok ? readDocument(readable.value) : readable;
}
