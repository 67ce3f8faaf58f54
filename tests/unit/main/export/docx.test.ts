import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../main/export/docx';
import { readDocx } from '../../../../main/import/docx/read-docx';
import type { Mark } from '../../../../shared/model/mark';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

const write = (blocks: readonly Block[], remarks: readonly string[] = []): Promise<Uint8Array> =>
  writeDocx({ language: 'ky', title: 'Макала', blocks, remarks });

async function roundTrip(
  blocks: readonly Block[],
  remarks: readonly string[] = [],
): Promise<readonly Block[]> {
  const read = await readDocx(await write(blocks, remarks), 'макала.docx');
  if (!read.ok) throw new Error(read.failure.code);
  // Remarks stand above the text, where they are offered without a tick.
  expect(read.value.notices).toEqual(
    remarks.length === 0 ? [] : [{ code: 'margins', count: remarks.length }],
  );
  return read.value.blocks.filter(({ included }) => included).map(({ block }) => block);
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  return (await zip.file(name)?.async('string')) ?? '';
}

const item = (label: string, depth = 0): Block => ({ ...plainBlock('пункт', 'listItem'), label, depth });
const footnote = (label: string, text: string): Block => ({ ...plainBlock(text, 'footnote'), label });
const cell = (table: number, row: number, column: number): Block => ({
  ...plainBlock('а', 'tableCell'),
  cell: { table, row, column },
});
const refer = (text: string, ...references: readonly (readonly [label: string, start: number])[]): Block => ({
  ...plainBlock(text),
  marks: references.map(([label, start]): Mark => ({
    type: 'footnoteReference',
    label,
    start,
    end: start + label.length,
  })),
});

