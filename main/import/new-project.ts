import type { Flag } from '../../shared/model/flag';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../shared/model/language';
import { stands, type ImportedBlock, type ImportedDocument } from '../../shared/model/imported-document';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Origin, Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import type { FoundRow } from './found-row';
import { PRESENT_READING } from './reading';
import { flagOf, paragraphOf } from '../../shared/reconcile/imported-review';

/** Ids and the time are passed in, so that the same documents can give the same project. */
export interface Making {
  readonly newId: () => string;
  /** ms since 1970 */
  readonly time: number;
}

/** The blocks of a document that a person has accepted and that are paragraphs. */
export function acceptedBlocks({ blocks }: ImportedDocument): readonly ImportedBlock[] {
  return blocks.filter((imported) => imported.included && stands(imported));
}

/**
 * The blocks of a document that become paragraphs. Those that tracked changes deleted whole are among them: until that
 * is decided their text is not gone. It would be lost otherwise where it was only moved, since what waits is no part of
 * an export at its new place either.
 */
function importedBlocks({ blocks }: ImportedDocument): readonly ImportedBlock[] {
  return blocks.filter(becomesParagraph);
}

function becomesParagraph(imported: ImportedBlock): boolean {
  return imported.included && (stands(imported) || imported.original !== null);
}

/** The places of the blocks that become paragraphs, in the order of these. */
export function importedPlaces({ blocks }: ImportedDocument): readonly number[] {
  return blocks.flatMap((imported, place) => (becomesParagraph(imported) ? [place] : []));
}

/** The paragraphs of a document that is imported, each with an id; tracked changes are suggestions in them. */
export function documentParagraphs(
  document: ImportedDocument,
  { newId, time }: Making,
): readonly Paragraph[] {
  return importedBlocks(document).map((imported) => paragraphOf(imported, newId(), time));
}

/** The comments of a document as flags on the paragraphs made of it. */
function documentFlags(
  document: ImportedDocument,
  paragraphs: readonly Paragraph[],
  language: Language,
  { newId, time }: Making,
): readonly Flag[] {
  return importedBlocks(document).flatMap(({ comments, block }, n) => {
    const paragraphId = paragraphs[n]?.id;
    if (paragraphId === undefined) return [];
    return comments.map((comment) =>
      flagOf(comment, { id: newId(), language, paragraphId, text: block.text }, time),
    );
  });
}

/**
 * What a project notes of the file a version came from; `time` in ms since 1970.
 *
 * @param former what it noted before, if anything: where a draft has no layout of its own, that of the former stays
 */
export function documentOrigin(
  document: ImportedDocument,
  time: number,
  former: Origin | null = null,
): Origin {
  const { fileName, format, encoding, hash, isKept = false, blocks } = document;
  const leftOut = blocks.flatMap(({ included }, n) => (included ? [] : [n]));
  const original = isKept ? { hash, format, leftOut, reading: PRESENT_READING } : former?.original;
  return { fileName, format, encoding, hash, time, ...(original && { original }) };
}

/** A project of accepted documents and the rows the aligner gave for them. */
export function makeProject(
  title: string,
  documents: PerLanguage<ImportedDocument | null>,
  paragraphs: PerLanguage<readonly Paragraph[]>,
  aligned: readonly FoundRow[],
  making: Making,
): Project {
  const { newId, time } = making;
  const rows = aligned.map((row): Row => {
    const cells = perLanguage((language) => {
      const held = row[language].flatMap((position) => paragraphs[language][position] ?? []);
      return {
        paragraphs: held,
        status: held.length > 0 ? ('translated' as const) : ('draft' as const),
      };
    });
    return { id: newId(), cells, confidence: row.confidence, confirmed: row.confirmed === true };
  });
  const origins = perLanguage((language) => {
    const document = documents[language];
    return document ? documentOrigin(document, time) : null;
  });
  const flags = LANGUAGES.flatMap((language) => {
    const document = documents[language];
    return document ? documentFlags(document, paragraphs[language], language, making) : [];
  }).sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  return { id: newId(), title, created: time, origins, rows, flags };
}
