import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import type { TablePlace } from '../model/paragraph';
import type { AlignedRow, AlignmentInput } from './alignment';

/**
 * Puts the cells of one row of a table into one row: a table is read line by line, and its numbers say nothing alone.
 * Rows stay apart where a version has cells of different lines in them, or anything but cells.
 */
export function joinTableRows(
  rows: readonly AlignedRow[],
  versions: PerLanguage<readonly AlignmentInput[]>,
): readonly AlignedRow[] {
  const joined: AlignedRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above && areOfOneLine(above, row, versions)) joined[joined.length - 1] = join(above, row);
    else joined.push(row);
  }
  return joined;
}

function areOfOneLine(
  above: AlignedRow,
  row: AlignedRow,
  versions: PerLanguage<readonly AlignmentInput[]>,
): boolean {
  let isAny = false;
  for (const language of LANGUAGES) {
    const [before, after] = [above, row].map((each) => linesOf(each, language, versions));
    const all = [...(before ?? []), ...(after ?? [])];
    if (all.length > 0 && (all.includes(null) || new Set(all).size > 1)) return false;
    isAny ||= before !== undefined && before.length > 0 && after !== undefined && after.length > 0;
  }
  return isAny;
}

/** The lines of tables that paragraphs of a row are cells of, by name; null for what is no cell. */
function linesOf(
  row: AlignedRow,
  language: Language,
  versions: PerLanguage<readonly AlignmentInput[]>,
): readonly (string | null)[] {
  return row[language].map((position) => nameLine(versions[language][position]?.cell ?? null));
}

function nameLine(cell: TablePlace | null): string | null {
  return cell && `${cell.table} ${cell.row}`;
}

function join(above: AlignedRow, row: AlignedRow): AlignedRow {
  return {
    ...perLanguage((language) => [...above[language], ...row[language]]),
    confidence: Math.min(above.confidence, row.confidence),
  };
}
