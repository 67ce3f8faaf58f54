import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { PictureShelf } from '../../../../main/import/pictures/picture-shelf';
import { readDocument } from '../../../../main/import/read-document';
import { makePng } from '../../../fixtures/make-picture';
import { packRepeated, zipOf, type ZipEntry } from '../../../hostile/zip';

const LONG =
  'Плотину на Нарыне закрыли на ремонт, который продлится шесть месяцев и обойдётся в двенадцать миллионов сомов.';

const GOOGLE = (body: string) =>
  `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style>.c3{font-weight:700}</style></head><body class="c1 doc-content"><p class="c2 title"><span>Плотина</span></p><p><span class="c3">${LONG}</span></p>${body}</body></html>`;

const IMAGE = (address: string) => `<p><span><img alt="Плотина зимой" src="${address}"></span></p>`;

async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function read(bytes: Uint8Array, shelf = new PictureShelf()) {
  return readDocument({ fileName: 'Плотина.zip', bytes, folder: '/etc' }, shelf);
}

async function pictureOf(bytes: Uint8Array) {
  const document = await read(bytes);
  if (!document.ok) throw new Error(document.failure.code);
  return document.value.blocks.find(({ block }) => block.picture)?.block.picture;
}

test('a page that Google Docs saved is read out of its archive, with its pictures and marks', async () => {
  const png = makePng(60, 40);
  const shelf = new PictureShelf();
  const bytes = await zip({
    'Плотина.html': GOOGLE(IMAGE('images/image1.png')),
    'images/image1.png': png,
    '__MACOSX/._Плотина.html': 'x',
  });
  const document = await read(bytes, shelf);
  if (!document.ok) throw new Error(document.failure.code);
  const { blocks, notices, ...told } = document.value;
  expect(told).toMatchObject({ fileName: 'Плотина.zip', format: 'html', language: 'ru' });
  expect(told).not.toHaveProperty('isKept');
  expect(blocks.map(({ block: { role, text } }) => [role, text])).toEqual([
    ['title', 'Плотина'],
    ['paragraph', LONG],
    ['picture', 'Плотина зимой'],
  ]);
  expect(blocks[1]?.block.marks).toEqual([{ type: 'strong', start: 0, end: LONG.length }]);
  expect([...shelf.bytes.values()].map((each) => Buffer.from(each))).toEqual([png]);
  expect(notices).toEqual([]);
});

test('of pages in folders the outermost is the article; of several beside each other none is chosen', async () => {
  const page = GOOGLE(IMAGE('../images/a.png'));
  const nested = await zip({ 'b/a.html': page, 'b/c/frame.html': '<p>x', 'images/a.png': makePng(50, 40) });
  expect(await pictureOf(nested)).toMatchObject({ width: 50, kind: 'png' });
  expect(await read(await zip({ 'a.html': page, 'b.htm': page }))).toEqual({
    ok: false,
    failure: { code: 'fileSeveralPages', params: { file: 'Плотина.zip', count: 2 } },
  });
  expect(await read(await zip({ 'photo.jpg': 'x' }))).toEqual({
    ok: false,
    failure: { code: 'fileArchive', params: { file: 'Плотина.zip' } },
  });
});

test('a picture that leads out of the archive, is none, or unpacks to too much is only named', async () => {
  const away = { hash: null, kind: null };
  for (const address of [
    '../../etc/passwd',
    '/etc/passwd',
    'file:///etc/hostname',
    '..\\..\\etc\\hostname',
    'hostname',
  ])
    expect(await pictureOf(await zip({ 'a.html': GOOGLE(IMAGE(address)) }))).toMatchObject(away);
  const text = await zip({ 'a.html': GOOGLE(IMAGE('b.png')), 'b.png': 'no picture' });
  expect(await pictureOf(text)).toMatchObject(away);
  const large = await zip({
    'a.html': GOOGLE(IMAGE('b.png')),
    'b.png': Buffer.concat([makePng(50, 40), Buffer.alloc(21 * 2 ** 20)]),
  });
  expect(await pictureOf(large)).toMatchObject(away);
});

test.each<[string, readonly ZipEntry[]]>([
  ['climb out of the folder', [{ name: '../../evil.sh', data: 'x' }]],
  ['climb out with backslashes', [{ name: '..\\..\\evil.bat', data: 'x' }]],
  ['are there twice', [{ name: 'a.html', data: 'x' }]],
])('an archive with names that %s is not opened', async (_, more) => {
  expect(await read(zipOf([{ name: 'a.html', data: GOOGLE('') }, ...more]))).toMatchObject({
    ok: false,
    failure: { code: 'fileUnsafe' },
  });
});

test('names with backslashes, as some Windows programs write them, are folders as well', async () => {
  const bytes = zipOf([
    { name: 'a.html', data: GOOGLE(IMAGE('images/b.png')) },
    { name: 'images\\b.png', data: makePng(50, 40) },
  ]);
  expect(await pictureOf(bytes)).toMatchObject({ width: 50 });
});

test('a page that unpacks to a flood is not', async () => {
  expect(
    await read(
      zipOf([{ name: 'a.html', data: '', packed: packRepeated('<p>', 'а ', 30 * 2 ** 20, '</p>') }]),
    ),
  ).toMatchObject({
    ok: false,
    failure: { code: 'fileUnpacksTooLarge', params: { limit: 20 } },
  });
});
