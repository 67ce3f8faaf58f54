import { perLanguage, type PerLanguage } from '../shared/model/language';
import type { AlignedRow } from '../shared/align/align-versions';
import { hasText, type ImportedDocument } from '../shared/model/imported-document';
import type { Paragraph } from '../shared/model/paragraph';
import type { Origin, Project } from '../shared/model/project';
import type { Row } from '../shared/model/row';

/** Ids and the time are passed in, so that the same documents can give the same project. */
export interface Making {
  readonly newId: () => string;
  /** ms since 1970 */
  readonly time: number;
}

/** The paragraphs of a document a person has accepted: the included blocks, each with an id. */
export function documentParagraphs(document: ImportedDocument, newId: () => string): readonly Paragraph[] {
  return document.blocks
    .filter((imported) => imported.included && hasText(imported))
    .map(({ block }) => ({ ...block, id: newId(), imported: null }));
}

export function documentOrigin(document: ImportedDocument, time: number): Origin {
  const { fileName, format, encoding, hash } = document;
  return { fileName, format, encoding, hash, time };
}

/** A project of accepted documents and the rows the aligner gave for them. */
export function makeProject(
  title: string,
  documents: PerLanguage<ImportedDocument | null>,
  paragraphs: PerLanguage<readonly Paragraph[]>,
  aligned: readonly AlignedRow[],
  { newId, time }: Making,
): Project {
  const rows = aligned.map((row): Row => {
    const cells = perLanguage((language) => {
      const held = row[language].flatMap((position) => paragraphs[language][position] ?? []);
      return {
        paragraphs: held,
        status: held.length > 0 ? ('translated' as const) : ('draft' as const),
      };
    });
    return { id: newId(), cells, confidence: row.confidence, confirmed: false };
  });
  const origins = perLanguage((language) => {
    const document = documents[language];
    return document ? documentOrigin(document, time) : null;
  });
  return { id: newId(), title, created: time, origins, rows, flags: [] };
}
