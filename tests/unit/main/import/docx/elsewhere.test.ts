import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { PRESENT_READING } from '../../../../../main/import/reading';
import { writeOriginal } from '../../../../../main/export/original/write-original';
import { documentParagraphs } from '../../../../../main/import/new-project';
import { presentText } from '../../../../../main/export/original/present-text';
import { readDocument } from '../../../../../main/import/read-document';
import { makeDocx, p, xmlPart } from './make-docx';

const OFFICE = 'http://schemas.openxmlformats.org';
const A = `xmlns:a="${OFFICE}/drawingml/2006/main"`;
const line = (...runs: readonly string[]) =>
  `<a:p>${runs.map((each) => `<a:r><a:t>${each}</a:t></a:r>`).join('')}</a:p>`;

const drawing = (content: string) =>
  `<w:p><w:r><w:drawing><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
const CHART = drawing(`<c:chart xmlns:c="${OFFICE}/drawingml/2006/chart" r:id="chart"/>`);
const DIAGRAM = drawing(
  `<dgm:relIds xmlns:dgm="${OFFICE}/drawingml/2006/diagram" r:dm="data" r:lo="x" r:qs="x" r:cs="x"/>`,
);
const WORD_ART =
  '<w:p><w:r><w:pict><v:shape><v:textpath string="Большая вода"/></v:shape></w:pict></w:r></w:p>';
const SHEET =
  '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="x"/></w:object></w:r></w:p>';

const related = (entries: Readonly<Record<string, readonly [type: string, target: string]>>) =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships">${Object.entries(entries)
    .map(
      ([id, [type, target]]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const RAW = {
  'word/_rels/document.xml.rels': related({
    chart: ['chart', 'charts/chart1.xml'],
    data: ['diagramData', 'diagrams/data1.xml'],
    drawn: ['diagramDrawing', 'diagrams/drawing1.xml'],
    head: ['header', 'header1.xml'],
    first: ['header', 'header2.xml'],
    foot: ['footer', 'footer1.xml'],
    page: ['aFChunk', 'page.html'],
    word: ['aFChunk', 'inner.docx'],
    old: ['aFChunk', 'old.rtf'],
  }),
  'word/charts/chart1.xml': `<c:chartSpace xmlns:c="${OFFICE}/drawingml/2006/chart" ${A}><c:chart><c:title><c:tx><c:rich>${line('Урожай ', '2024 года')}</c:rich></c:tx></c:title><c:plotArea><c:v>Баткен</c:v></c:plotArea></c:chart></c:chartSpace>`,
  'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="${OFFICE}/drawingml/2006/diagram" ${A}><dgm:ptLst><dgm:pt><dgm:t>${line('Сад')}</dgm:t></dgm:pt><dgm:pt><dgm:t>${line('Рынок')}</dgm:t></dgm:pt><dgm:pt type="pres"/></dgm:ptLst></dgm:dataModel>`,
  'word/diagrams/drawing1.xml': `<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" ${A}>${line('Сад')}${line('Рынок')}</dsp:drawing>`,
  'word/header1.xml': xmlPart('hdr', p('Вестник садовода') + p('12')),
  'word/header2.xml': xmlPart('hdr', p('Вестник садовода')),
  'word/footer1.xml': xmlPart('ftr', p('Для печати')),
};

const BODY = p('Вода придёт весной.') + CHART + DIAGRAM + p('Сад') + WORD_ART + SHEET + p('Конец.');

async function read(bytes: Uint8Array) {
  const document = await readDocument({ fileName: 'a.docx', bytes });
  if (!document.ok) throw new Error(JSON.stringify(document.failure));
  return document.value;
}

async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const { blocks } = await read(bytes);
  return blocks.map(({ block, included }) => `${included ? '' : 'not '}${block.text}`);
}

test('words of charts, diagrams and WordArt stand in their places, lines of headers at the end, and the rest is told', async () => {
  const bytes = await makeDocx({ body: BODY, raw: RAW });
  expect(await told(bytes)).toEqual([
    'Вода придёт весной.',
    ...['Урожай 2024 года', 'Сад', 'Рынок', 'Сад', 'Большая вода', 'Конец.'],
    ...['not Вестник садовода', 'not Для печати'],
  ]);
  expect((await read(bytes)).notices).toEqual([
    { code: 'charts', count: 1 },
    { code: 'embeddedLeftOut', count: 1 },
    { code: 'margins', count: 2 },
  ]);
});

test('what cannot be read of them is counted, and the text comes in', async () => {
  const raw = { ...RAW, 'word/charts/chart1.xml': '<broken', 'word/diagrams/data1.xml': '<!DOCTYPE a><a/>' };
  const { blocks, notices } = await read(await makeDocx({ body: BODY, raw }));
  expect(blocks.map(({ block }) => block.text)).not.toContain('Рынок');
  expect(notices).toContainEqual({ code: 'diagramsLeftOut', count: 1 });
  expect(notices).toContainEqual({ code: 'charts', count: 1 });
});

