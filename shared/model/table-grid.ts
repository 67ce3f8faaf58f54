import type { TablePlace } from './paragraph';

/** What stands in a cell of a table, and over how much of it the cell reaches. */
export interface GridCell<B> {
  readonly blocks: readonly B[];
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface GridRow<B> {
  readonly isHeader: boolean;
  /** As many places as the table has columns; null where a merged cell reaches over the place. */
  readonly places: readonly (GridCell<B> | null)[];
}

/** A table of so many places is laid out however empty it is; a larger one may have `PLACES_FOR_TEXT` for each text. */
const SMALL_TABLE = 10_000;
const PLACES_FOR_TEXT = 4;

/**
 * The cells of a table row by row. No cell reaches over the text of another, or over another merged one. The cells of a
 * table that is nearly all empty, which nobody made in earnest, stand one below the other, as do those of one too wide.
 *
 * @param widest how many columns a table may have
 */
export function tableGrid<B extends { readonly cell: TablePlace | null }>(
  blocks: readonly B[],
  widest = Infinity,
): readonly GridRow<B>[] {
  const placed = blocks.map(({ cell }) => cell ?? { table: 0, row: 0, column: 0 });
  const own = extent(placed, false);
  if (!isLaidOut(own, blocks.length, widest))
    return blocks.map((block) => ({
      isHeader: false,
      places: [{ blocks: [block], rowSpan: 1, columnSpan: 1 }],
    }));
  const spanned = extent(placed, true);
  const { height, width } = isLaidOut(spanned, blocks.length, widest) ? spanned : own;
  const texts: B[][][] = [];
  blocks.forEach((block, n) => {
    const { row, column } = placed[n] ?? { row: 0, column: 0 };
    ((texts[row] ??= [])[column] ??= []).push(block);
  });
  /** The places a merged cell reaches over. */
  const covered = Array.from({ length: height }, () => new Set<number>());
  const isFree = (row: number, column: number): boolean =>
    row < height && column < width && !texts[row]?.[column] && covered[row]?.has(column) !== true;
  return Array.from({ length: height }, (_, row): GridRow<B> => {
    const places = Array.from({ length: width }, (__, column): GridCell<B> | null => {
      const here = texts[row]?.[column];
      if (!here) return covered[row]?.has(column) ? null : { blocks: [], rowSpan: 1, columnSpan: 1 };
      const wished = here[0]?.cell;
      let columnSpan = 1;
      while (columnSpan < (wished?.columnSpan ?? 1) && isFree(row, column + columnSpan)) columnSpan += 1;
      const columns = Array.from({ length: columnSpan }, (___, n) => column + n);
      let rowSpan = 1;
      while (rowSpan < (wished?.rowSpan ?? 1) && columns.every((each) => isFree(row + rowSpan, each)))
        rowSpan += 1;
      for (let down = 0; down < rowSpan; down += 1)
        for (const each of columns) if (down > 0 || each > column) covered[row + down]?.add(each);
      return { blocks: here, rowSpan, columnSpan };
    });
    const held = places.flatMap((place) => place?.blocks ?? []);
    return { isHeader: held.length > 0 && held.every(({ cell }) => cell?.header === true), places };
  });
}

/** How many rows and columns there are, with or without what merged cells reach over. */
function extent(
  places: readonly TablePlace[],
  withSpans: boolean,
): { readonly height: number; readonly width: number } {
  let [height, width] = [0, 0];
  for (const { row, column, rowSpan = 1, columnSpan = 1 } of places) {
    height = Math.max(height, row + (withSpans ? rowSpan : 1));
    width = Math.max(width, column + (withSpans ? columnSpan : 1));
  }
  return { height, width };
}

function isLaidOut({ height, width }: ReturnType<typeof extent>, texts: number, widest: number): boolean {
  return width <= widest && height * width <= Math.max(SMALL_TABLE, PLACES_FOR_TEXT * texts);
}
