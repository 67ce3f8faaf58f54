import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../main/export/export-document';
import { writeMd } from '../../../../main/export/md';
import { readMd } from '../../../../main/import/md/read-md';
import { plainBlock, type Block, type TablePlace } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

function documentOf(blocks: readonly Block[], remarks: readonly string[] = []): ExportDocument {
  return { language: 'ky', title: 'Суу & «жер»', blocks, remarks };
}

function readBack(text: string): readonly Block[] {
  const { blocks } = readMd(text);
  expect(blocks.every(({ included }) => included)).toBe(true);
  return blocks.map(({ block }) => block);
}

/** Without the merged cells of tables that refer to notes, which Markdown has no form for. */
function asCarried(blocks: readonly Block[]): readonly Block[] {
  const refers = new Set(
    blocks.flatMap(({ cell, marks }) =>
      cell && marks.some(({ type }) => type === 'footnoteReference') ? [cell.table] : [],
    ),
  );
  return blocks.map((block) => {
    const { cell } = block;
    if (!cell || !refers.has(cell.table)) return block;
    const { table, row, column } = cell;
    const place = { table, row, column, ...(row === 0 && { header: true as const }) };
    return { ...block, cell: place };
  });
}

describe('writeMd', () => {
  it('gives a text that reads back as it was', () => {
    fc.assert(
      // Markdown has no table without a head.
      fc.property(blocksArbitrary({ heads: { min: 1, max: 2 } }), (blocks) => {
        expect(readBack(writeMd(documentOf(blocks)))).toEqual(asCarried(blocks));
      }),
      { seed: 20240611, numRuns: 200 },
    );
  }, 60_000);

  it('writes what an editor can read', () => {
    const item = (label: string, text: string, depth = 0): Block => ({
      ...plainBlock(text, 'listItem'),
      label,
      depth,
    });
    const cell = (text: string, row: number, column: number): Block => ({
      ...plainBlock(text, 'tableCell'),
      cell: { table: 0, row, column, ...(row === 0 && { header: true }) },
    });
    const blocks: readonly Block[] = [
      plainBlock('Суу', 'title'),
      plainBlock('Бөлүк', 'heading1'),
      plainBlock('Бөлүм', 'heading2'),
      {
        ...plainBlock('Биринчи, экинчи жана үчүнчү1.'),
        marks: [
          { type: 'strong', start: 0, end: 7 },
          { type: 'emphasis', start: 9, end: 15 },
          { type: 'link', href: 'https://example.org/a_(b)', start: 21, end: 27 },
          { type: 'footnoteReference', label: '1', start: 27, end: 28 },
        ],
      },
      item('1.', 'бир'),
      item('•', 'ичинде', 1),
      item('а)', 'башка'),
      plainBlock('Айтылган сөз.', 'quotation'),
      plainBlock('Сүрөт: канал', 'caption'),
      cell('жыл', 0, 0),
      cell('акча', 0, 1),
      cell('2023', 1, 0),
      cell('11 | 4', 1, 1),
      { ...plainBlock('Булак.', 'footnote'), label: '1' },
    ];
    const text = writeMd(documentOf(blocks));
    expect(text).toBe(
      [
        '# Суу',
        '# Бөлүк #',
        '## Бөлүм',
        '**Биринчи**, _экинчи_ жана [үчүнчү](<https://example.org/a_(b)>)[^1].',
        '1. бир\n   - ичинде\n+ а)\u2002башка',
        '> Айтылган сөз.',
        '![Сүрөт: канал]()',
        '| жыл | акча |\n| --- | --- |\n| 2023 | 11 \\| 4 |',
        '[^1]: Булак.\n',
      ].join('\n\n'),
    );
    expect(readBack(text)).toEqual(blocks);
  });

  it('marks parts of words by tags', () => {
    const block: Block = { ...plainBlock('приказом'), marks: [{ type: 'emphasis', start: 3, end: 6 }] };
    expect(writeMd(documentOf([block]))).toBe('при<em>каз</em>ом\n');
  });

  it('puts remarks into a comment, which is not read back as article', () => {
    const blocks = [plainBlock('Текст.')];
    const text = writeMd(documentOf(blocks, ['2 ачык белги -->']));
    expect(text).toBe('<!--\n2 ачык белги - ->\n-->\n\nТекст.\n');
    expect(readBack(text)).toEqual(blocks);
  });

  it('writes the paragraphs of one footnote as one note', () => {
    const note = (text: string, label: string): Block => ({ ...plainBlock(text, 'footnote'), label });
    const blocks = [note('Раз.', '1'), note('1. Два.', '1'), note('Три.', '2')];
    const written = writeMd(documentOf(blocks));
    expect(written).toBe('[^1]: Раз.\n\n    1\\. Два.\n\n[^2]: Три.\n');
    expect(readBack(written)).toEqual(blocks);
  });

  it('keeps what the model allows and no importer makes', () => {
    const note: Block = { ...plainBlock('One.', 'footnote'), label: '[a b]%' };
    const reference = (text: string, label: string): Block => ({
      ...plainBlock(text),
      marks: [{ type: 'footnoteReference', label, start: 0, end: text.length }],
    });
    const item: Block = { ...plainBlock('1. Foo', 'listItem'), label: '§ 1', depth: 2 };
    const blocks = [
      plainBlock('First', 'heading1'),
      item,
      note,
      reference('[a b]%', '[a b]%'),
      reference('see', 'none'),
    ];
    expect(readBack(writeMd(documentOf(blocks)))).toEqual(blocks);
  });

  it('writes a table with merged cells as one of HTML, and without them where it refers to notes', () => {
    const cell = (text: string, place: Partial<TablePlace>): Block => ({
      ...plainBlock(text, 'tableCell'),
      cell: { table: 0, row: 0, column: 0, ...place },
    });
    const head = [
      cell('Жыл', { rowSpan: 2, header: true }),
      cell('Акча', { column: 1, columnSpan: 2, header: true }),
    ];
    const rest = [
      cell('сом', { row: 1, column: 1, header: true }),
      cell('$', { row: 1, column: 2, header: true }),
    ];
    const table = [...head, ...rest, cell('2024', { row: 2 }), cell('4', { row: 2, column: 2 })];
    const text = writeMd(documentOf(table));
    expect(text).toContain('<th rowspan="2">Жыл</th><th colspan="2">Акча</th>');
    expect(readBack(text)).toEqual(table);
    const note = { ...plainBlock('Эскертүү', 'footnote'), label: '1' };
    const noted: Block = {
      ...cell('2024 1', { row: 2 }),
      marks: [{ type: 'footnoteReference', label: '1', start: 5, end: 6 }],
    };
    expect(writeMd(documentOf([...head, noted, note]))).toContain('| Жыл | Акча |  |\n| --- | --- | --- |');
  });
});