/** The file with other words: each text of `edits` in place of what it said. */
async function edited(bytes: Uint8Array, edits: Readonly<Record<string, string>>, at = 0): Promise<JSZip> {
  const document = await read(bytes);
  let n = 0;
  const making = { newId: () => `p${(n += 1)}`, time: 0 };
  let nth = 0;
  const paragraphs = documentParagraphs(document, making).map((paragraph) => {
    const text = edits[paragraph.text];
    if (text === undefined || (nth += 1) <= at) return paragraph;
    return { ...paragraph, text, marks: [], imported: { text: paragraph.text, marks: [] } };
  });
  const cells = {
    ru: { paragraphs, status: 'draft' },
    ky: { paragraphs: [], status: 'draft' },
    en: { paragraphs: [], status: 'draft' },
  } as const;
  const project = { rows: [{ id: 'r', cells, confidence: 1, confirmed: false }] };
  const text = presentText(project as never, 'ru', () => []);
  const leftOut = document.blocks.flatMap(({ included }, i) => (included ? [] : [i]));
  const order = {
    fileName: 'a.docx',
    format: 'docx',
    bytes,
    leftOut,
    reading: PRESENT_READING,
    text,
    tracked: null,
    translation: null,
  };
  const written = await writeOriginal(order);
  if (!written.ok) throw new Error(written.failure.code);
  return JSZip.loadAsync(written.value);
}

const part = (zip: JSZip, name: string) => zip.file(name)?.async('string');

test('edited, they are written back where they stand, in the drawing Word keeps of a diagram as well', async () => {
  const bytes = await makeDocx({ body: BODY, raw: RAW });
  const zip = await edited(bytes, {
    'Урожай 2024 года': 'Урожай <2025> & дальше',
    Рынок: 'Базар',
    'Большая вода': 'Малая "вода"',
  });
  expect(await part(zip, 'word/charts/chart1.xml')).toBe(
    RAW['word/charts/chart1.xml']
      .replace('Урожай ', 'Урожай &lt;2025&gt; &amp; дальше')
      .replace('2024 года', ''),
  );
  for (const name of ['word/diagrams/data1.xml', 'word/diagrams/drawing1.xml'] as const)
    expect(await part(zip, name)).toBe(RAW[name].replace('Рынок', 'Базар'));
  expect(await part(zip, 'word/document.xml')).toBe(
    (await part(await JSZip.loadAsync(bytes), 'word/document.xml'))?.replace(
      'Большая вода',
      'Малая &quot;вода&quot;',
    ),
  );
});

test('a paragraph that says the same as a diagram is edited by itself, and an untouched file is the same', async () => {
  const bytes = await makeDocx({ body: BODY, raw: RAW });
  const zip = await edited(bytes, { Сад: 'Огород' }, 1);
  expect(await part(zip, 'word/diagrams/data1.xml')).toBe(RAW['word/diagrams/data1.xml']);
  expect(await part(zip, 'word/document.xml')).toContain('Огород');
  const same = await edited(bytes, {});
  for (const name of ['word/document.xml', 'word/header1.xml', 'word/charts/chart1.xml'])
    expect(await part(same, name)).toBe(await part(await JSZip.loadAsync(bytes), name));
});

test('documents embedded in the text are read in their places; what is none is counted', async () => {
  const chunk = (id: string) => `<w:altChunk r:id="${id}"/>`;
  const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Год</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const inner = await makeDocx({
    body: p('Из второго файла.') + table + chunk('own'),
    raw: {
      'word/_rels/document.xml.rels': related({ own: ['aFChunk', 'page.html'] }),
      'word/page.html': '<p>Слишком глубоко.</p>',
    },
  });
  const raw = {
    ...RAW,
    'word/page.html': '<html><body><h2>Из страницы</h2><p>Слова <b>страницы</b>.</p></body></html>',
    'word/inner.docx': inner,
    'word/old.rtf': '{\\rtf1 Words}',
  };
  const body =
    p('Раз.') + table + chunk('page') + p('Два.') + chunk('word') + chunk('old') + chunk('none') + p('Три.');
  const { blocks, notices, ...rest } = await read(await makeDocx({ body, raw }));
  expect(
    blocks.filter(({ included }) => included).map(({ block }) => [block.role, block.text, block.cell?.table]),
  ).toEqual([
    ['paragraph', 'Раз.', undefined],
    ['tableCell', 'Год', 0],
    ['heading2', 'Из страницы', undefined],
    ['paragraph', 'Слова страницы.', undefined],
    ['paragraph', 'Два.', undefined],
    ['paragraph', 'Из второго файла.', undefined],
    ['tableCell', 'Год', 1],
    ['paragraph', 'Три.', undefined],
  ]);
  expect(rest).not.toHaveProperty('isKept');
  expect(notices).toContainEqual({ code: 'chunksRead', count: 2 });
  expect(notices).toContainEqual({ code: 'chunksLeftOut', count: 1 });
});
