import { cutText } from '../model/cut-text';
import type { ColumnPlace, FileColumns } from '../model/file-columns';
import { placesInColumns } from '../model/column-version';
import { stands, type ImportedDocument } from '../model/imported-document';
import type { Block, Role } from '../model/paragraph';
import { pictureName } from '../model/picture';

/** A paragraph of a document as far as one has to see it to say whether it belongs to the article. */
export interface ShownParagraph extends Pick<Block, 'role' | 'label' | 'text'> {
  /** What a picture is called; absent for words. */
  readonly picture?: string;
  /** Its place among the blocks of the document, from 0. */
  readonly index: number;
  /** Of a table cell, what it is where its column is a version, as far as its style tells. */
  readonly styled?: Role;
  /** Whether it is proposed as part of the article. */
  readonly included: boolean;
  /** The column it stands in, of a document whose columns may be versions. */
  readonly column?: ColumnPlace;
}

/** What the window is told of a document that was read: beginnings of its paragraphs. All of it stays in main, under the id. */
export interface ShownDocument extends Pick<
  ImportedDocument,
  'fileName' | 'encoding' | 'language' | 'notices' | 'columns'
> {
  readonly id: string;
  /** What tracked changes deleted is no paragraph, and not to be chosen. */
  readonly paragraphs: readonly ShownParagraph[];
}

/** With names that are cut where they are long. */
function shownColumns(columns: FileColumns): FileColumns {
  const groups = columns.groups.map((group) => ({
    ...group,
    name: cutText(group.name),
    columns: group.columns.map((each) => ({ ...each, name: cutText(each.name) })),
  }));
  return { ...columns, groups };
}

/** What is shown of a document that is kept under an id. */
export function showDocument(id: string, document: ImportedDocument): ShownDocument {
  const { fileName, encoding, language, notices, blocks, columns } = document;
  const places = columns && placesInColumns(columns, blocks);
  const paragraphs = blocks.flatMap((imported, index) => {
    const { role, label, text, picture } = imported.block;
    const styled = imported.styled && { styled: imported.styled };
    const named = picture && { picture: cutText(pictureName(picture)) };
    const shown = { role, label: cutText(label), text: cutText(text), ...styled, ...named };
    const place = places?.[index];
    const column = place && { column: { group: place.group, column: place.column } };
    return stands(imported) ? [{ ...shown, index, included: imported.included, ...column }] : [];
  });
  return {
    id,
    fileName,
    encoding,
    language,
    notices,
    paragraphs,
    ...(columns && { columns: shownColumns(columns) }),
  };
}
