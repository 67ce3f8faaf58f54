import { fail, ok, type Result } from '../../../shared/model/failure';
import { readSeparated } from '../../../shared/text/separated-values';
import { hasMore } from '../has-more';
import { MOST_PARTS } from '../limits';
import type { ReadBlocks } from '../read-blocks';
import { MOST_COLUMNS, sheetBlocks, type SheetCell } from './sheet';

/** What spreadsheets of different countries put between cells. */
const SEPARATORS = ['\t', ';', ','] as const;

/** So much of a file tells what it has between its cells, in UTF-16 units. */
const TELLING = 65_536;

/**
 * Reads a text of separated values, each row a line of all columns.
 *
 * @returns or `fileTooManyParts`, `fileNoColumns`
 */
export function readSeparatedFile(text: string, file: string): Result<ReadBlocks> {
  if (hasMore(text, /[\t;,\n]/g, 4 * MOST_PARTS))
    return fail('fileTooManyParts', { file, limit: MOST_PARTS });
  const rows = readSeparated(text, separatorOf(text.slice(0, TELLING)));
  if (rows.some(({ length }) => length > MOST_COLUMNS))
    return fail('fileTooManyParts', { file, limit: MOST_COLUMNS });
  const cells = rows.flatMap((row, number) =>
    row.map((held, column): SheetCell => ({ row: number, column, held: { text: held, marks: [] } })),
  );
  const read = sheetBlocks([{ name: '', cells }]);
  return read ? ok(read) : fail('fileNoColumns', { file });
}

/** What stands between cells: with it most rows have the same number of them, and more than one. */
function separatorOf(text: string): string {
  const found = SEPARATORS.map((separator) => {
    const widths = new Map<number, number>();
    for (const { length } of readSeparated(text, separator))
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    return { separator, rows: Math.max(0, ...widths.values()) };
  });
  return found.toSorted((a, b) => b.rows - a.rows)[0]?.separator ?? ',';
}
