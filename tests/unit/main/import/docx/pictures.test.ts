import { expect, test } from 'vitest';
import { readDocx } from '../../../../../main/import/docx/read-docx';
import { PictureShelf } from '../../../../../main/import/pictures/picture-shelf';
import { makePng } from '../../../../fixtures/make-picture';
import { makeDocx, p, r, tracked } from './make-docx';

const OFFICE = 'http://schemas.openxmlformats.org';

/** A drawing as Word writes it: `inline` in the line, or `anchor` beside the text. */
function drawing(id: string, descr: string, frame = 'inline', blip = `r:embed="${id}"`): string {
  return (
    `<w:drawing><wp:${frame} xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing">` +
    `<wp:extent cx="2857500" cy="1905000"/><wp:docPr id="1" name="Рисунок 1" descr="${descr}"/>` +
    `<a:graphic><a:graphicData><pic:pic xmlns:pic="${OFFICE}/drawingml/2006/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="0" name="dam.png" descr="внутри"/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip ${blip}/><a:srcRect l="10000"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>` +
    `</wp:${frame}></w:drawing>`
  );
}

const vml = (id: string, alt: string) =>
  `<w:pict><v:shape style="width:225pt;height:150pt" alt="${alt}"><v:imagedata r:id="${id}"/></v:shape></w:pict>`;

const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;

const RELS = `<Relationships xmlns="${OFFICE}/package/2006/relationships">
<Relationship Id="dam" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="media/image1.png"/>
<Relationship Id="map" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="media/image2.png"/>
<Relationship Id="far" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="https://example.org/x.png" TargetMode="External"/>
<Relationship Id="lost" Type="${OFFICE}/officeDocument/2006/relationships/image" Target="media/image9.png"/>
</Relationships>`;

const raw = {
  'word/_rels/document.xml.rels': RELS,
  'word/media/image1.png': makePng(60, 40),
  'word/media/image2.png': makePng(90, 30, 0xcc3333),
};

async function read(body: string) {
  const shelf = new PictureShelf();
  const content = await readDocx(await makeDocx({ body, raw }), 'a.docx', shelf);
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  const blocks = content.value.blocks.map(({ block }) => block);
  return { blocks, shelf, notices: content.value.notices };
}

const told = (blocks: Awaited<ReturnType<typeof read>>['blocks']) =>
  blocks.map(({ role, text, picture }) => (picture ? `${picture.address}|${text}` : `${role}|${text}`));

test('drawings in the line and beside the text, and those of old Word, are paragraphs with their alternative text', async () => {
  const { blocks, shelf, notices } = await read(
    p('Начало.') +
      run(drawing('dam', 'Плотина')) +
      run(drawing('map', 'Карта', 'anchor')) +
      run(vml('dam', 'Снова')),
  );
  expect(told(blocks)).toEqual([
    'paragraph|Начало.',
    'word/media/image1.png|Плотина',
    'word/media/image2.png|Карта',
    'word/media/image1.png|Снова',
  ]);
  expect(blocks[1]?.picture).toMatchObject({ kind: 'png', width: 60, height: 40, across: 300 });
  expect(blocks[3]?.picture?.across).toBe(300);
  // The same picture twice is kept once.
  expect(blocks[3]?.picture?.hash).toBe(blocks[1]?.picture?.hash);
  expect(shelf.bytes.size).toBe(2);
  expect(notices).toEqual([]);
});

test('a picture in a paragraph comes before its words or behind, as it stands in it', async () => {
  const { blocks } = await read(
    `<w:p><w:r>${drawing('dam', '')}</w:r>${r('Подпись.')}</w:p><w:p>${r('Слова.')}<w:r>${drawing('map', '')}</w:r></w:p>`,
  );
  expect(told(blocks)).toEqual([
    'word/media/image1.png|',
    'paragraph|Подпись.',
    'paragraph|Слова.',
    'word/media/image2.png|',
  ]);
});

test('pictures that lie elsewhere or are not there keep a place, and nothing is fetched', async () => {
  const { blocks, shelf } = await read(
    p('Слова.') + run(drawing('far', 'Далеко', 'inline', 'r:link="far"')) + run(drawing('lost', 'Нет')),
  );
  expect(blocks.map(({ picture }) => picture)).toEqual([
    undefined,
    { hash: null, kind: null, address: 'https://example.org/x.png', width: 0, height: 0, across: 300 },
    { hash: null, kind: null, address: 'word/media/image9.png', width: 0, height: 0, across: 300 },
  ]);
  expect(shelf.bytes.size).toBe(0);
});

test('one choice of several is read, a deleted one is not, and a picture in a table stands in its cell', async () => {
  const { blocks } = await read(
    p('Слова.') +
      run(
        `<mc:AlternateContent><mc:Choice Requires="wps">${drawing('dam', 'Новая')}</mc:Choice><mc:Fallback>${vml('dam', 'Старая')}</mc:Fallback></mc:AlternateContent>`,
      ) +
      `<w:p>${tracked('del', 'А', `<w:r>${drawing('map', 'Убрана')}</w:r>`)}</w:p>` +
      `<w:tbl><w:tr><w:tc>${run(drawing('map', 'В таблице'))}</w:tc><w:tc>${p('Рядом')}</w:tc></w:tr></w:tbl>`,
  );
  expect(told(blocks)).toEqual([
    'paragraph|Слова.',
    'word/media/image1.png|Новая',
    'word/media/image2.png|В таблице',
    'tableCell|Рядом',
  ]);
  expect(blocks.slice(2).map(({ cell }) => cell)).toEqual([
    { table: 0, row: 0, column: 0 },
    { table: 0, row: 0, column: 1 },
  ]);
});

test('what is too large to keep, or no picture, has no bytes kept', async () => {
  const shelf = new PictureShelf();
  const large = Buffer.concat([makePng(10, 10), Buffer.alloc(11 * 2 ** 20)]);
  expect(shelf.put(large, 'a.png')).toMatchObject({ hash: null, kind: 'png', width: 10 });
  expect(shelf.put(Buffer.from('<p>text</p>'), 'b.png')).toMatchObject({ hash: null, kind: null });
  const nine = (n: number) => Buffer.concat([makePng(10, 10, n), Buffer.alloc(9 * 2 ** 20)]);
  expect([1, 2, 3].map((n) => shelf.put(nine(n), '').hash !== null)).toEqual([true, true, false]);
});
