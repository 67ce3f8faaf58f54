import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../main/export/export-document';
import { writeTxt } from '../../../../main/export/txt';
import { readTxt } from '../../../../main/import/txt/read-txt';
import { plainBlock, type Block, type TablePlace } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

function documentOf(blocks: readonly Block[], remarks: readonly string[] = []): ExportDocument {
  return { language: 'ru', title: 'Вода', blocks, remarks };
}

function item(label: string, text: string, depth = 0): Block {
  return { ...plainBlock(text, 'listItem'), label, depth };
}

/** The labels plain text can carry; of others only the text remains. */
const LABELS = ['1.', '2.', '12)', '(3)', '1.2.', 'а)', 'iv)', 'II.', '•'];

describe('writeTxt', () => {
  it('gives a text that reads back with all paragraphs, in order, and its list items', () => {
    fc.assert(
      // A footnote comes back as a paragraph "[1] ...", a line break as a space: of both there is none here, nor of words struck out;
      // a cell of a table has one line.
      fc.property(
        blocksArbitrary({
          labels: LABELS,
          footnotes: 0,
          joins: [' ', '\u00a0', ''],
          marks: [],
          cellParagraphs: 1,
        }),
        (blocks) => {
          const read = readTxt(writeTxt(documentOf(blocks))).blocks.map(({ block }) => block);
          expect(read.map(({ text }) => text)).toEqual(blocks.map(({ text }) => text));
          const labels = (list: readonly Block[]): readonly string[] => list.map(({ label }) => label);
          expect(labels(read)).toEqual(labels(blocks));
        },
      ),
      { seed: 20240611, numRuns: 200 },
    );
  }, 60_000);

  it('keeps lines, and leaves out what is struck out', () => {
    const verse = plainBlock('Над рекой стоит туман,\nза рекой не видно дома.');
    const struck: Block = {
      ...plainBlock('Погибли 12 21 человек.'),
      marks: [{ type: 'strike', start: 8, end: 10 }],
    };
    const gone: Block = { ...plainBlock('Всё.'), marks: [{ type: 'strike', start: 0, end: 4 }] };
    expect(writeTxt(documentOf([verse, gone, struck]))).toBe(
      'Над рекой стоит туман,\nза рекой не видно дома.\n\nПогибли 21 человек.\n',
    );
  });

  it('writes paragraphs, lists and footnotes as an editor would type them', () => {
    const blocks: readonly Block[] = [
      plainBlock('Кому достанется вода', 'title'),
      {
        ...plainBlock('Канал не достроен1.'),
        marks: [{ type: 'footnoteReference', label: '1', start: 17, end: 18 }],
      },
      item('1.', 'Деньги'),
      item('•', 'из бюджета', 1),
      item('2.', 'Сроки'),
      { ...plainBlock('Отчёт министерства.', 'footnote'), label: '1' },
    ];
    expect(writeTxt(documentOf(blocks))).toBe(
      'Кому достанется вода\n\nКанал не достроен[1].\n\n1. Деньги\n  • из бюджета\n2. Сроки\n\n[1] Отчёт министерства.\n',
    );
  });

  it('writes a table in lines with tabs between its cells, which are read as a table', () => {
    const cell = (text: string, row: number, column: number, more: Partial<TablePlace> = {}): Block => ({
      ...plainBlock(text, 'tableCell'),
      cell: { table: 0, row, column, ...more },
    });
    const head = [cell('Город', 0, 0, { header: true }), cell('Цена', 0, 1, { columnSpan: 2, header: true })];
    const rows = [cell('1. Ош', 1, 0), cell('35', 1, 2), cell('Итого', 2, 0), cell('72', 2, 1)];
    const text = writeTxt(documentOf([plainBlock('Цены', 'title'), ...head, ...rows]));
    expect(text).toBe('Цены\n\nГород\tЦена\n1. Ош\t\t35\nИтого\t72\n');
    const read = readTxt(text).blocks.map(({ block }) => block);
    expect(read.slice(3)).toEqual(rows);
    const broken = [cell('Ош\nи Нарын', 0, 0), cell('35', 0, 1), cell('Талас', 1, 0), cell('37', 1, 1)];
    expect(writeTxt(documentOf(broken))).toBe('Ош и Нарын\t35\nТалас\t37\n');
    const alone = [cell('Одна', 0, 0), cell('колонка', 1, 0)];
    expect(writeTxt(documentOf(alone))).toBe('Одна\n\nколонка\n');
  });

  it('takes no list and no dialogue for a table', () => {
    const blocks = readTxt('1.\tМосква\n2.\tОш\n\n\t— Да.\n\t— Нет.').blocks.map(({ block }) => block.role);
    expect(blocks).not.toContain('tableCell');
  });

  it('keeps the nesting of lists', () => {
    const list = [item('1.', 'a'), item('•', 'b', 1), item('•', 'c', 2), item('2.', 'd'), item('а)', 'e', 1)];
    const blocks = [plainBlock('A title', 'title'), ...list];
    expect(readTxt(writeTxt(documentOf(blocks))).blocks.map(({ block }) => block)).toEqual(blocks);
  });

  it('names remarks first, and they are not read as article', () => {
    const text = writeTxt(
      documentOf([plainBlock('Одно предложение.')], ['2 открытых замечания', 'не согласовано']),
    );
    expect(text).toBe('=== 2 открытых замечания ===\n=== не согласовано ===\n\nОдно предложение.\n');
    expect(readTxt(text).blocks.map(({ block, included }) => [included, block.text])).toEqual([
      [false, '=== 2 открытых замечания ==='],
      [false, '=== не согласовано ==='],
      [true, 'Одно предложение.'],
    ]);
  });
});
