import type { Block, Role, TablePlace } from '../../shared/model/paragraph';

/** Neighbouring blocks that are written as one thing: a list, a table, a quotation of several paragraphs. */
export interface BlockGroup {
  /** Of a picture in a table, that of a cell. */
  readonly role: Role;
  readonly blocks: readonly [Block, ...Block[]];
}

/**
 * Splits a version into groups: list items, quotations and cells of one table together, all else alone. Where something
 * stands between the rows of a table, what follows is a table of its own, without the rows above.
 */
export function groupBlocks(blocks: readonly Block[]): readonly BlockGroup[] {
  const groups: { role: Role; blocks: [Block, ...Block[]] }[] = [];
  const begun = new Set<number>();
  let above = 0;
  for (const block of blocks) {
    const last = groups.at(-1);
    const goesOn = last !== undefined && belongsTogether(last.blocks[0], block);
    if (!goesOn && block.cell) above = begun.has(block.cell.table) ? block.cell.row : 0;
    if (block.cell) begun.add(block.cell.table);
    const placed = block.cell && above > 0 ? raised(block, block.cell, above) : block;
    if (goesOn) last.blocks.push(placed);
    else groups.push({ role: placedRole(block), blocks: [placed] });
  }
  return groups;
}

function raised(block: Block, cell: TablePlace, by: number): Block {
  return { ...block, cell: { ...cell, row: Math.max(0, cell.row - by) } };
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
