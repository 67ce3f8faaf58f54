import type { TablePlace } from '../../../shared/model/paragraph';
import { attribute, elementsOf, isElement, type HtmlElement } from './tree';

/** Whether a table only arranges the page: its cells then are not cells of the article. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (['presentation', 'none'].includes(attribute(table, 'role') ?? '')) return true;
  // What has a head of its own is a table, whatever else stands in it.
  if (rowsOf(table).some(isHeader)) return false;
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
  const rows = rowsOf(table);
  rows.forEach((tableRow, row) => {
    let column = 0;
    const header = isHeader(tableRow) && { header: true as const };
    for (const cell of cellsOf(tableRow)) {
      while (column < LAST_COLUMN && (freeFrom[column] ?? 0) > row) column += 1;
      const columnSpan = Math.min(span(cell, 'colspan'), LAST_COLUMN - column);
      const rowSpan = Math.min(span(cell, 'rowspan'), rows.length - row);
      places.set(cell, {
        table: number,
        row,
        column,
        ...(rowSpan > 1 && { rowSpan }),
        ...(columnSpan > 1 && { columnSpan }),
        ...header,
      });
      const end = column + columnSpan;
      while (column < end) {
        freeFrom[column] = row + rowSpan;
        column += 1;
      }
    }
  });
  return places;
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName));
}

/** Whether a row is a head of its table: it stands in one, or has no cells but those of a head. */
function isHeader(row: HtmlElement): boolean {
  const cells = cellsOf(row);
  return (
    cells.length > 0 &&
    (row.parentNode?.nodeName === 'thead' || cells.every(({ tagName }) => tagName === 'th'))
  );
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
