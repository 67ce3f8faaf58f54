import type { Block, Role } from '../../shared/model/paragraph';

/** Neighbouring blocks that are written as one thing: a list, a table, a quotation of several paragraphs. */
export interface BlockGroup {
  /** Of a picture in a table, that of a cell. */
  readonly role: Role;
  readonly blocks: readonly [Block, ...Block[]];
}

/** Splits a version into groups: list items, quotations and cells of one table together, all else alone. */
export function groupBlocks(blocks: readonly Block[]): readonly BlockGroup[] {
  const groups: { role: Role; blocks: [Block, ...Block[]] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && belongsTogether(last.blocks[0], block)) last.blocks.push(block);
    else groups.push({ role: placedRole(block), blocks: [block] });
  }
  return groups;
}

function belongsTogether(first: Block, next: Block): boolean {
  const role = placedRole(first);
  if (role !== placedRole(next)) return false;
  if (role === 'tableCell') return first.cell?.table === next.cell?.table;
  return role === 'listItem' || role === 'quotation';
}

function placedRole({ role, cell }: Block): Role {
  return role === 'picture' && cell ? 'tableCell' : role;
}

/** A table of so many places is written as one however empty it is; a larger one may have `PLACES_FOR_TEXT` for each text. */
const SMALL_TABLE = 10_000;
const PLACES_FOR_TEXT = 4;

/**
 * The paragraphs of each cell of a table, row by row; every row has as many cells as the widest. The cells of a table
 * that is nearly all empty, which nobody made in earnest, stand one below the other, as do those of one too wide.
 *
 * @param widest how many columns a table may have
 */
export function tableRows(
  cells: readonly Block[],
  widest = Infinity,
): readonly (readonly (readonly Block[])[])[] {
  const height = cells.reduce((most, { cell }) => Math.max(most, (cell?.row ?? 0) + 1), 0);
  const width = cells.reduce((most, { cell }) => Math.max(most, (cell?.column ?? 0) + 1), 0);
  if (width > widest || height * width > Math.max(SMALL_TABLE, PLACES_FOR_TEXT * cells.length))
    return cells.map((block) => [[block]]);
  const rows: Block[][][] = [];
  for (const block of cells) {
    const { row, column } = block.cell ?? { row: 0, column: 0 };
    ((rows[row] ??= [])[column] ??= []).push(block);
  }
  return Array.from(rows, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? []));
}
