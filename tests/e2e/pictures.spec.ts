import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { writeVersion } from '../../main/export/write-version';
import { describePicture } from '../../main/import/pictures/describe-picture';
import { PictureShelf } from '../../main/import/pictures/picture-shelf';
import { readDocument } from '../../main/import/read-document';
import { plainBlock, type Block } from '../../shared/model/paragraph';
import { LANGUAGES, type Language } from '../../shared/model/language';
import { makePng } from '../fixtures/make-picture';
import { makeOdt, paragraph } from '../unit/main/import/odt/make-odt';
import { openedProject } from './documents';
import { cell, chooseCell, chooseInDialogs, dropFiles, expect, row, test } from './triptych';

const DAM = makePng(240, 160, 0x336699);
const MAP = makePng(120, 160, 0xcc6633);

const WORDS: Readonly<Record<Language, readonly [string, string, string]>> = {
  ru: [
    'Плотина на Нарыне закрыта',
    'Плотину закрыли на ремонт в марте 2024 года, сообщил министр энергетики.',
    'Работы продлятся шесть месяцев и обойдутся в 12 миллионов сомов.',
  ],
  ky: [
    'Нарындагы тосмо жабылды',
    'Тосмо 2024-жылдын март айында оңдоого жабылды, деди энергетика министри.',
    'Иштер алты айга созулат жана 12 миллион сомго түшөт.',
  ],
  en: [
    'The Naryn dam is closed',
    'The dam was closed for repairs in March 2024, the energy minister said.',
    'The works will last six months and cost 12 million soms.',
  ],
};

/** A Word file of a version with two pictures; the English one lacks the second. */
async function writeDocument(language: Language): Promise<Uint8Array> {
  const shelf = new PictureShelf();
  const picture = (bytes: Uint8Array, text: string): Block => ({
    ...plainBlock(text, 'picture'),
    picture: shelf.put(bytes, 'a.png'),
  });
  const [title, first, last] = WORDS[language];
  const blocks = [
    plainBlock(title, 'title'),
    plainBlock(first),
    picture(DAM, language === 'ru' ? 'Плотина' : ''),
    plainBlock(last),
    ...(language === 'en' ? [] : [picture(MAP, '')]),
  ];
  const pictures = { folder: '', bytesOf: (hash: string) => shelf.bytes.get(hash) ?? null };
  return writeVersion({ language, title, blocks, remarks: [], pictures }, 'docx');
}

