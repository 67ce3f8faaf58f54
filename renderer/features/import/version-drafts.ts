import type { ShownDocument, ShownParagraph } from '../../../shared/contract/shown-document';
import type { ColumnPlace } from '../../../shared/model/file-columns';
import { columnsByLanguage, roleInColumn } from '../../../shared/model/column-version';
import { LANGUAGES, type Language, type PerLanguage } from '../../../shared/model/language';

/** A version that is to be imported: a document, or a column of one. */
export interface VersionDraft {
  readonly document: ShownDocument;
  readonly language: Language | null;
  /** null where the version is the whole document. */
  readonly column: ColumnPlace | null;
  /** Places of the blocks of which the person says the other than was proposed. */
  readonly turned: readonly number[];
}

/**
 * What is proposed of the documents: of a table the columns of the languages, else the document in the language it was found to be in. Where two claim the same
 * language the second is left for the person to say. A single document without a language takes what is left over.
 *
 * @param into the only version that is wanted; null for any
 */
export function proposeDrafts(
  documents: readonly ShownDocument[],
  into: Language | null,
): readonly VersionDraft[] {
  const taken = new Set<Language>();
  const drafts = documents.flatMap((document): readonly VersionDraft[] => {
    const group = document.columns?.proposed ?? null;
    if (group !== null || document.columns?.isSheet)
      return columnDrafts(
        document,
        group ?? 0,
        columnsByLanguage(document.columns?.groups[group ?? 0]),
      ).filter(({ language }) => {
        const isWanted = language !== null && !taken.has(language) && (into === null || into === language);
        if (isWanted) taken.add(language);
        return isWanted;
      });
    const isFree = document.language !== null && !taken.has(document.language);
    if (isFree && document.language) taken.add(document.language);
    const language = into !== null && documents.length === 1 ? into : isFree ? document.language : null;
    return [wholeDraft(document, language)];
  });
  const [last] = LANGUAGES.filter((language) => !taken.has(language));
  const unset = drafts.filter(({ language }) => language === null);
  if (drafts.length !== LANGUAGES.length || unset.length !== 1 || !last) return drafts;
  return drafts.map((each) => (each.language === null ? { ...each, language: last } : each));
}

/** A document that is one version. */
export function wholeDraft(document: ShownDocument, language: Language | null): VersionDraft {
  return { document, language, column: null, turned: [] };
}

/**
 * The columns of a document that are versions, with what a person said of those before.
 *
 * @param group which of its tables
 */
export function columnDrafts(
  document: ShownDocument,
  group: number,
  columns: PerLanguage<number | null>,
  before: readonly VersionDraft[] = [],
): readonly VersionDraft[] {
  return LANGUAGES.flatMap((language): readonly VersionDraft[] => {
    const column = columns[language];
    if (column === null) return [];
    const known = before.find((each) => each.column?.group === group && each.column.column === column);
    return [{ document, language, column: { group, column }, turned: known?.turned ?? [] }];
  });
}

/** The drafts with those of one document replaced, in their place. */
export function withDraftsOf(
  documents: readonly ShownDocument[],
  drafts: readonly VersionDraft[],
  document: ShownDocument,
  its: readonly VersionDraft[],
): readonly VersionDraft[] {
  return documents.flatMap((each) =>
    each === document ? its : drafts.filter((draft) => draft.document === each),
  );
}

/** The paragraphs a person chooses from; those of a column are no cells any more. */
export function draftParagraphs({ document, column }: VersionDraft): readonly ShownParagraph[] {
  if (!column) return document.paragraphs;
  const hasTitle = document.columns?.groups[column.group]?.hasTitle;
  return paragraphsIn(document, column).map((each, n) => ({
    ...each,
    role: roleInColumn(each.styled ?? each.role, hasTitle === true && n === 0),
  }));
}

/** What stands in a column. */
export function paragraphsIn({ paragraphs }: ShownDocument, place: ColumnPlace): readonly ShownParagraph[] {
  return paragraphs.filter(({ column }) => column?.group === place.group && column.column === place.column);
}
