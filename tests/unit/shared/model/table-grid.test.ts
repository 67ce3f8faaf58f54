import { describe, expect, it } from 'vitest';
import { plainBlock, type Block, type TablePlace } from '../../../../shared/model/paragraph';
import { tableGrid } from '../../../../shared/model/table-grid';

const cell = (row: number, column: number, more: Partial<TablePlace> = {}, text = 'а'): Block => ({
  ...plainBlock(text, 'tableCell'),
  cell: { table: 0, row, column, ...more },
});

const placesOf = (cells: readonly Block[]): number =>
  tableGrid(cells).reduce((sum, { places }) => sum + places.length, 0);

const drawn = (cells: readonly Block[]) =>
  tableGrid(cells).map(({ places }) =>
    places.map((place) =>
      place === null
        ? 'over'
        : `${place.blocks.map(({ text }) => text).join('/')} ${place.rowSpan}x${place.columnSpan}`,
    ),
  );

describe('a table', () => {
  it('keeps the empty places of a small one, and of a large one as long as a quarter of it has text', () => {
    expect(placesOf([cell(0, 0), cell(99, 99)])).toBe(10_000);
    expect(placesOf(Array.from({ length: 5000 }, (_, i) => cell(i, i % 4)))).toBe(20_000);
  });

  it('puts the texts of one that is nearly all empty one below the other, however far apart they stand', () => {
    expect(placesOf([cell(0, 0), cell(100, 99)])).toBe(2);
    expect(placesOf(Array.from({ length: 5000 }, (_, i) => cell(i, (i % 5) * 200)))).toBe(5000);
  });

  it('has nothing of its own where a merged cell reaches', () => {
    const rows = [
      cell(0, 0, { rowSpan: 2 }, 'г'),
      cell(0, 1, { columnSpan: 2 }, 'с'),
      cell(1, 1),
      cell(1, 2),
    ];
    expect(drawn(rows)).toEqual([
      ['г 2x1', 'с 1x2', 'over'],
      ['over', 'а 1x1', 'а 1x1'],
    ]);
  });

  it('lets no cell reach over the text of another, or over another merged cell', () => {
    expect(drawn([cell(0, 0, { columnSpan: 3 }), cell(0, 2, {}, 'б')])).toEqual([['а 1x2', 'over', 'б 1x1']]);
    expect(drawn([cell(0, 1, { rowSpan: 2 }), cell(1, 0, { columnSpan: 2 }, 'б')])).toEqual([
      [' 1x1', 'а 2x1'],
      ['б 1x1', 'over'],
    ]);
  });

  it('is not made larger by what a cell claims to reach over', () => {
    expect(placesOf([cell(0, 0, { rowSpan: 1_000_000, columnSpan: 1000 }), cell(1, 1)])).toBe(4);
  });

  it('has a row at its head where all that stands in it does', () => {
    const head = { header: true } as const;
    expect(tableGrid([cell(0, 0, head), cell(1, 0)]).map(({ isHeader }) => isHeader)).toEqual([true, false]);
    expect(tableGrid([cell(0, 0, head), cell(0, 1)])[0]?.isHeader).toBe(false);
  });
});
