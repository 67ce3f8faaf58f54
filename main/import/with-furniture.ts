import { fail, ok, type Result } from '../../shared/model/failure';
import { hasText, type ImportedDocument } from '../../shared/model/imported-document';
import { isPage } from './formats';
import { isFurniture } from '../../shared/text/page-furniture';

/**
 * Nobody is asked here what to leave out. What a web page says around its article is not the article; but a
 * text file holds what somebody put there, and a script counts on finding its paragraphs where they were.
 */
export function withFurniture(document: ImportedDocument): ImportedDocument {
  // Nothing of a file with columns is taken for furniture, and what is not ticked of it stands in another column.
  if (isPage(document.format) || document.columns) return document;
  const blocks = document.blocks.map((imported) => ({
    ...imported,
    included: imported.included || isFurniture(imported.block.text),
  }));
  return { ...document, blocks };
}

/**
 * What a document comes to where nobody looks at it first.
 *
 * @returns or `fileNothingProposed`, with `file`: nothing is left of it then
 */
export function asProposed(document: ImportedDocument): Result<ImportedDocument> {
  const proposed = withFurniture(document);
  return proposed.blocks.some((imported) => imported.included && hasText(imported))
    ? ok(proposed)
    : fail('fileNothingProposed', { file: document.fileName });
}
