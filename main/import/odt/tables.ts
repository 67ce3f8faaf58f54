import type { TablePlace } from '../../../shared/model/paragraph';
import { toWholeNumber, type XmlAttributes } from '../docx/xml';

/** What claims to stand further right or below is put there. */
const LAST_COLUMN = 999;
const LAST_ROW = 999_999;

/** Follows the tables of a text. A table inside a cell belongs to that cell. */
export class OdtTables {
  private depth = 0;
  private table = -1;
  private row = -1;
  private column = 0;
  private rowSpan = 1;
  private columnSpan = 1;
  private isHeader = false;
  private nextRow = 0;
  private nextColumn = 0;

  get place(): TablePlace | null {
    if (this.depth === 0) return null;
    const { table, row, column, rowSpan, columnSpan, isHeader } = this;
    return {
      table,
      row,
      column,
      ...(rowSpan > 1 && { rowSpan }),
      ...(columnSpan > 1 && { columnSpan }),
      ...(isHeader && { header: true }),
    };
  }

  enter(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table') {
      this.depth += 1;
      if (this.depth > 1) return;
      this.table += 1;
      this.nextRow = 0;
      this.isHeader = false;
    }
    if (this.depth !== 1) return;
    const times = (key: string) => Math.max(1, toWholeNumber(attributes[key]) ?? 1);
    if (name === 'table:table-header-rows') this.isHeader = true;
    else if (name === 'table:table-row') {
      this.row = this.nextRow;
      this.nextRow = Math.min(this.row + times('table:number-rows-repeated'), LAST_ROW);
      this.nextColumn = 0;
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.column = this.nextColumn;
      this.nextColumn = Math.min(this.column + times('table:number-columns-repeated'), LAST_COLUMN);
      this.rowSpan = Math.min(times('table:number-rows-spanned'), LAST_ROW);
      this.columnSpan = Math.min(times('table:number-columns-spanned'), LAST_COLUMN);
    }
  }

  leave(name: string): void {
    if (name === 'table:table') this.depth -= 1;
    else if (this.depth === 1 && name === 'table:table-header-rows') this.isHeader = false;
  }
}
