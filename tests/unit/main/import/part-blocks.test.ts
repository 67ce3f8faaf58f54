import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { partBlocks } from '../../../../main/import/part-blocks';
import { readDocument } from '../../../../main/import/read-document';
import { readPastedText } from '../../../../main/import/read-pasted-text';
import type { Result } from '../../../../shared/model/failure';
import { plainImport, type ImportedDocument } from '../../../../shared/model/imported-document';
import { LONGEST_PARAGRAPH, MOST_MARKS } from '../../../../shared/model/limits';
import type { Mark } from '../../../../shared/model/mark';
import { plainBlock } from '../../../../shared/model/paragraph';

const LONG = 'Вода в деревне появится не раньше весны. '.repeat(6000).trim();

async function docx(text: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

function documentOf(result: Result<ImportedDocument>): ImportedDocument {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('a paragraph that is too long', () => {
  it.each([
    ['txt', () => readDocument({ fileName: 'a.txt', bytes: Buffer.from(LONG) })],
    ['md', () => readDocument({ fileName: 'a.md', bytes: Buffer.from(LONG) })],
    ['html', () => readDocument({ fileName: 'a.html', bytes: Buffer.from(`<p>${LONG}</p>`) })],
    ['docx', async () => readDocument({ fileName: 'a.docx', bytes: await docx(LONG) })],
    ['pasted text', () => readPastedText(LONG, null)],
    ['a pasted page', () => readPastedText(LONG, `<p>${LONG}</p>`)],
  ])('is parted at sentences and told of: %s', async (_, read) => {
    const { blocks, notices } = documentOf(await read());
    expect(blocks).toHaveLength(3);
    for (const { block } of blocks) {
      expect(block.text.length).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
      expect(block.text).toMatch(/^Вода.*весны\.$/);
    }
    expect(blocks.map(({ block }) => block.text).join(' ')).toBe(LONG);
    expect(notices).toEqual([{ code: 'longParagraphs', count: 1 }]);
  });

  it('keeps its marks, tracked changes and comments in its parts, its label with the first', () => {
    const at = LONG.length - 10;
    const removed = 'на юге ';
    const span = { start: at, end: at };
    const [imported] = [plainImport({ ...plainBlock(LONG, 'listItem'), label: '1.', depth: 1 }, true)];
    const strong: Mark = { type: 'strong', start: at, end: at + 5 };
    const comment = {
      author: 'А',
      time: null,
      start: at,
      end: at + 3,
      text: '?',
      replies: [],
      resolved: false,
    };
    const { blocks } = partBlocks(
      {
        blocks: [
          {
            ...imported,
            block: { ...imported.block, marks: [strong] },
            original: { text: LONG.slice(0, at) + removed + LONG.slice(at), marks: [] },
            changes: [{ author: 'А', time: null, ...span }],
            comments: [comment],
          },
        ],
        notices: [],
      },
      'ru',
    );
    const [first, , last] = blocks;
    expect(first?.block).toMatchObject({ role: 'listItem', label: '1.', depth: 1 });
    expect(first).toMatchObject({ original: null, changes: [], comments: [] });
    expect(last?.block).toMatchObject({ role: 'paragraph', label: '', depth: 0 });
    const text = last?.block.text ?? '';
    const from = text.length - 10;
    expect(last?.block.marks).toEqual([{ ...strong, start: from, end: from + 5 }]);
    expect(last?.original?.text).toBe(text.slice(0, from) + removed + text.slice(from));
    expect(last?.changes).toEqual([{ author: 'А', time: null, start: from, end: from }]);
    expect(last?.comments).toEqual([{ ...comment, start: from, end: from + 3 }]);
  });
});

describe('marks without measure', () => {
  it('lie side by side, and no paragraph has too many', () => {
    const marks = Array.from({ length: 30_000 }, (_, i): Mark => ({
      type: 'link',
      href: `https://kloop.kg/${i}`,
      start: i,
      end: Math.min(40_000, i + 5000),
    }));
    const text = 'вода '.repeat(8000).trim();
    const { blocks, notices } = partBlocks(
      { blocks: [plainImport({ ...plainBlock(text), marks }, true)], notices: [] },
      'ru',
    );
    expect(blocks.map(({ block }) => block.text).join(' ')).toBe(text);
    for (const { block } of blocks) {
      expect(block.marks.length).toBeLessThanOrEqual(MOST_MARKS);
      block.marks.forEach((mark, i) =>
        expect(mark.start).toBeGreaterThanOrEqual(block.marks[i - 1]?.end ?? 0),
      );
    }
    expect(notices.map(({ code }) => code)).toContain('longParagraphs');
  });

  it('of which some lie wholly under others are told of', () => {
    const link = (href: string, start: number, end: number): Mark => ({ type: 'link', href, start, end });
    const block = {
      ...plainBlock('Вода пришла'),
      marks: [link('a', 0, 11), link('b', 0, 11), link('c', 2, 5)],
    };
    const { blocks, notices } = partBlocks({ blocks: [plainImport(block, true)], notices: [] }, 'ru');
    expect(blocks[0]?.block.marks).toEqual([link('a', 0, 11)]);
    expect(notices).toEqual([{ code: 'overlappingMarks', count: 2 }]);
  });
});
