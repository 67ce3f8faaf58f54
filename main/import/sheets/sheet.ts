import type { FileColumns } from '../../../shared/model/file-columns';
import { plainImport } from '../../../shared/model/imported-document';
import type { Language } from '../../../shared/model/language';
import type { Block, RichText } from '../../../shared/model/paragraph';
import { slice } from '../../../shared/reconcile/part-paragraph';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { sheetColumns } from '../columns/describe-columns';
import type { ReadBlocks } from '../read-blocks';
import { showNumber, type SheetNumber } from './shown-number';

/** What stands in a place of a sheet; rows and columns count from 0, rows without anything in them may be left out. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly held: RichText | SheetNumber;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
}

/** A place further right is none of a text. */
export const MOST_COLUMNS = 1000;

/**
 * The texts of sheets, each cell a block and each blank line in it the end of one. Numbers are written as who reads the
 * language of their column writes them.
 *
 * @returns null where no column has words
 */
export function sheetBlocks(
  sheets: readonly Sheet[],
): (ReadBlocks & { readonly columns: FileColumns }) | null {
  const texts = sheets.flatMap(({ cells }, table) =>
    cells.flatMap(({ row, column, held }) =>
      'text' in held ? [{ text: held.text, cell: { table, row, column } }] : [],
    ),
  );
  const names = sheets.map(({ name }) => name);
  const columns = sheetColumns(texts, names);
  if (!columns) return null;
  const languages = new Map(
    columns.groups.flatMap(({ tables, columns: held }) =>
      tables.flatMap(({ table }) =>
        held.map(({ column, language }) => [`${table} ${column}`, language ?? 'en'] as const),
      ),
    ),
  );
  const blocks = sheets.flatMap(({ cells }, table) =>
    cells.flatMap(({ row, column, held }): readonly Block[] => {
      // What has no words anywhere is no version, and how much of it there is does not matter.
      const language = languages.get(`${table} ${column}`);
      const place = { role: 'tableCell', label: '', depth: 0, cell: { table, row, column } } as const;
      return language ? textsOf(held, language).map((rich) => ({ ...rich, ...place })) : [];
    }),
  );
  return { blocks: blocks.map((block) => plainImport(block, true)), notices: [], columns };
}

function textsOf(held: SheetCell['held'], language: Language): readonly RichText[] {
  const rich = 'value' in held ? { text: showNumber(held, language), marks: [] } : held;
  const texts: RichText[] = [];
  let start = 0;
  for (const gap of rich.text.matchAll(/\r?\n[ \t\u00a0]*\r?\n\s*/g)) {
    texts.push(slice(rich, { start, end: gap.index }));
    start = gap.index + gap[0].length;
  }
  texts.push(slice(rich, { start, end: rich.text.length }));
  return texts.map(({ text, marks }) => normaliseRich(text, marks)).filter(({ text }) => text !== '');
}
