import { ok, type Result } from '../../shared/model/failure';
import type { ImportedDocument } from '../../shared/model/imported-document';
import type { AppContext } from '../app/app-context';
import type { OpenProject } from '../app/open-project';
import { packOriginal } from '../project/originals';

/** Has a project keep the file of a document that is about to come in, where it can be written back into. */
export async function keepOriginal(
  { documents }: AppContext,
  open: OpenProject,
  documentId: string,
  { hash }: ImportedDocument,
): Promise<Result<void>> {
  const bytes = documents.file(documentId);
  return bytes ? open.keepOriginal(await packOriginal(hash, bytes)) : ok(undefined);
}
