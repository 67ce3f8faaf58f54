import type { PlacedParagraph } from '../docx/story';
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
  private nextRow = 0;
  private nextColumn = 0;

  get place(): PlacedParagraph['place'] {
    return this.depth === 0 ? null : { table: this.table, row: this.row, column: this.column };
  }

  enter(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table') {
      this.depth += 1;
      if (this.depth > 1) return;
      this.table += 1;
      this.nextRow = 0;
    }
    if (this.depth !== 1) return;
    const times = (key: string) => Math.max(1, toWholeNumber(attributes[key]) ?? 1);
    if (name === 'table:table-row') {
      this.row = this.nextRow;
      this.nextRow = Math.min(this.row + times('table:number-rows-repeated'), LAST_ROW);
      this.nextColumn = 0;
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.column = this.nextColumn;
      this.nextColumn = Math.min(this.column + times('table:number-columns-repeated'), LAST_COLUMN);
    }
  }

  leave(name: string): void {
    if (name === 'table:table') this.depth -= 1;
  }
}
