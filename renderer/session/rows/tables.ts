import { LANGUAGES, perLanguage, type PerLanguage } from '../../../shared/model/language';
import type { Paragraph, TablePlace } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { isSameJson } from '../../../shared/model/same-json';
import { tableGrid } from '../../../shared/model/table-grid';
import { rememberRows } from './remember-rows';

/** How a table is drawn: the columns it has, and how many lines. */
export interface TableShape {
  readonly columns: readonly TableColumn[];
  readonly lines: number;
  /** The places of each line, where there are merged cells; absent where each place is one column wide. */
  readonly merged?: readonly (readonly LinePlace[])[];
}

/** A column of a table. */
interface TableColumn {
  /** Its share of the width. */
  readonly share: number;
  /** So many characters wide it is at the least: below that its words would be cut in two. */
  readonly least: number;
  /** What the head of the table says over it; empty where it says nothing over this column alone. */
  readonly head: string;
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

/** A column has a share like its longest text, but no smaller and no larger than so many characters, and the space at its sides. */
const NARROWEST = 2;
const WIDEST = 36;
const SIDES = 2;

/** Longer words may be cut in two. */
const LONGEST_WORD = 16;

/** So much of what stands in the head of a column is put before its cells. */
const LONGEST_HEAD = 60;

/** A picture is as wide as so many characters. */
const PICTURE = 18;

/** A table of more columns than this could not be read side by side: its cells stand below each other. */
const MOST_COLUMNS = 8;

const cellsOf = rememberRows(({ cells }) =>
  LANGUAGES.flatMap((language) =>
    cells[language].paragraphs.flatMap((paragraph) =>
      paragraph.cell ? [{ language, cell: paragraph.cell, said: measure(paragraph) }] : [],
    ),
  ),
);

/** Whether a text is only figures and signs: it stands under others, and is read in one piece whatever spaces are in it. */
export function isFigure(text: string): boolean {
  return /^[\p{N}\p{P}\p{S}\s]+$/u.test(text);
}

let last: TableShapes = perLanguage(() => ({}));

/** What a cell says, in characters: how long it is, and its longest word. */
interface Said {
  readonly length: number;
  readonly word: number;
  readonly head: string;
}

interface Found {
  lines: number;
  readonly cells: { readonly cell: TablePlace; readonly said: Said }[];
}

function measure({ text, picture, cell }: Paragraph): Said {
  if (picture) return { length: PICTURE, word: PICTURE, head: '' };
  const words = isFigure(text) && text.length <= LONGEST_WORD ? [text] : text.split(/[\s-]+/u);
  const word = words.reduce((longest, { length }) => Math.max(longest, length), 0);
  return {
    length: text.length,
    word: Math.min(LONGEST_WORD, word),
    head: cell?.header ? text.slice(0, LONGEST_HEAD) : '',
  };
}

/**
 * The columns of a table: each as wide as what stands in it alone, and where a merged cell needs more than the columns under
 * it have, they have more in equal parts.
 */
function columnsOf(cells: Found['cells']): readonly TableColumn[] {
  const columns: { share: number; least: number; head: string }[] = [];
  const at = (column: number) =>
    (columns[column] ??= { share: SIDES + NARROWEST, least: SIDES + NARROWEST, head: '' });
  const bySpan = cells.toSorted((a, b) => (a.cell.columnSpan ?? 1) - (b.cell.columnSpan ?? 1));
  for (const { cell, said } of bySpan) {
    const { column, columnSpan = 1 } = cell;
    const under = Array.from({ length: columnSpan }, (_, n) => at(column + n));
    const widen = (side: 'share' | 'least', needed: number) => {
      const missing = SIDES + needed - under.reduce((sum, each) => sum + each[side], 0);
      if (missing > 0) for (const each of under) each[side] += Math.ceil(missing / columnSpan);
    };
    widen('share', Math.min(WIDEST, said.length));
    widen('least', said.word);
    const [only] = under;
    if (only && columnSpan === 1 && said.head) only.head = said.head;
  }
  return Array.from(columns, (_, column) => at(column));
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
function plainLine({ columns }: TableShape): readonly LinePlace[] {
  return columns.map((_, column) => ({ column, columnSpan: 1, comesDown: false, goesOn: false }));
}

/** How all tables are drawn; the same object as before as long as that stays so. */
export function tableShapes(rows: readonly Row[]): TableShapes {
  const found = perLanguage(() => new Map<number, Found>());
  for (const cells of cellsOf(rows))
    for (const { language, cell, said } of cells) {
      const known = found[language].get(cell.table);
      if (known) {
        known.cells.push({ cell, said });
        known.lines = Math.max(known.lines, cell.row + 1);
      } else found[language].set(cell.table, { lines: cell.row + 1, cells: [{ cell, said }] });
    }
  const shapes = perLanguage((language) =>
    Object.fromEntries(
      [...found[language]].flatMap(([table, { lines, cells }]): [number, TableShape][] => {
        const width = cells.reduce(
          (widest, { cell: { column, columnSpan = 1 } }) => Math.max(widest, column + columnSpan),
          0,
        );
        if (width > MOST_COLUMNS) return [];
        const isMerged = cells.some(({ cell }) => (cell.rowSpan ?? 1) > 1 || (cell.columnSpan ?? 1) > 1);
        const merged = isMerged ? { merged: mergedLines(cells, width) } : {};
        return [[table, { columns: columnsOf(cells), lines, ...merged }]];
      }),
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
