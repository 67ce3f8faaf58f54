import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportDocument } from '../../../../main/export/export-document';
import { writeHtml } from '../../../../main/export/html';
import { readHtml } from '../../../../main/import/html/read-html';
import { plainBlock, type Block } from '../../../../shared/model/paragraph';
import { blocksArbitrary } from './block-arbitraries';

function documentOf(blocks: readonly Block[], remarks: readonly string[] = []): ExportDocument {
  return { language: 'ky', title: 'Суу & «жер»', blocks, remarks };
}

function readBack(html: string): readonly Block[] {
  const read = readHtml(html, 'a.html');
  if (!read.ok) throw new Error(read.failure.code);
  expect(read.value.blocks.every(({ included }) => included)).toBe(true);
  return read.value.blocks.map(({ block }) => block);
}

describe('writeHtml', () => {
  it('gives a page that reads back as it was', () => {
    fc.assert(
      fc.property(blocksArbitrary(), (blocks) => {
        expect(readBack(writeHtml(documentOf(blocks)))).toEqual(blocks);
      }),
      { seed: 20240611, numRuns: 200 },
    );
  }, 60_000);

  it('writes a page that needs nothing else, with everything escaped', () => {
    const html = writeHtml(
      documentOf([plainBlock('<script>alert("a & b")</script>')], ['1 <b>open</b> flag']),
    );
    expect(html).toContain('<html lang="ky">');
    expect(html).toContain('<title>Суу &amp; «жер»</title>');
    expect(html).toContain('<p>&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;</p>');
    expect(html).toContain('<aside class="remarks">\n<p>1 &lt;b&gt;open&lt;/b&gt; flag</p>\n</aside>');
    expect(html).not.toMatch(/<script|<link|src=/);
  });

  it('does not read its remarks back as article', () => {
    const blocks = [plainBlock('Суу', 'title'), plainBlock('Текст.')];
    expect(readBack(writeHtml(documentOf(blocks, ['2 ачык белги'])))).toEqual(blocks);
  });

  it('writes lists, quotations and footnotes as other programs know them', () => {
    const item = (label: string, text: string, depth = 0): Block => ({
      ...plainBlock(text, 'listItem'),
      label,
      depth,
    });
    const reference: Block = {
      ...plainBlock('Текст1'),
      marks: [{ type: 'footnoteReference', label: '1', start: 5, end: 6 }],
    };
    const html = writeHtml(
      documentOf([
        item('3.', 'үчүнчү'),
        item('•', 'ичинде', 1),
        item('а)', 'башка'),
        plainBlock('Бир.', 'quotation'),
        plainBlock('Эки.', 'quotation'),
        reference,
        { ...plainBlock('Булак.', 'footnote'), label: '1' },
      ]),
    );
    const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
    expect(body.replace(/\n/g, '')).toBe(
      '<main><ol><li value="3">үчүнчү<ul><li>ичинде</li></ul></li></ol>' +
        '<ul class="labelled"><li data-label="а)"><span class="printed-label">а)</span> башка</li></ul>' +
        '<blockquote><p>Бир.</p><p>Эки.</p></blockquote>' +
        '<p>Текст<sup><a role="doc-noteref" href="#note-1" data-label="1">1</a></sup></p>' +
        '<p class="footnote" role="doc-footnote" id="note-1" data-label="1"><span class="printed-label">1</span> Булак.</p>',
    );
  });

  it('keeps what the model allows and no importer makes', () => {
    const marked: Block = {
      ...plainBlock('link and note'),
      marks: [
        { type: 'footnoteReference', label: 'a b', start: 9, end: 13 },
        { type: 'superscript', start: 9, end: 13 },
      ],
    };
    const note: Block = { ...plainBlock('One.', 'footnote'), label: 'a b' };
    const blocks = [
      note,
      plainBlock('First', 'heading1'),
      { ...marked, marks: marked.marks.toReversed() },
      note,
    ];
    expect(readBack(writeHtml(documentOf(blocks)))).toEqual(blocks);
  });
});