describe('writeDocx', () => {
  it('writes what readDocx reads back', async () => {
    // Word knows nine list levels and keeps footnotes apart from the text, in the order of their references.
    await fc.assert(
      fc.asyncProperty(blocksArbitrary({ depth: 8 }), async (blocks) => {
        expect(await roundTrip(blocks, ['2 ачык белги'])).toEqual(blocks);
      }),
      { seed: 20241105, numRuns: 200 },
    );
  }, 120_000);

  it('leaves out what XML forbids, everywhere', async () => {
    const bad = '\u0001\u001f\ufffe\ud800';
    const blocks = [plainBlock(`а${bad}б`), { ...item(`1.${bad}`) }, footnote(`*${bad}`, 'в')];
    const bytes = await writeDocx({ language: 'ru', title: bad, blocks, remarks: [`г${bad}`] });
    const read = await readDocx(bytes, 'а.docx');
    expect(read.ok && read.value.blocks.map(({ block }) => `${block.label}|${block.text}`)).toEqual([
      ...['|аб', '1.|пункт', '*|в', '|г'],
    ]);
  });

  it('lets Word count lists that go on, and starts a new one only where they do not', async () => {
    const blocks = [
      ...[
        item('1.'),
        item('а)', 1),
        item('б)', 1),
        item('2.'),
        item('а)', 1),
        plainBlock('абзац'),
        item('3.'),
      ],
      ...[item('1.'), item('•'), item('•'), item('i)'), item('ii)'), item('c)'), item('d)'), item('1.2.')],
    ];
    const bytes = await write(blocks);
    const text = await partOf(bytes, 'word/document.xml');
    const lists = [...text.matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => Number(match[1]));
    const kinds = lists.map((list) => [...new Set(lists)].indexOf(list));
    expect(kinds).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect(await roundTrip(blocks)).toEqual(blocks);
    const numbering = await partOf(bytes, 'word/numbering.xml');
    expect(numbering).toContain('<w:numFmt w:val="russianLower"/>');
    expect(numbering).toContain('<w:numFmt w:val="lowerRoman"/>');
  });

  it('makes real footnotes, counted by Word where their labels allow it', async () => {
    const blocks = [
      refer('а1*2', ['1', 1], ['*', 2], ['2', 3]),
      refer('б1', ['1', 1]),
      ...[footnote('1', 'раз'), footnote('1', 'и ещё'), footnote('*', 'звёздочка'), footnote('2', 'два')],
    ];
    const bytes = await write(blocks);
    const text = await partOf(bytes, 'word/document.xml');
    expect(text.match(/<w:footnoteReference /g)).toHaveLength(3);
    expect(text.match(/w:customMarkFollows="1"/g)).toHaveLength(1);
    expect(text).toContain('NOTEREF _RefNote1');
    const notes = (await partOf(bytes, 'word/footnotes.xml'))
      .split('<w:footnote ')
      .filter((n) => /w:id="[1-9]/.test(n));
    expect(notes.map((note) => note.includes('<w:footnoteRef/>'))).toEqual([true, true, false]);
    expect(await roundTrip(blocks)).toEqual(blocks);
  });

  it('keeps footnotes nothing refers to, and the sight of references to none', async () => {
    const blocks = [plainBlock('текст'), footnote('7', 'ничья')];
    expect(await roundTrip(blocks)).toEqual(blocks);
    // What has only the look of a note, and no label, is a paragraph of the text.
    expect(await roundTrip([...blocks, footnote('', 'без метки')])).toEqual([
      ...blocks,
      plainBlock('без метки'),
    ]);
    expect(await roundTrip([refer('а9', ['9', 1])])).toEqual([
      { ...plainBlock('а9'), marks: [{ type: 'superscript', start: 1, end: 2 }] },
    ]);
  });

  it('keeps two tables apart and ends none of them the text, which Word does not allow', async () => {
    const text = await partOf(await write([cell(0, 0, 0), cell(1, 0, 0)]), 'word/document.xml');
    expect(text.match(/<\/w:tbl><w:p>/g)).toHaveLength(2);
  });

  it('puts no empty paragraph between a table and the text after it', async () => {
    const text = await partOf(await write([cell(0, 0, 0), plainBlock('После')]), 'word/document.xml');
    expect(text).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*После/);
  });

  it('keeps the empty places of a table', async () => {
    const table = [cell(0, 0, 1), cell(0, 2, 0), cell(1, 0, 2)];
    expect(await roundTrip(table)).toEqual(table);
    const text = await partOf(await write(table), 'word/document.xml');
    expect(text.match(/<w:tc>/g)).toHaveLength(6 + 3);
    // Every place has the width of its column.
    expect(text.match(/<w:tcW/g)).toHaveLength(6 + 3);
  });

  it('writes the cells of a table wider than Word opens one below the other', async () => {
    expect(await roundTrip([cell(0, 0, 62)])).toEqual([cell(0, 0, 62)]);
    expect(await roundTrip([cell(0, 0, 0), cell(0, 0, 63)])).toEqual([cell(0, 0, 0), cell(0, 1, 0)]);
  });

  it('writes an address Word could not parse as plain text', async () => {
    const link = (href: string): Block => ({
      ...plainBlock('туда'),
      marks: [{ type: 'link', href, start: 0, end: 4 }],
    });
    expect(await roundTrip([link('http://[')])).toEqual([plainBlock('туда')]);
    expect(await roundTrip([link('https://example.org/#a#b')])).toEqual([link('https://example.org/#a#b')]);
  });

  it('shows remarks on the first page and in the description, outside the text', async () => {
    const bytes = await write([plainBlock('текст')], ['2 ачык олуттуу белги']);
    const zip = await JSZip.loadAsync(bytes);
    const headers = await Promise.all(zip.file(/word\/header\d+\.xml/).map((file) => file.async('string')));
    expect(headers.join('')).toContain('2 ачык олуттуу белги');
    expect(await partOf(bytes, 'docProps/core.xml')).toContain('2 ачык олуттуу белги');
    expect(await partOf(bytes, 'docProps/core.xml')).toContain('<dc:title>Макала</dc:title>');
    expect(await partOf(bytes, 'word/document.xml')).not.toContain('олуттуу');
  });

  it('lets lines grow with a picture that stands in them', async () => {
    const styles = await partOf(await write([plainBlock('слова')]), 'word/styles.xml');
    const lines = styles.match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((each) => !each.includes('w:lineRule="auto"'))).toEqual([]);
  });

  it('tags every run with the language', async () => {
    const text = await partOf(await write([plainBlock('Жаңы сөз')]), 'word/document.xml');
    expect(text).toContain('<w:lang w:val="ky-KG"/>');
    expect(text.match(/<w:t[ >]/g)).toHaveLength(text.match(/<w:lang /g)?.length ?? 0);
  });
});
