import { describe, expect, it } from 'vitest';
import { alignVersions } from '../../../../shared/align/align-versions';
import type { AlignedRow, AlignmentInput } from '../../../../shared/align/alignment';
import { joinTableRows } from '../../../../shared/align/join-table-rows';

function cellAt(row: number, column: number, text: string, table = 0): AlignmentInput {
  return { role: 'tableCell', text, label: '', cell: { table, row, column } };
}

const plain = (text: string): AlignmentInput => ({ role: 'paragraph', text, label: '', cell: null });

function aligned(ru: readonly number[], ky: readonly number[], en: readonly number[]): AlignedRow {
  return { ru, ky, en, confidence: 1 / (1 + ru.length) };
}

describe('the cells of a line of a table', () => {
  const table = (names: readonly string[]) => [
    plain('2024'),
    ...names.flatMap((name, row) => [
      cellAt(row, 0, name),
      cellAt(row, 1, `${row}1`),
      cellAt(row, 2, `${row}2`),
    ]),
  ];

  it('stand in one row, as the lines stand in each version', () => {
    const versions = {
      ru: table(['Нарын', 'Чу']),
      ky: table(['Нарын', 'Чүй']),
      en: table(['Naryn', 'Chuy']),
    };
    const rows = alignVersions(versions);
    const wanted = [[0], [1, 2, 3], [4, 5, 6]];
    expect(rows.map(({ ru }) => ru)).toEqual(wanted);
    expect(rows.map(({ ky }) => ky)).toEqual(wanted);
    expect(rows.map(({ en }) => en)).toEqual(wanted);
  });

  it('stay apart from other lines, other tables and running text, in whichever version that is', () => {
    const versions = {
      ru: [cellAt(0, 0, 'а'), cellAt(0, 1, 'б'), cellAt(1, 0, 'в'), plain('г')],
      ky: [cellAt(0, 0, 'а'), cellAt(0, 1, 'б'), cellAt(0, 0, 'в', 1)],
      en: [cellAt(0, 0, 'a'), plain('b'), plain('c')],
    };
    const rows = [
      aligned([0], [0], []),
      aligned([1], [1], [0]),
      aligned([2], [2], [1]),
      aligned([3], [], [2]),
    ];
    expect(joinTableRows(rows, versions)).toEqual([
      { ru: [0, 1], ky: [0, 1], en: [0], confidence: 0.5 },
      rows[2],
      rows[3],
    ]);
    const contradicted = { ...versions, en: [plain('a'), plain('b'), plain('c')] };
    expect(joinTableRows([aligned([0], [0], [0]), aligned([1], [1], [])], contradicted)).toHaveLength(2);
  });

  it('are not gathered where only different versions have them', () => {
    const versions = { ru: [cellAt(0, 0, 'а')], ky: [], en: [cellAt(0, 0, 'a')] };
    expect(joinTableRows([aligned([0], [], []), aligned([], [], [0])], versions)).toHaveLength(2);
  });
});
