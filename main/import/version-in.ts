import { fail, ok, type Result } from '../../shared/model/failure';
import { columnVersion, proposedColumn } from '../../shared/model/column-version';
import type { ImportedDocument } from '../../shared/model/imported-document';
import type { Language } from '../../shared/model/language';

/**
 * The version in a document where nobody is asked which of its columns that is: the one that is proposed for the language,
 * else all of it; `fileNoColumn` where it is nothing but columns, of other languages.
 */
export function versionIn(document: ImportedDocument, language: Language): Result<ImportedDocument> {
  const column = proposedColumn(document, language);
  const version = column && columnVersion(document, column);
  if (version) return ok(version.document);
  return document.columns?.isSheet
    ? fail('fileNoColumn', { file: document.fileName, language })
    : ok(document);
}
