import { describe, expect, it } from 'vitest';
import { inMs, quantile, renderTable } from '../../../../scripts/bench/figures.mjs';

describe('quantile', () => {
  it('is a value of the list, by its rank', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
    expect(values).toEqual([5, 1, 4, 2, 3]);
  });
});

describe('renderTable', () => {
  it('lays a table out as Prettier does', () => {
    const table = {
      title: 'Start',
      head: ['', 'p50'],
      rows: [
        ['Empty window', inMs(1234.4)],
        ['x', inMs(5.06)],
      ],
    };
    expect(renderTable(table)).toBe(
      [
        '### Start',
        '',
        '|              |     p50 |',
        '| ------------ | ------: |',
        '| Empty window | 1234 ms |',
        '| x            |  5.1 ms |',
      ].join('\n'),
    );
  });
});
