import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../../main/import/docx/archive';
import { toBlocks } from '../../../../../main/import/docx/blocks';
import { readDocx } from '../../../../../main/import/docx/read-docx';
import { readStory } from '../../../../../main/import/docx/read-story';
import { symbolOf } from '../../../../../main/import/docx/symbols';
import { readDocument } from '../../../../../main/import/read-document';
import { makeDocx, type Parts } from './make-docx';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;

async function textsOf(parts: Parts): Promise<readonly string[]> {
  const read = await readDocx(await makeDocx(parts), 'a.docx');
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.blocks.map(
    ({ block }) => `${block.role === 'paragraph' ? '' : `${block.role} `}${block.text}`,
  );
}

const DROP_CAP =
  paragraph(run('Г'), '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph(run('ородской совет.'));
const CHOICES =
  '<mc:AlternateContent><mc:Choice Requires="w99odd"><w:p><w:r><w:t>Б</w:t></w:r></w:p></mc:Choice>'.replace(
    'w99odd',
    'odd',
  ) +
  `<mc:Choice Requires="wps">${paragraph(run('В'))}</mc:Choice><mc:Choice Requires="wpg">${paragraph(run('Г'))}</mc:Choice>` +
  `<mc:Fallback>${paragraph(run('Д'))}</mc:Fallback></mc:AlternateContent>`;
const FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
const NOTE_STYLE = '<w:style w:type="paragraph" w:styleId="F"><w:name w:val="footnote text"/></w:style>';
const SOURCE = paragraph(run('Источник: архив.'), '<w:pStyle w:val="F"/>');

describe('what .docx files have that is odd', () => {
  it('joins a drop cap to its paragraph', async () => {
    expect(await textsOf({ body: DROP_CAP })).toEqual(['Городской совет.']);
  });

  it('tells the signs of symbol fonts, by element and by letter', async () => {
    const sym = (font: string, char: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const fonts = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
    const body = paragraph(
      `${run('Ош ')}${sym('Wingdings', 'F0E8')}${run(' 5 ')}${sym('Symbol', 'F0B3')}${run(' ')}${run('\uf061\uf0ae', fonts)}${sym('Wingdings', 'F04A')}`,
    );
    expect(await textsOf({ body })).toEqual(['Ош ➔ 5 ≥ α→☺']);
    expect(symbolOf('Symbol', 0xa3)).toBe('≤');
    expect(symbolOf('Symbol', 0xf0d6)).toBe('√');
    expect(symbolOf('Arial', 0xf0d6)).toBeNull();
    expect(symbolOf('Symbol', Number.NaN)).toBeNull();
  });

  it('shows the text of a field without an end, and no instruction', async () => {
    const body = paragraph(run('А') + FIELD + run('Б')) + paragraph(run('В')) + paragraph(run('Г'));
    expect(await textsOf({ body })).toEqual(['АБ', 'В', 'Г']);
    const ended = FIELD + run('условие') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const within = paragraph(run('А') + FIELD + ended + run('Б'));
    expect(await textsOf({ body: within })).toEqual(['АБ']);
  });

  it('reads one of several forms, the first it knows', async () => {
    expect(await textsOf({ body: paragraph(run('А')) + CHOICES })).toEqual(['А', 'В']);
    const inside = paragraph(
      `${run('А')}<w:r><mc:AlternateContent><mc:Choice Requires="odd"><w:t>Б</w:t></mc:Choice><mc:Fallback><w:t>В</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await textsOf({ body: inside })).toEqual(['АВ']);
  });

  it('takes a line in the style of notes for one only where it has a label', async () => {
    const note = paragraph(`${run('*')}<w:r><w:tab/></w:r>${run('Прим.')}`, '<w:pStyle w:val="F"/>');
    expect(await textsOf({ styles: NOTE_STYLE, body: SOURCE + note })).toEqual([
      'Источник: архив.',
      'footnote Прим.',
    ]);
  });

  it('reads a long document of many pieces, and refuses one piece without end', async () => {
    const words = (count: number): string => run('а ').repeat(count);
    const long = await makeDocx({ body: paragraph(words(1000)).repeat(90) });
    const read = await readDocx(long, 'a.docx');
    expect(read.ok && read.value.blocks.length).toBe(90);
    const endless = await readDocx(await makeDocx({ body: paragraph(words(80_000)) }), 'a.docx');
    expect(endless).toMatchObject({ ok: false, failure: { code: 'fileUnsafe' } });
  }, 60_000);

  it('reads an archive with something before and after it, or with backslashes in its names', async () => {
    const bytes = await makeDocx({ body: paragraph(run('Суу')) });
    const around = [new Uint8Array(16), Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), new Uint8Array()];
    for (const before of around)
      for (const after of around) {
        const read = await readDocument({ fileName: 'a.docx', bytes: Buffer.concat([before, bytes, after]) });
        expect(read.ok && read.value.blocks.map(({ block }) => block.text)).toEqual(['Суу']);
      }
    const slashes = Buffer.from(
      Buffer.from(bytes).toString('latin1').replaceAll('word/document.xml', 'word\\document.xml'),
      'latin1',
    );
    const read = await readDocument({ fileName: 'a.docx', bytes: slashes });
    expect(read.ok && read.value.blocks.map(({ block }) => block.text)).toEqual(['Суу']);
  });

  it('still reads as at first what was imported then', async () => {
    const bytes = await makeDocx({
      styles: NOTE_STYLE,
      body: DROP_CAP + CHOICES + SOURCE + paragraph(FIELD) + DROP_CAP,
    });
    const { story } = await readStory(await openArchive(bytes), 1);
    expect(toBlocks(story).map(({ block }) => [block.role, block.text].join(' '))).toEqual([
      'paragraph Г',
      'paragraph ородской совет.',
      ...['Б', 'В', 'Г'].map((text) => `paragraph ${text}`),
      'footnote Источник: архив.',
    ]);
  });
});
