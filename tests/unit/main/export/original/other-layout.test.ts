import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDocx } from '../../../../../main/export/docx';
import { writeVersion } from '../../../../../main/export/write-version';
import { orderOriginal } from '../../../../../main/export/original/order-original';
import { writeOriginal } from '../../../../../main/export/original/write-original';
import { documentParagraphs, makeProject } from '../../../../../main/import/new-project';
import { readDocument } from '../../../../../main/import/read-document';
import { ok } from '../../../../../shared/model/failure';
import { plainBlock } from '../../../../../shared/model/paragraph';
import { makeDocx, p, r } from '../../import/docx/make-docx';
import { makeOdt, paragraph } from '../../import/odt/make-odt';
import { partText } from './article';

const read = async (fileName: string, bytes: Uint8Array) => {
  const done = await readDocument({ fileName, bytes });
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
};

/** The Kyrgyz text, each paragraph in the row of a Russian one, in the Russian file. */
async function inRussian(fileName: string, bytes: Uint8Array, lines: readonly string[]): Promise<Uint8Array> {
  const [ru, ky] = [await read(fileName, bytes), await read('суу.md', Buffer.from(lines.join('\n\n')))];
  let ids = 0;
  const making = { newId: () => `id${(ids += 1)}`, time: 1 };
  const paragraphs = { ru: documentParagraphs(ru, making), ky: documentParagraphs(ky, making), en: [] };
  const last = paragraphs.ru.length - 1;
  const rows = paragraphs.ru.map((_, n) => ({
    ru: [n],
    ky: paragraphs.ky.flatMap((__, k) => (k === n || (n === last && k > n) ? [k] : [])),
    en: [],
    confidence: 1,
  }));
  const project = makeProject('т', { ru, ky, en: null }, paragraphs, rows, making);
  const order = orderOriginal(project, 'ky', 'ru', () => ok(bytes), null);
  if (!order.ok) throw new Error(order.failure.code);
  const written = await writeOriginal(order.value);
  if (!written.ok) throw new Error(written.failure.code);
  return written.value;
}

const textsIn = async (bytes: Uint8Array) =>
  (await read('суу.docx', bytes)).blocks.map(({ block }) => block.text);

const KYRGYZ = [
  'Баткен өрүктөрү',
  'Дыйкандар 12 тонна жыйнашты.',
  'Жыл',
  'Баасы өстү.',
  'Кийинки жылы дагы.',
];

const SMALL = '<w:color w:val="FF0000"/>';

const docx = () =>
  makeDocx({
    body:
      p('Абрикосы Баткена', '<w:pStyle w:val="Title"/>') +
      `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${r('Вот ', SMALL)}${r('фермеры собрали 12 тонн.', '<w:color w:val="112233"/>')}</w:p>` +
      `<w:tbl><w:tr><w:tc>${p('Год')}</w:tc></w:tr></w:tbl>` +
      p('Цены выросли.') +
      '<w:sectPr/>',
    styles: '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>',
  });

test('a version without an original is written in the layout of another, in the look of most of its words', async () => {
  const written = await inRussian('суу.docx', await docx(), KYRGYZ);
  expect(await textsIn(written)).toEqual(KYRGYZ);
  const xml = await partText(written);
  expect(xml).toContain(r('Дыйкандар 12 тонна жыйнашты.', '<w:color w:val="112233"/>'));
  expect(xml).toContain('<w:jc w:val="both"/>');
  expect(xml).not.toContain(SMALL);
  expect(xml).toMatch(/<w:tc>.*Жыл.*<\/w:tc>/);
});

test('an OpenDocument text is a layout as well', async () => {
  const body = ['Абрикосы Баткена', 'Фермеры собрали 12 тонн.', 'Год', 'Цены выросли.'].map((each) =>
    paragraph(each),
  );
  expect(await textsIn(await inRussian('суу.odt', makeOdt({ body: body.join('') }), KYRGYZ))).toEqual(KYRGYZ);
});

test.each([
  ['docx', 'docProps/core.xml', 'word/document.xml'],
  ['docx', 'docProps/core.xml', 'word/styles.xml'],
  ['odt', 'meta.xml', 'styles.xml'],
] as const)(
  'what a %s layout says of its title and its language is said of the version',
  async (format, about, part) => {
    const blocks = [plainBlock('Абрикосы', 'title'), plainBlock('Фермеры собрали 12 тонн.')];
    const russian = await writeVersion({ language: 'ru', title: 'Абрикосы', blocks, remarks: [] }, format);
    expect(await partText(russian, part)).toMatch(/"ru(?:-RU)?"/);
    const written = await inRussian(`суу.${format}`, russian, ['Өрүктөр', 'Дыйкандар 12 тонна жыйнашты.']);
    expect(await partText(written, about)).toContain('<dc:title>Өрүктөр</dc:title>');
    expect(await partText(written, part)).not.toMatch(/"ru(?:-RU)?"|"RU"/);
    expect(await partText(written, part)).toMatch(
      format === 'docx' ? /"ky-KG"/ : /fo:language="ky" fo:country="KG"/,
    );
  },
);

