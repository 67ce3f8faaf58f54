import { LANGUAGES, perLanguage, type PerLanguage } from '../../../shared/model/language';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { isSameJson } from '../../../shared/model/same-json';
import { rememberRows } from './remember-rows';

/** How a table is drawn: the share of the width each of its columns has, and how many lines it has. */
export interface TableShape {
  readonly widths: readonly number[];
  readonly lines: number;
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
      /** What stands in each column; nothing where the cell is elsewhere, or empty. */
      readonly places: readonly (readonly Paragraph[])[];
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
      cell ? [{ language, ...cell, length: picture ? WIDEST : text.length }] : [],
    ),
  ),
);

let last: TableShapes = perLanguage(() => ({}));

/** How all tables are drawn; the same object as before as long as that stays so. */
export function tableShapes(rows: readonly Row[]): TableShapes {
  const found = perLanguage(() => new Map<number, { widths: number[]; lines: number }>());
  for (const cells of cellsOf(rows))
    for (const { language, table, row, column, length } of cells) {
      const { widths, lines } = found[language].get(table) ?? { widths: [], lines: 0 };
      widths[column] = Math.max(widths[column] ?? 0, length);
      found[language].set(table, { widths, lines: Math.max(lines, row + 1) });
    }
  const shapes = perLanguage((language) =>
    Object.fromEntries(
      [...found[language]]
        .filter(([, { widths }]) => widths.length <= MOST_COLUMNS)
        .map(([table, { widths, lines }]) => [
          table,
          {
            widths: Array.from(widths, (width) => SIDES + Math.max(NARROWEST, Math.min(WIDEST, width ?? 0))),
            lines,
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
    const places = isNext ? above.places : shape.widths.map(() => []);
    const there = places.map((held, at) => (at === column ? [...held, paragraph] : held));
    if (isNext) parts.pop();
    parts.push({ kind: 'line', shape, table, line, places: there });
  }
  return parts;
}
