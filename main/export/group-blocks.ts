import type { Block, Role } from '../../shared/model/paragraph';

/** Neighbouring blocks that are written as one thing: a list, a table, a quotation of several paragraphs. */
export interface BlockGroup {
  readonly role: Role;
  readonly blocks: readonly [Block, ...Block[]];
}

/** Splits a version into groups: list items, quotations and cells of one table together, all else alone. */
export function groupBlocks(blocks: readonly Block[]): readonly BlockGroup[] {
  const groups: { role: Role; blocks: [Block, ...Block[]] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && belongsTogether(last.blocks[0], block)) last.blocks.push(block);
    else groups.push({ role: block.role, blocks: [block] });
  }
  return groups;
}

function belongsTogether(first: Block, next: Block): boolean {
  if (first.role !== next.role) return false;
  if (first.role === 'tableCell') return first.cell?.table === next.cell?.table;
  return first.role === 'listItem' || first.role === 'quotation';
}

/** A table may have so many empty places for each cell with text. */
const MOST_EMPTY = 1000;

/**
 * The paragraphs of each cell of a table, row by row; every row has as many cells as the widest. The cells of a table
 * that is nearly all empty, which nobody made in earnest, stand one below the other.
 */
export function tableRows(cells: readonly Block[]): readonly (readonly (readonly Block[])[])[] {
  const height = cells.reduce((most, { cell }) => Math.max(most, (cell?.row ?? 0) + 1), 0);
  const across = cells.reduce((most, { cell }) => Math.max(most, (cell?.column ?? 0) + 1), 0);
  if (height * across > MOST_EMPTY * cells.length) return cells.map((block) => [[block]]);
  const rows: Block[][][] = [];
  let width = 0;
  for (const block of cells) {
    const { row, column } = block.cell ?? { row: 0, column: 0 };
    ((rows[row] ??= [])[column] ??= []).push(block);
    width = Math.max(width, column + 1);
  }
  return Array.from(rows, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? []));
}
