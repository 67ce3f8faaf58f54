import { expect, test } from 'vitest';
import { compareTables, readTables } from '../../../../scripts/bench/compare-tables.mjs';
import { renderTable } from '../../../../scripts/bench/figures.mjs';

const table = (opening: string, memory: string) => ({
  title: 'Opening a project',
  head: ['', 'median', 'memory'],
  rows: [
    ['Opening it', opening, memory],
    ['Start screen', '', '210 MB'],
  ],
});

test('a table is read from what was printed as it was', () => {
  const tables = [table('750 ms', '1,048 MB'), table('1.2 s', '')];
  const printed = `2 cores\n\n${tables.map(renderTable).join('\n\n')}\n`;
  expect(readTables(printed)).toEqual(tables);
});

test('the middle values of several turns are compared, cell by cell', () => {
  const before = [[table('800 ms', '1,000 MB')], [table('9000 ms', '900 MB')], [table('400 ms', '1,000 MB')]];
  const now = [[table('400 ms', '1,500 MB')], [table('390 ms', '1,500 MB')], [table('7000 ms', '1,500 MB')]];
  expect(compareTables(before, now)).toEqual([
    {
      title: 'Opening a project: before → now (ratio)',
      head: ['', 'median', 'memory'],
      rows: [
        ['Opening it', '800 ms → 400 ms (0.50)', '1,000 MB → 1,500 MB (1.50)'],
        ['Start screen', '', '210 MB → 210 MB (1.00)'],
      ],
    },
  ]);
});

test('what only one state measures is left out', () => {
  const added = { ...table('1 ms', '1 MB'), title: 'New' };
  const [compared, ...more] = compareTables(
    [[{ ...table('1 ms', '1 MB'), rows: [['Opening it', '1 ms', '1 MB']] }]],
    [[table('2 ms', '1 MB'), added]],
  );
  expect(more).toEqual([]);
  expect(compared?.rows).toEqual([['Opening it', '1 ms → 2 ms (2.00)', '1 MB → 1 MB (1.00)']]);
});
