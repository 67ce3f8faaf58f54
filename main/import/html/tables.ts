import type { TablePlace } from '../../../shared/model/paragraph';
import { attribute, elementsOf, isElement, type HtmlElement } from './tree';

/** Whether a table only arranges the page: its cells then are not cells of the article. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (['presentation', 'none'].includes(attribute(table, 'role') ?? '')) return true;
  for (const element of elementsOf(table))
    if (/^(table|h[1-3]|article|main)$/.test(element.tagName)) return true;
  return false;
}

/** More would be a mistake of the page; 65,534 (allowed by the standard) would only cost memory. */
const WIDEST_SPAN = 1000;

/** What stands further right is put here: a page of many wide cells would otherwise take hours. */
const LAST_COLUMN = 999;

/** Where each cell of a table stands, with cells that span rows or columns counted at their first place. */
export function placeCells(table: HtmlElement, number: number): ReadonlyMap<HtmlElement, TablePlace> {
  const places = new Map<HtmlElement, TablePlace>();
  /** For each column, the first row that no cell from above reaches. */
  const freeFrom: number[] = [];
  rowsOf(table).forEach((tableRow, row) => {
    let column = 0;
    for (const cell of tableRow.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue;
      while (column < LAST_COLUMN && (freeFrom[column] ?? 0) > row) column += 1;
      places.set(cell, { table: number, row, column });
      const end = Math.min(column + span(cell, 'colspan'), LAST_COLUMN);
      while (column < end) {
        freeFrom[column] = row + span(cell, 'rowspan');
        column += 1;
      }
    }
  });
  return places;
}

function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  return table.childNodes.filter(isElement).flatMap((part) => {
    if (part.tagName === 'tr') return [part];
    return /^t(head|body|foot)$/.test(part.tagName) ? rowsOf(part) : [];
  });
}

function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '', 10);
  return value > 0 ? Math.min(value, WIDEST_SPAN) : 1;
}
