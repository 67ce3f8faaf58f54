import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PictureShelf } from '../../../../main/import/pictures/picture-shelf';
import { readDocument } from '../../../../main/import/read-document';
import { makePng } from '../../../fixtures/make-picture';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'triptych-pictures-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const PNG = makePng(60, 40);

const LONG =
  'Плотину на Нарыне закрыли на ремонт, который продлится шесть месяцев и обойдётся в двенадцать миллионов сомов, сообщили в министерстве энергетики.';

async function read(fileName: string, text: string) {
  const shelf = new PictureShelf();
  const document = await readDocument({ fileName, bytes: Buffer.from(text), folder: home }, shelf);
  if (!document.ok) throw new Error(JSON.stringify(document.failure));
  const blocks = document.value.blocks.filter(({ included }) => included).map(({ block }) => block);
  const told = blocks.map(({ role, text: words, picture }) =>
    picture
      ? `${picture.hash ? 'kept' : 'not kept'} ${picture.address}|${words}`
      : `${role}|${words.slice(0, 12)}`,
  );
  return { told, blocks, shelf, notices: document.value.notices };
}

const page = (body: string) =>
  `<!doctype html><html><body><article><h1>Плотина закрыта</h1><p>${LONG}</p>${body}<p>${LONG} Ещё раз.</p></article></body></html>`;

test('pictures of a page are read from files beside it and from the page itself, with their captions', async () => {
  mkdirSync(join(home, 'page_files'));
  writeFileSync(join(home, 'page_files', 'dam 1.png'), PNG);
  const data = `data:image/png;base64,${Buffer.from(makePng(50, 50, 0xff0000)).toString('base64')}`;
  const { told, shelf, notices } = await read(
    'a.html',
    page(
      `<figure><img src="page_files/dam%201.png" alt="Плотина зимой" width="600"><figcaption>Фото: А. Иванов</figcaption></figure>` +
        `<p>Слова до <img src="${data}" alt="Красное"> и после картинки.</p>` +
        '<p><img src="https://example.org/far.jpg" alt="Далеко"></p>',
    ),
  );
  expect(told).toEqual([
    'title|Плотина закр',
    'paragraph|Плотину на Н',
    'kept page_files/dam%201.png|Плотина зимой',
    'caption|Фото: А. Ива',
    'paragraph|Слова до и п',
    'kept |Красное',
    'not kept https://example.org/far.jpg|Далеко',
    'paragraph|Плотину на Н',
  ]);
  expect(shelf.bytes.size).toBe(2);
  expect(notices).toContainEqual({ code: 'picturesElsewhere', count: 1 });
});

test('what is loaded late is named by where it lies; signs and dots are no pictures', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const { told } = await read(
    'a.html',
    page(
      `<p><img src="${dot}" data-src="a.jpg" alt="Поздно"></p>` +
        '<p><img src="/blank.gif" srcset="s.jpg 300w, l.jpg 1200w" alt="Из набора"></p>' +
        `<p><picture><source srcset="w.webp 1x"><img alt="Формы"></picture></p>` +
        `<p><img src="${dot}" alt=""><img src="icon.png" width="16" height="16"><img class="emoji" src="e.png" alt="🙂"></p>`,
    ),
  );
  expect(told.slice(2, -1)).toEqual([
    'not kept a.jpg|Поздно',
    'not kept l.jpg|Из набора',
    'not kept w.webp|Формы',
  ]);
});

test('no file is read that lies above the page, behind a link, or is no picture', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'triptych-outside-'));
  writeFileSync(join(outside, 'secret.png'), PNG);
  mkdirSync(join(home, 'sub'));
  symlinkSync(outside, join(home, 'linked'));
  symlinkSync(join(outside, 'secret.png'), join(home, 'link.png'));
  writeFileSync(join(home, 'words.png'), 'это не картинка');
  const addresses = [
    `../${outside.split('/').at(-1) ?? ''}/secret.png`,
    join(outside, 'secret.png'),
    `file://${outside}/secret.png`,
    'linked/secret.png',
    'link.png',
    'words.png',
    '%E0%A4%A',
    'javascript:alert(1)',
  ];
  const { told, shelf } = await read(
    'a.html',
    page(addresses.map((address) => `<p><img src="${address}" alt="А"></p>`).join('')),
  );
  expect(told.filter((line) => line.startsWith('not kept'))).toHaveLength(addresses.length);
  expect(told.filter((line) => line.includes('javascript'))).toEqual([]);
  expect(shelf.bytes.size).toBe(0);
  rmSync(outside, { recursive: true });
});

test('pictures of a Markdown text are read from files beside it; one without a file is a caption as before', async () => {
  writeFileSync(join(home, 'dam.png'), PNG);
  const { told } = await read(
    'a.md',
    '# Плотина\n\nСлова.\n\n![Плотина *зимой*](dam.png "Заглавие")\n\n![Подпись]()\n\nСлова ![В строке](https://example.org/x.png) дальше.\n\n| А | Б |\n| - | - |\n| ![В ячейке](dam.png) | В |\n',
  );
  expect(told).toEqual([
    'title|Плотина',
    'paragraph|Слова.',
    'kept dam.png|Плотина зимой',
    'caption|Подпись',
    'paragraph|Слова дальше',
    'not kept https://example.org/x.png|В строке',
    'tableCell|А',
    'tableCell|Б',
    'kept dam.png|В ячейке',
    'tableCell|В',
  ]);
});