test('pictures of three Word files stand in rows, are described, taken over and exported', async ({
  start,
  home,
}) => {
  const paths = LANGUAGES.map((language) => join(home, `dam.${language}.docx`));
  for (const [n, language] of LANGUAGES.entries())
    writeFileSync(paths[n] ?? '', await writeDocument(language));
  const { page, app } = await start();
  await chooseInDialogs(app, paths);
  await page.getByRole('button', { name: /Drop one to three files/ }).click();
  await expect(page.getByTestId('import-column')).toHaveCount(3);
  // A picture without a description is a line as any other: what it is called stands beside what it is.
  const line = page.getByTestId('import-column').nth(1).getByRole('listitem').nth(2);
  const named = await line.locator('.block-text').boundingBox();
  const [top, right] = await line.locator('.role').evaluate((role) => {
    const box = role.getBoundingClientRect();
    return [box.top, box.right];
  });
  expect(Math.abs((named?.y ?? NaN) - (top ?? NaN))).toBeLessThan(4);
  expect(named?.x).toBeGreaterThan(right ?? NaN);
  await page.getByTestId('import-create').click();
  await expect(page.getByTestId('position')).toBeVisible();

  // The same picture stands in one row, and is really painted.
  const thumb = (number: number, language: Language) => cell(page, number, language).getByTestId('picture');
  for (const language of LANGUAGES) await expect(thumb(3, language)).toBeVisible();
  const painted = (number: number, language: Language) =>
    thumb(number, language)
      .locator('img')
      .evaluate((image) => (image instanceof HTMLImageElement && image.complete ? image.naturalWidth : 0));
  await expect.poll(() => painted(3, 'ky')).toBe(240);
  await expect(thumb(3, 'ru').locator('img')).toHaveAttribute('alt', 'Плотина');
  await expect(cell(page, 5, 'en')).toContainText('No picture here');

  // Described by mouse and keys; what is deleted whole leaves the picture where it is.
  const hint = 'Describe the picture for people who do not see it…';
  await cell(page, 3, 'ky').getByText(hint).click();
  const editor = page.getByTestId('editor');
  await expect(editor).toHaveAttribute('data-hint', hint);
  await page.keyboard.type('Тосмонун көрүнүшү');
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, 'ky').getByTestId('editor')).toBeVisible();
  await expect(cell(page, 3, 'ky').locator('.text')).toHaveText('Тосмонун көрүнүшү');
  await page.keyboard.press('Escape');
  await chooseCell(page, 3, 'ru');
  await page.keyboard.press('Enter');
  await expect(cell(page, 3, 'ru').getByTestId('editor')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(cell(page, 3, 'ru').getByText(hint)).toBeVisible();
  await expect(thumb(3, 'ru')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 3, 'ru').locator('.text')).toHaveText('Плотина');

  // Larger by key and by mouse; Escape closes it and gives the row back.
  await page.keyboard.press('v');
  const large = page.getByRole('dialog');
  await expect(large.getByRole('img', { name: 'Плотина' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await expect(cell(page, 3, 'ru')).toHaveAttribute('aria-selected', 'true');
  await thumb(3, 'ky').click();
  await expect(large).toContainText('Тосмонун көрүнүшү');
  await large.getByRole('button', { name: 'Close' }).click();
  await expect(large).toBeHidden();

  // Taken over, and taken back and forth.
  await cell(page, 5, 'en').getByRole('button', { name: 'Take the picture over from Russian' }).click();
  await expect(thumb(5, 'en')).toBeVisible();
  await expect(cell(page, 5, 'en').getByTestId('editor')).toBeVisible();
  await page.keyboard.type('A map of the works');
  await page.keyboard.press('Escape');
  await expect(cell(page, 5, 'en').locator('.text')).toHaveText('A map of the works');
  const { rows } = await openedProject(page);
  const hashes = LANGUAGES.map((language) => rows[4]?.cells[language].paragraphs[0]?.picture?.hash);
  expect(new Set(hashes).size).toBe(1);
  await expect(row(page, 5).getByTestId('picture')).toHaveCount(3);

  // What leaves them out says so before.
  await page.getByTestId('export').click();
  await page.getByRole('radiogroup').getByText('Plain text', { exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Pictures are left out of this format: 6.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  for (const [format, label] of [
    ['docx', 'Word'],
    ['html', 'Web page'],
  ] as const) {
    const folder = join(home, format);
    await mkdir(folder);
    await chooseInDialogs(app, [folder]);
    await page.getByTestId('export').click();
    await page.getByRole('radiogroup').getByText(label, { exact: true }).click();
    await page.getByTestId('export-write').click();
    await expect(page.getByTestId('news')).toContainText(`Exported 3 versions: ${folder}`);
    const names = readdirSync(folder);
    for (const language of LANGUAGES) {
      const name = names.find((each) => each.endsWith(`.${language}.${format}`)) ?? '';
      const bytes = readFileSync(join(folder, name));
      const shelf = new PictureShelf();
      const read = await readDocument({ fileName: name, bytes, folder }, shelf);
      if (!read.ok) throw new Error(read.failure.code);
      const pictures = read.value.blocks.flatMap(({ block }) => (block.picture ? [block] : []));
      const alternatives = {
        ru: ['Плотина', ''],
        ky: ['Тосмонун көрүнүшү', ''],
        en: ['', 'A map of the works'],
      };
      expect(pictures.map(({ text }) => text)).toEqual(alternatives[language]);
      expect([...shelf.bytes.values()].map((each) => Buffer.from(each))).toEqual([DAM, MAP]);
    }
    // Another program finds them there as well.
    const [ky = ''] = names.filter((each) => each.endsWith(`.ky.${format}`));
    expect(await picturesFoundByOffice(join(folder, ky), home)).toEqual([
      { size: '240x160', alternative: 'Тосмонун көрүнүшү' },
      { size: '120x160', alternative: '' },
    ]);
  }
});

test('says that an OpenDocument original has no room for a picture that was taken over', async ({
  start,
  home,
}) => {
  writeFileSync(join(home, 'dam.png'), DAM);
  const [title, first, last] = WORDS.ru;
  writeFileSync(
    join(home, 'dam.odt'),
    makeOdt({ body: [title, first, last].map((each) => paragraph(each)).join('') }),
  );
  const [name, before, after] = WORDS.en;
  const body = `<h1>${name}</h1><p>${before}</p><p><img src="dam.png" alt="${name}"></p><p>${after}</p>`;
  writeFileSync(join(home, 'dam.html'), `<meta charset="utf-8"><article>${body}</article>`);
  const { page } = await start();
  await dropFiles(
    page.getByText('Drop one to three files here'),
    ['dam.odt', 'dam.html'].map((each) => join(home, each)),
  );
  await page.getByTestId('import-create').click();
  await expect(cell(page, 3, 'en').getByTestId('picture')).toBeVisible();
  await cell(page, 3, 'ru').getByRole('button', { name: 'Take the picture over from English' }).click();
  await expect(cell(page, 3, 'ru').getByTestId('picture')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('export').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('As the original').click();
  await expect(dialog).toContainText('Pictures are left out of this format: 1.');
  await dialog.getByRole('checkbox', { name: 'Russian' }).uncheck();
  await expect(dialog).not.toContainText('Pictures are left out');
});

test('pages dropped on the window bring the pictures that lie beside them, and one that does not is taken over', async ({
  start,
  home,
}) => {
  const paths = LANGUAGES.map((language) => join(home, `dam.${language}.html`));
  writeFileSync(join(home, 'dam.png'), DAM);
  for (const [n, language] of LANGUAGES.entries()) {
    const [title, first, last] = WORDS[language];
    const image = `<img src="${language === 'en' ? 'gone.png' : 'dam.png'}" alt="${title}">`;
    const body = `<h1>${title}</h1><p>${first}</p><p>${image}</p><p>${last}</p>`;
    writeFileSync(paths[n] ?? '', `<meta charset="utf-8"><article>${body}</article>`);
  }
  const { page } = await start();
  await dropFiles(page.getByText('Drop one to three files here'), paths);
  await expect(page.getByTestId('import-column')).toHaveCount(3);
  await page.getByTestId('import-create').click();
  await expect(cell(page, 3, 'ru').getByTestId('picture')).toBeVisible();
  await expect(cell(page, 3, 'ky').getByTestId('picture')).toBeVisible();
  const english = cell(page, 3, 'en');
  await expect(english).toContainText('gone.png');
  await english.getByRole('button', { name: 'Take the picture over from Russian' }).click();
  await expect(english.getByTestId('picture')).toBeVisible();
  await expect(english.locator('.text')).toHaveText(WORDS.en[0]);
  await page.keyboard.press('Control+z');
  await expect(english).toContainText('gone.png');
});

/** What LibreOffice finds of pictures in a file, without a network: their sizes and alternative texts. */
async function picturesFoundByOffice(file: string, home: string) {
  const out = join(home, 'office');
  const profile = `-env:UserInstallation=file://${join(home, 'office-profile')}`;
  const filter = file.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : [];
  const asked = [profile, ...filter, '--headless', '--convert-to', 'odt', '--outdir', out, file];
  execFileSync('soffice', asked, { stdio: 'ignore', timeout: 60_000 });
  const name = file.replace(/^.*\//, '').replace(/\.\w+$/, '.odt');
  const odt = await JSZip.loadAsync(readFileSync(join(out, name)));
  const content = (await odt.file('content.xml')?.async('string')) ?? '';
  const found: { readonly size: string; readonly alternative: string }[] = [];
  for (const [frame] of content.matchAll(/<draw:frame[^]*?<\/draw:frame>/g)) {
    const href = /<draw:image[^>]*xlink:href="([^"]*)"/.exec(frame)?.[1] ?? '';
    const inside = await odt.file(href)?.async('uint8array');
    // Seen from the document, which is a folder as it were.
    const beside = inside ?? readFileSync(join(out, name, decodeURIComponent(href)));
    const { width, height } = describePicture(beside) ?? { width: 0, height: 0 };
    const told = /<svg:(?:desc|title)>([^<]*)</.exec(frame)?.[1] ?? '';
    found.push({ size: `${width}x${height}`, alternative: told });
  }
  return found;
}
