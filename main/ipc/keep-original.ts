import { ok, type Result } from '../../shared/model/failure';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { pictureHashes } from '../../shared/model/picture';
import type { AppContext } from '../app/app-context';
import type { OpenProject } from '../app/open-project';
import { packOriginal, type PackedOriginal } from '../project/originals';

/** What a project is to keep of a document that comes in: its file, where it can be written back into, and its pictures. */
export async function packDocument(
  { documents }: AppContext,
  documentId: string,
  { hash, blocks }: ImportedDocument,
): Promise<readonly PackedOriginal[]> {
  const packed: PackedOriginal[] = [];
  const file = documents.file(documentId);
  if (file) packed.push(await packOriginal(hash, file));
  const pictures = documents.pictures(documentId);
  const wanted = pictureHashes(blocks.flatMap(({ block, included }) => (included ? [block] : [])));
  for (const each of wanted) {
    const bytes = pictures.get(each);
    if (bytes) packed.push(await packOriginal(each, bytes));
  }
  return packed;
}

/** Has a project keep what belongs to a document that is about to come in. */
export async function keepOriginal(
  context: AppContext,
  open: OpenProject,
  documentId: string,
  document: ImportedDocument,
): Promise<Result<void>> {
  for (const packed of await packDocument(context, documentId, document)) {
    const kept = open.keepOriginal(packed);
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}