test('what a page says of its title and its language is said of the version in its layout', async () => {
  const page =
    '<!doctype html><html lang="ru-RU"><head><title>Абрикосы | Газета</title></head><body><h1>Абрикосы</h1><p>Фермеры.</p></body></html>';
  const written = await inRussian('суу.html', Buffer.from(page), ['Өрүк & суу', 'Дыйкандар.']);
  expect(Buffer.from(written).toString()).toBe(
    '<!doctype html><html lang="ky"><head><title>Өрүк &amp; суу</title></head><body><h1>Өрүк &amp; суу</h1><p>Дыйкандар.</p></body></html>',
  );
});

const TO_DISTRICT =
  '<w:hyperlink r:id="link"><w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:t>администрация</w:t></w:r></w:hyperlink>';

const linkedDocx = (styles: string) =>
  makeDocx({
    body: `<w:p>${r('Пишет ')}${TO_DISTRICT}${r(' сегодня.')}</w:p>${p('Слова.')}<w:sectPr/>`,
    styles,
    raw: {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/ru" TargetMode="External"/><Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    },
  });

const LINKED = ['[Администрация](https://example.org/ky) жазат.', 'Сөз.'];

test('a link looks like one in the layout of another version, and of the links that went nothing is left', async () => {
  const style =
    '<w:style w:type="character" w:styleId="a5"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>';
  const styled = await partText(await inRussian('суу.docx', await linkedDocx(style), LINKED));
  expect(styled).toMatch(/<w:rPr><w:rStyle w:val="a5"\/><\/w:rPr><w:t[^>]*>Администрация<\/w:t>/);
  expect(styled).toMatch(/<w:r>(?:<w:rPr><\/w:rPr>)?<w:t[^>]*> жазат\.<\/w:t>/);
  expect(styled).not.toContain('w:hyperlink');
  const bare = await partText(await inRussian('суу.docx', await linkedDocx(''), LINKED));
  expect(bare).toMatch(
    /<w:rPr><w:color w:val="0563C1"\/><w:u w:val="single"\/><\/w:rPr><w:t[^>]*>Администрация<\/w:t>/,
  );
});

test('of links that went nothing is left in a page or an OpenDocument text either', async () => {
  const page =
    '<p>Пишет <a href="https://example.org/ru">администрация</a> сегодня.</p><p id="x"><a name="y"></a>Слова.</p>';
  const html = Buffer.from(await inRussian('суу.html', Buffer.from(page), LINKED)).toString();
  expect(html.match(/<a [^>]*>[^<]*<\/a>/g)).toEqual([
    '<a href="https://example.org/ky">Администрация</a>',
    '<a name="y"></a>',
  ]);
  const body =
    paragraph(
      'Пишет <text:a xlink:type="simple" xlink:href="https://example.org/ru">администрация</text:a> сегодня.',
    ) + paragraph('Слова.');
  const odt = await partText(await inRussian('суу.odt', makeOdt({ body }), LINKED), 'content.xml');
  expect(odt.match(/<text:a [^>]*>.*?<\/text:a>/g)?.map((each) => each.replace(/<[^>]*>/g, ''))).toEqual([
    'Администрация',
  ]);
});

test('LibreOffice opens what was written in another layout, and reads the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layout-'));
  try {
    const lines = ['Абрикосы', 'Фермеры', 'Год', 'Цены'];
    const body = lines.map((each) => paragraph(each)).join('');
    const blocks = lines.map((each) => plainBlock(each));
    const word = await writeDocx({ language: 'ru', title: 'т', blocks, remarks: [] });
    writeFileSync(join(folder, 'a.docx'), await inRussian('суу.docx', word, KYRGYZ));
    writeFileSync(join(folder, 'b.odt'), await inRussian('суу.odt', makeOdt({ body }), KYRGYZ));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder],
        ...[join(folder, 'a.docx'), join(folder, 'b.odt')],
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    for (const name of ['a.txt', 'b.txt'])
      expect(
        readFileSync(join(folder, name), 'utf8')
          .replace('\ufeff', '')
          .split(/\s*\n+/)
          .filter(Boolean),
      ).toEqual(KYRGYZ);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 150_000);
