import type { ColumnGroup, ColumnPlace, FileColumns } from './file-columns';
import type { ImportedBlock, ImportedDocument } from './imported-document';
import { perLanguage, type Language, type PerLanguage } from './language';
import type { Role } from './paragraph';

/** No row of a table is counted further. */
const MOST_LINES = 1_000_000;

/** A text in a column, with the line of its group it stands in; lines count upwards, but not one by one. */
export interface PlaceInColumn extends ColumnPlace {
  readonly line: number;
}

/** Where each block stands among columns that may be versions; null for heads, and for what stands in none of them. */
export function placesInColumns(
  columns: FileColumns,
  blocks: readonly ImportedBlock[],
): readonly (PlaceInColumn | null)[] {
  const known = new Map(
    columns.groups.flatMap(({ tables }, group) =>
      tables.map(({ table, head }, nth) => [table, { group, head, before: nth * MOST_LINES }] as const),
    ),
  );
  return blocks.map(({ block: { cell } }) => {
    const held = cell && known.get(cell.table);
    if (!held || cell.row < held.head) return null;
    return { group: held.group, column: cell.column, line: held.before + cell.row };
  });
}

/** The columns of a group by their languages. */
export function columnsByLanguage(group: ColumnGroup | undefined): PerLanguage<number | null> {
  return perLanguage((language) => group?.columns.find((each) => each.language === language)?.column ?? null);
}

/** The column that is proposed for a language; null where there is none, or where the file is proposed as one text. */
export function proposedColumn(
  { columns }: Pick<ImportedDocument, 'columns'>,
  language: Language,
): ColumnPlace | null {
  if (!columns || columns.proposed === null) return null;
  const column = columnsByLanguage(columns.groups[columns.proposed])[language];
  return column === null ? null : { group: columns.proposed, column };
}

/** A version as it stands in a column of a file. */
export interface ColumnVersion {
  /** The document with only the texts of the column ticked, no longer as cells of a table. */
  readonly document: ImportedDocument;
  /** Of each block of the document, the line it stands in; null for those that are not in the column. */
  readonly lines: readonly (number | null)[];
}

/** The version in a column of a document; null where the document has no such column. */
export function columnVersion(
  document: ImportedDocument,
  { group, column }: ColumnPlace,
): ColumnVersion | null {
  const { columns } = document;
  const chosen = columns?.groups[group];
  if (!columns || !chosen?.columns.some((each) => each.column === column)) return null;
  const places = placesInColumns(columns, document.blocks).map((place) =>
    place?.group === group ? place : null,
  );
  const lines = places.map((place) => (place?.column === column ? place.line : null));
  const first = places.find((place) => place !== null)?.line;
  const blocks = document.blocks.map((imported, n): ImportedBlock => {
    const line = lines[n] ?? null;
    if (line === null) return { ...imported, included: false };
    const { block } = imported;
    const role = roleInColumn(imported.styled ?? block.role, chosen.hasTitle && line === first);
    return { ...imported, block: { ...block, role, cell: null } };
  });
  return { document: { ...document, blocks }, lines };
}

/** What a text is in a column that is a version; `isFirst` where that begins with a title, and this is it. */
export function roleInColumn(role: Role, isFirst: boolean): Role {
  return role !== 'tableCell' ? role : isFirst ? 'title' : 'paragraph';
}

/** A version that is imported, and where it stands in its document: null for the whole of it. */
export interface ChosenVersion {
  /** What it was read from, by whichever name that is known; the same for the same file. */
  readonly source: string;
  /** As it was read, of all columns. */
  readonly read: ImportedDocument;
  readonly column: ColumnPlace | null;
  /** The version, as the person wants it. */
  readonly document: ImportedDocument;
}
