import { expect, it } from 'vitest';
import { tableRows } from '../../../../main/export/group-blocks';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';

const cell = (row: number, column: number): Block => ({
  ...plainBlock('а', 'tableCell'),
  cell: { table: 0, row, column },
});

const placesOf = (cells: readonly Block[]): number => tableRows(cells).flat().length;

it('keeps the empty places of a small table, and of a large one as long as a quarter of it has text', () => {
  expect(placesOf([cell(0, 0), cell(99, 99)])).toBe(10_000);
  expect(placesOf(Array.from({ length: 5000 }, (_, i) => cell(i, i % 4)))).toBe(20_000);
});

it('puts the texts of a table that is nearly all empty one below the other, however far apart they stand', () => {
  expect(placesOf([cell(0, 0), cell(100, 99)])).toBe(2);
  expect(placesOf(Array.from({ length: 5000 }, (_, i) => cell(i, (i % 5) * 200)))).toBe(5000);
});
