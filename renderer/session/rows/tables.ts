import { LANGUAGES, perLanguage, type PerLanguage } from '../../../shared/model/language';
import type { Paragraph, TablePlace } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { isSameJson } from '../../../shared/model/same-json';
import { tableGrid } from '../../../shared/model/table-grid';
import { rememberRows } from './remember-rows';

/** How a table is drawn: the share of the width each of its columns has, and how many lines it has. */
export interface TableShape {
  readonly widths: readonly number[];
  readonly lines: number;
  /** The places of each line, where there are merged cells; absent where each place is one column wide. */
  readonly merged?: readonly (readonly LinePlace[])[];
}

/** A place in a line of a table. */
interface LinePlace {
  readonly column: number;
  readonly columnSpan: number;
  /** Whether the cell began in a line above. */
  readonly comesDown: boolean;
  /** Whether it goes on in the next line. */
  readonly goesOn: boolean;
}

/** A place with what stands in it; nothing where the cell is elsewhere, or empty. */
export interface HeldPlace extends LinePlace {
  readonly paragraphs: readonly Paragraph[];
}

/** The tables of each version by their numbers. */
export type TableShapes = PerLanguage<Readonly<Record<number, TableShape>>>;

/** What stands below each other in a cell: a paragraph, or the cells of one line of a table beside each other. */
export type CellPart =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | {
      readonly kind: 'line';
      readonly shape: TableShape;
      readonly table: number;
      /** The number of the line in its table, from 0. */
      readonly line: number;
      readonly places: readonly HeldPlace[];
    };

/** A column is as wide as its longest text, but no narrower and no wider than so many characters, and the space at its sides. */
const NARROWEST = 3;
const WIDEST = 18;
const SIDES = 2;

/** A table of more columns than this could not be read side by side: its cells stand below each other. */
const MOST_COLUMNS = 8;

const cellsOf = rememberRows(({ cells }) =>
  LANGUAGES.flatMap((language) =>
    cells[language].paragraphs.flatMap(({ cell, text, picture }) =>
      cell ? [{ language, cell, length: picture ? WIDEST : text.length }] : [],
    ),
  ),
);

let last: TableShapes = perLanguage(() => ({}));

interface Found {
  readonly widths: number[];
  readonly lines: number;
  readonly cells: { readonly cell: TablePlace }[];
  readonly isMerged: boolean;
}

/** The places of each line of a table with merged cells. */
function mergedLines(cells: Found['cells'], columns: number): readonly (readonly LinePlace[])[] {
  const grid = tableGrid(cells, columns);
  const lines = grid.map((): LinePlace[] => []);
  grid.forEach(({ places }, line) =>
    places.forEach((place, column) => {
      if (!place) return;
      const { rowSpan, columnSpan } = place;
      for (let down = 0; down < rowSpan; down += 1)
        lines[line + down]?.push({ column, columnSpan, comesDown: down > 0, goesOn: down < rowSpan - 1 });
    }),
  );
  return lines.map((places) => places.toSorted((a, b) => a.column - b.column));
}

/** The places of a line in which each is one column wide. */
function plainLine({ widths }: TableShape): readonly LinePlace[] {
  return widths.map((_, column) => ({ column, columnSpan: 1, comesDown: false, goesOn: false }));
}

/** How all tables are drawn; the same object as before as long as that stays so. */
export function tableShapes(rows: readonly Row[]): TableShapes {
  const found = perLanguage(() => new Map<number, Found>());
  for (const cells of cellsOf(rows))
    for (const { language, cell, length } of cells) {
      const { table, row, column, columnSpan = 1, rowSpan = 1 } = cell;
      const known = found[language].get(table) ?? { widths: [], lines: 0, cells: [], isMerged: false };
      // What a merged cell says is shared by its columns, each of which is wide enough for less.
      const width = columnSpan === 1 ? length : 0;
      known.widths[column] = Math.max(known.widths[column] ?? 0, width);
      known.widths[column + columnSpan - 1] ??= 0;
      known.cells.push({ cell });
      const isMerged = known.isMerged || rowSpan > 1 || columnSpan > 1;
      found[language].set(table, { ...known, lines: Math.max(known.lines, row + 1), isMerged });
    }
  const shapes = perLanguage((language) =>
    Object.fromEntries(
      [...found[language]]
        .filter(([, { widths }]) => widths.length <= MOST_COLUMNS)
        .map(([table, { widths, lines, cells, isMerged }]): [number, TableShape] => [
          table,
          {
            widths: Array.from(widths, (width) => SIDES + Math.max(NARROWEST, Math.min(WIDEST, width ?? 0))),
            lines,
            ...(isMerged && { merged: mergedLines(cells, widths.length) }),
          },
        ]),
    ),
  );
  if (!isSameJson(shapes, last)) last = shapes;
  return last;
}

/** The paragraphs of a cell, those that are cells of one line of a table together. */
export function partsOf(
  paragraphs: readonly Paragraph[],
  shapes: TableShapes[keyof TableShapes],
): readonly CellPart[] {
  const parts: CellPart[] = [];
  for (const paragraph of paragraphs) {
    const { cell } = paragraph;
    const shape = cell && shapes[cell.table];
    if (!cell || !shape) {
      parts.push({ kind: 'paragraph', paragraph });
      continue;
    }
    const { table, row: line, column } = cell;
    const above = parts.at(-1);
    const isNext = above?.kind === 'line' && above.table === table && above.line === line;
    const places: readonly HeldPlace[] = isNext
      ? above.places
      : (shape.merged?.[line] ?? plainLine(shape)).map((place) => ({ ...place, paragraphs: [] }));
    const there = places.map((place) =>
      place.column === column ? { ...place, paragraphs: [...place.paragraphs, paragraph] } : place,
    );
    if (isNext) parts.pop();
    parts.push({ kind: 'line', shape, table, line, places: there });
  }
  return parts;
}
