import { describe, expect, it } from 'vitest';
import { partsOf, tableShapes } from '../../../../../renderer/session/rows/tables';
import type { Paragraph, TablePlace } from '../../../../../shared/model/paragraph';
import type { Row } from '../../../../../shared/model/row';

function paragraph(text: string, cell: TablePlace | null = null): Paragraph {
  const role = cell ? 'tableCell' : 'paragraph';
  return { id: text, role, text, marks: [], label: '', depth: 0, cell, imported: null };
}

const at = (row: number, column: number, table = 0): TablePlace => ({ table, row, column });

function rowOf(...paragraphs: readonly Paragraph[]): Row {
  const none = { paragraphs: [], status: 'draft' } as const;
  const cells = { ru: none, ky: none, en: { paragraphs, status: 'translated' } } as const;
  return { id: paragraphs.map(({ id }) => id).join(), cells, confidence: 1, confirmed: false };
}

const HEAD = rowOf(paragraph('City', at(0, 0)), paragraph('Price in 2024, in som', at(0, 2)));
const LINE = rowOf(paragraph('Bishkek', at(1, 0)), paragraph('35', at(1, 1)), paragraph('37', at(1, 2)));

describe('a table', () => {
  it('has columns with shares like their longest texts, no narrower than their longest words, and stays the same while nothing changes', () => {
    const shapes = tableShapes([rowOf(paragraph('Before')), HEAD, LINE]);
    const columns = [
      { share: 9, least: 9, head: '' },
      { share: 4, least: 4, head: '' },
      { share: 23, least: 7, head: '' },
    ];
    expect(shapes.en).toEqual({ 0: { columns, lines: 2 } });
    expect(shapes.ru).toEqual({});
    expect(tableShapes([HEAD, { ...LINE, confirmed: true }])).toBe(shapes);
  });

  it('has room for figures in one piece, and for what only merged cells say', () => {
    const head = rowOf(
      paragraph('Remarks of the editors', { ...at(0, 1), columnSpan: 2 }),
      paragraph('Year', { ...at(0, 0), header: true }),
    );
    const line = rowOf(paragraph('1 234 567,8', at(1, 0)), paragraph('Fine', { ...at(1, 1), columnSpan: 2 }));
    const { en } = tableShapes([head, line]);
    expect(en[0]?.columns).toEqual([
      { share: 13, least: 13, head: 'Year' },
      { share: 12, least: 5, head: '' },
      { share: 12, least: 5, head: '' },
    ]);
  });

  it('is no table to draw where nobody could read its columns', () => {
    const cells = Array.from({ length: 9 }, (_, column) => paragraph(`c${column}`, at(0, column)));
    const { en } = tableShapes([rowOf(...cells)]);
    expect(partsOf(cells, en).map(({ kind }) => kind)).toEqual(Array(9).fill('paragraph'));
  });

  it('has its cells in their columns, those of a line together, with nothing where a cell is elsewhere', () => {
    const { en } = tableShapes([HEAD, LINE]);
    const texts = (paragraphs: readonly Paragraph[]) =>
      partsOf(paragraphs, en).map((part) =>
        part.kind === 'paragraph'
          ? part.paragraph.text
          : part.places.map(({ paragraphs: held }) => held.map(({ text }) => text).join('/')),
      );
    const more = paragraph('once more', at(0, 0));
    const [city, price] = HEAD.cells.en.paragraphs;
    if (!city || !price) throw new Error('no head');
    expect(texts([paragraph('Prices'), city, more, price, ...LINE.cells.en.paragraphs])).toEqual([
      'Prices',
      ['City/once more', '', 'Price in 2024, in som'],
      ['Bishkek', '35', '37'],
    ]);
  });

  it('has merged cells over as many columns as they have, and open below where they go on', () => {
    const head = rowOf(
      paragraph('City', { ...at(0, 0), rowSpan: 2 }),
      paragraph('Price', { ...at(0, 1), columnSpan: 2 }),
    );
    const years = rowOf(paragraph('2023', at(1, 1)), paragraph('2024', at(1, 2)));
    const { en } = tableShapes([head, years]);
    expect(en[0]?.columns.map(({ share }) => share)).toEqual([6, 6, 6]);
    const drawn = [head, years].map((row) =>
      partsOf(row.cells.en.paragraphs, en).map((part) =>
        part.kind === 'paragraph'
          ? 'paragraph'
          : part.places.map(({ paragraphs: held, column, columnSpan, comesDown, goesOn }) =>
              [held[0]?.text ?? '', column, columnSpan, comesDown, goesOn].join(' '),
            ),
      ),
    );
    expect(drawn).toEqual([
      [['City 0 1 false true', 'Price 1 2 false false']],
      [[' 0 1 true false', '2023 1 1 false false', '2024 2 1 false false']],
    ]);
  });
});
