import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { findOffice } from '../../main/import/office/find-office';
import { LANGUAGES, type Language } from '../../shared/model/language';
import type { Role } from '../../shared/model/paragraph';
import { makeDocx, p, styled } from '../unit/main/import/docx/make-docx';
import { makeXlsx, textRow } from '../unit/main/import/sheets/make-xlsx';
import {
  articlePath,
  chooseInMenu,
  openedProject,
  openedTexts,
  readArticle,
  threeOf,
  writeArticle,
  writeProject,
} from './documents';
import { cell, chooseCell, chooseInDialogs, dropFiles, expect, row, stopReading, test } from './triptych';

test.describe('Importing', () => {
  test('takes a Word file, a saved page and Markdown with their roles, marks and what was unticked', async ({
    start,
    home,
  }) => {
    const files = {
      ru: join(home, 'абрикос.docx'),
      ky: join(home, 'өрүк.html'),
      en: articlePath('en'),
    };
    writeFileSync(files.ru, await writeArticle('ru', 'docx'));
    writeFileSync(files.ky, await savedPage('ky'));
    const { page, app } = await start();
    await chooseInDialogs(app, [files.ky, files.en, files.ru]);
    await page.getByRole('button', { name: /Drop one to three files/ }).click();
    const columns = page.getByTestId('import-column');
    await expect(columns).toHaveCount(3);
    for (const [i, language] of (['ky', 'en', 'ru'] as const).entries()) {
      await expect(columns.nth(i).getByRole('combobox')).toHaveValue(language);
    }
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue(
      'The Apricot Road Is Getting Longer',
    );

    const create = page.getByTestId('import-create');
    await columns.nth(0).getByRole('combobox').selectOption('ru');
    await expect(page.getByRole('alert')).toHaveText(/Two texts have the same language/);
    await expect(create).toBeDisabled();
    await columns.nth(0).getByRole('combobox').selectOption('');
    await expect(page.getByRole('alert')).toHaveText('Choose the language of every text.');
    await columns.nth(0).getByRole('combobox').selectOption('ky');
    await expect(page.getByRole('alert')).toHaveCount(0);

    const advert = block(columns.nth(0), 'Бизге жазылыңыз');
    await expect(advert).not.toBeChecked();
    await advert.check();
    await block(columns.nth(1), 'A certificate is valid').uncheck();
    await create.click();
    await expect(page.getByTestId('position')).toBeVisible();
    expect(await openedTexts(page, 'ky')).toContain('Бизге жазылыңыз');
    expect((await openedTexts(page, 'ky')).filter((text) => text.includes('Башкы бет'))).toEqual([]);
    const english = (await readArticle('en')).blocks.map((each) => each.block.text);
    expect(await openedTexts(page, 'en')).toEqual(
      english.filter((text) => !text.startsWith('A certificate is valid')),
    );
    expect(await openedTexts(page, 'ru')).toEqual(
      (await readArticle('ru')).blocks.map((each) => each.block.text),
    );

    for (const language of LANGUAGES) {
      await expectRoles(page, language);
      const marked = await show(page, language, 'paragraph', 'Кара-Бел', 'Kara-Bel');
      await expect(marked.locator('strong')).toHaveText(/Кара-Бел|Kara-Bel/);
      await expect(marked.locator('em')).toHaveText(/1[ ,]?200 ton|1200 тонн/);
      await expect(marked.locator('.link')).toHaveAttribute(
        'data-href',
        `https://example.org/district?year=2024&lang=${language}`,
      );
      await expect(marked.locator('.footnote-reference')).toHaveText('1');
      const area = await show(page, language, 'paragraph', '340', '340');
      await expect(area.locator('sup')).toHaveText('2');
    }
  });

  test('takes all versions from the columns of one table, and its lines as rows', async ({ start, home }) => {
    const file = join(home, 'цены.xlsx');
    const lines = [
      ['№', 'Русский', 'Кыргызча', 'English', 'Было'],
      ['1', 'Хлеб подорожал', 'Нан кымбаттады', 'Bread is dearer', ''],
      [
        '2',
        'В Оше он стоит 35 сомов, и так на всех рынках.',
        'Ошто ал 35 сом турат жана бардык базарларда ошондой.',
        'In Osh it costs 35 soms, and so it does in all the markets.',
        'В Оше он стоил 30 сомов.',
      ],
      ['3', 'Власти обещают помощь.', '', 'The authorities promise to help.', ''],
    ];
    const sheets = [
      { name: 'Заметки', rows: textRow(['Позвонить в Ош и спросить о ценах на хлеб.']) },
      { name: 'Тексты', rows: lines.map(textRow).join('') },
    ];
    writeFileSync(file, await makeXlsx({ sheets }));
    const { page, app } = await start();
    await chooseInDialogs(app, [file]);
    await chooseInMenu(app, 'import');
    const table = page.getByTestId('import-table');
    const chosen = (language: Language) => table.getByTestId(`import-column-${language}`);
    const columns = page.getByTestId('import-column');
    await expect(table.getByRole('combobox', { name: 'Sheet' })).toHaveValue('1');
    for (const [language, column] of [
      ['ru', 'B · Русский'],
      ['ky', 'C · Кыргызча'],
      ['en', 'D · English'],
    ] as const)
      await expect(chosen(language).locator('option:checked')).toHaveText(column);
    await expect(columns).toHaveCount(3);
    await expect(columns.nth(1)).toContainText('2 of 2 paragraphs');
    // The sheet with the notes has no more than one version.
    await table.getByRole('combobox', { name: 'Sheet' }).selectOption('Заметки');
    await expect(columns).toHaveCount(1);
    await table.getByRole('combobox', { name: 'Sheet' }).selectOption('Тексты');
    await expect(columns).toHaveCount(3);
    // A column that another version has is exchanged for its own, and one can be left without.
    await chosen('ky').selectOption('D · English');
    await expect(chosen('en').locator('option:checked')).toHaveText('C · Кыргызча');
    await chosen('ky').selectOption('none');
    await expect(columns).toHaveCount(2);
    await chosen('ky').selectOption('C · Кыргызча');
    await chosen('en').selectOption('D · English');
    await expect(columns).toHaveCount(3);
    await block(columns.nth(0), 'Власти обещают').uncheck();
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toHaveText('Row 1 of 3');
    await expect(cell(page, 2, 'ky')).toContainText('Ошто ал 35 сом');
    await expect(cell(page, 3, 'ru')).toContainText('No paragraph here');
    await expect(cell(page, 3, 'en')).toHaveText('The authorities promise to help.');
    await expect(row(page, 2).locator('.mark.confirmed')).toBeVisible();
    const { title, origins } = await openedProject(page);
    expect([title, origins.ky?.format]).toEqual(['Bread is dearer', 'xlsx']);
  });

  test('takes the versions from the columns of a table in a Word file, or the file as one text', async ({
    start,
    home,
  }) => {
    const file = join(home, 'перевод.docx');
    const inCell = (...texts: readonly string[]) => `<w:tc>${texts.join('')}</w:tc>`;
    const lines = [
      [p('Русский'), p('Кыргызча')],
      [p('Рынки', styled('H2')), p('Базарлар', styled('H2'))],
      [
        p('В Оше хлеб стоит 35 сомов, и так на всех рынках.'),
        p('Ошто нан 35 сом турат жана бардык базарларда ошондой.'),
      ],
      [p('Власти обещают помощь.') + p('Когда, они не сказали.'), p('Бийлик жардам берем деди.')],
    ];
    const rows = lines.map((line) => `<w:tr>${line.map((each) => inCell(each)).join('')}</w:tr>`);
    const body = `${p('Перевод от 3 мая')}<w:tbl>${rows.join('')}</w:tbl>`;
    const styles = '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>';
    writeFileSync(file, await makeDocx({ body, styles }));
    const { page, app } = await start();
    await chooseInDialogs(app, [file]);
    await chooseInMenu(app, 'import');
    const table = page.getByTestId('import-table');
    const columns = page.getByTestId('import-column');
    await expect(columns).toHaveCount(2);
    await expect(table.getByTestId('import-column-ky').locator('option:checked')).toHaveText('2 · Кыргызча');
    // The head of the columns and the line above the table are in none of them, and that is said.
    await expect(table).toContainText('3 paragraphs');
    const asColumns = table.getByRole('checkbox');
    await asColumns.uncheck();
    await expect(columns).toHaveCount(1);
    await expect(block(columns.nth(0), 'Перевод от 3 мая')).toBeChecked();
    await asColumns.check();
    await expect(columns).toHaveCount(2);
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toContainText('Row 1 of');
    await expect(cell(page, 1, 'ru').locator('[data-role="heading2"]')).toHaveText('Рынки');
    await expect(cell(page, 1, 'ky').locator('[data-role="heading2"]')).toHaveText('Базарлар');
    await expect(cell(page, 2, 'ky')).toContainText('Ошто нан 35 сом');
    await expect(row(page, 2).locator('.mark.confirmed')).toBeVisible();
    await expect(cell(page, 2, 'en')).toContainText('No paragraph here');
    const { origins } = await openedProject(page);
    expect([origins.ru?.format, origins.ky?.fileName, origins.en]).toEqual(['docx', 'перевод.docx', null]);
  });

  test('reads plain text in the encodings of old files', async ({ start, home }) => {
    const plain = async (language: Language) =>
      // The old encodings have neither these quotation marks nor dashes.
      Buffer.from(await writeArticle(language, 'txt'))
        .toString()
        .replace(/[«»“”]/g, '"')
        .replace(/—/g, '-');
    const russian = await plain('ru');
    const files = {
      'koi8-r': iconv.encode(russian, 'koi8-r'),
      'windows-1251': iconv.encode(russian, 'windows-1251'),
      'utf-16le': iconv.encode(await plain('ky'), 'utf-16le', { addBOM: true }),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(home, `${name}.txt`), bytes);
    const { page, app } = await start();
    await chooseInDialogs(
      app,
      Object.keys(files).map((name) => join(home, `${name}.txt`)),
    );
    await chooseInMenu(app, 'import');
    for (const [i, name] of Object.keys(files).entries()) {
      const column = page.getByTestId('import-column').nth(i);
      await expect(column.locator('header')).toContainText(`${name}.txt`);
      await expect(column.locator('small')).toContainText(name);
      const expected =
        name === 'utf-16le' ? 'Өрүк жолу барган сайын узарууда' : 'Абрикосовая дорога становится';
      await expect(column.locator('.block-text').first()).toContainText(expected);
    }
    // Russian twice: the second is left for the person to say, and is left out here.
    await expect(page.getByTestId('import-column').nth(1).getByRole('combobox')).not.toHaveValue('ru');
    await page
      .getByTestId('import-column')
      .nth(1)
      .getByRole('button', { name: 'Leave this text out' })
      .click();
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('head-ru')).toContainText(/\d words/);
    await expect(page.getByTestId('head-en')).toContainText('No text yet');
    expect((await openedProject(page)).origins).toMatchObject({
      ru: { encoding: 'koi8-r' },
      ky: { encoding: 'utf-16le' },
      en: null,
    });
  });

  test('takes files dropped on the window: texts to import, a project to open', async ({ start, home }) => {
    const project = join(home, 'dropped.triptych');
    writeProject(project, 'Dropped', [threeOf(1)]);
    const { page, app } = await start();
    // What main has read and a page left behind is gone with it.
    const pasted = await page.evaluate(() =>
      window.triptych.request('import/paste', { text: 'Water.', html: null }),
    );
    if (!pasted.ok) throw new Error(pasted.failure.code);
    const chosen = { id: pasted.value.id, turned: [], column: null };
    await page.reload();
    await page.locator('html[data-ready="true"]').waitFor();
    const created = await page.evaluate(
      (en) =>
        window.triptych.request('import/create', { title: 'Water', versions: { ru: null, ky: null, en } }),
      chosen,
    );
    expect(created).toMatchObject({ ok: false, failure: { code: 'documentForgotten' } });

    const place = page.getByText('Drop one to three files here');
    await dropFiles(place, [articlePath('en'), articlePath('ru')]);
    await expect(page.getByTestId('import-column')).toHaveCount(2);
    await expect(page.getByTestId('import-column').nth(1).getByRole('combobox')).toHaveValue('ru');
    // Who leaves the dialog has main forget what it has read.
    await app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('import/forget');
      ipcMain.handle('import/forget', (_event, { ids }: { ids: readonly string[] }) => {
        Object.assign(globalThis, { forgotten: ids.length });
        return null;
      });
    });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => app.evaluate(() => (globalThis as { forgotten?: number }).forgotten)).toBe(2);

    await dropFiles(place, [project]);
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Dropped');

    // A picture alone is told of; a text the project has already is offered as a newer draft of it first.
    const open = cell(page, 1, 'ru');
    const picture = join(home, 'dam.jpg');
    writeFileSync(picture, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    await dropFiles(open, [picture]);
    await expect(page.getByRole('dialog')).toContainText(
      '“dam.jpg” is a picture. Pictures come in with the text',
    );
    await page.keyboard.press('Escape');
    await dropFiles(open, [articlePath('ru')]);
    await page.getByRole('button', { name: 'Bring in as a newer draft of the Russian' }).click();
    await expect(page.getByRole('dialog')).toContainText('Russian, a newer draft: apricot.ru.md');
    await page.keyboard.press('Escape');
    // What is written of a flag is kept when the window closes in the middle of it.
    await chooseCell(page, 1, 'en');
    await page.keyboard.press('f');
    await page.getByTestId('flag-note').fill('Which canal?');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await app.waitForEvent('close');
    const again = await start(project);
    await again.page.getByRole('tab', { name: 'Flags' }).click();
    await expect(again.page.locator('.inspector')).toContainText('Which canal?');
  });

  test('takes pasted text, begins with one version, has the second written and the third added', async ({
    start,
  }) => {
    const { page, app } = await start();
    await copy(
      page,
      'div',
      '<h1>Вода и люди</h1><p>Первый абзац о <b>воде</b> и о людях, которые <i>давно</i> её ждут.</p>',
    );
    await page.getByRole('button', { name: 'Paste a text…' }).click();
    await expect(page.getByTestId('paste-read')).toBeDisabled();
    await page.keyboard.press('Control+v');
    await page.getByTestId('paste-read').click();
    const column = page.getByTestId('import-column');
    await expect(column.locator('header')).toContainText('Pasted text');
    await expect(column.locator('.role')).toHaveText(['Title', 'Paragraph']);
    await column.getByRole('combobox').selectOption('ru');
    await page.getByTestId('import-create').click();
    await expect(cell(page, 2, 'ru').locator('strong')).toHaveText('воде');
    await expect(cell(page, 2, 'ru').locator('em')).toHaveText('давно');

    await expect(page.getByTestId('head-ky')).toContainText('No text yet');
    await expect(page.getByTestId('head-en')).toContainText('No text yet');
    await expect(page.locator('.cell.gap')).toHaveCount(4);
    await page.getByTestId('empty-ky').getByRole('button', { name: 'Write it' }).click();
    await expect(page.getByTestId('editor')).toBeVisible();
    await page.keyboard.insertText('Суу жана адамдар');
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('head-ky')).toContainText('3 words');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    // A paragraph begun and never written is none.
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('editor')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cell(page, 2, 'ky')).toHaveClass(/gap/);

    await copy(page, 'textarea', 'Water and people\n\nFirst paragraph about water and people.');
    await chooseInMenu(app, 'paste');
    await page.keyboard.press('Control+v');
    await page.getByTestId('paste-read').click();
    await column.getByRole('combobox').selectOption('en');
    await page.getByRole('button', { name: 'Add to this project' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cell(page, 1, 'en')).toHaveText('Water and people');
    expect(await openedTexts(page, 'en')).toHaveLength(2);
    await expect(cell(page, 1, 'ky')).toContainText('Суу жана адамдар');
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('head-en')).toContainText('No text yet');
  });

  test('names each file that cannot be read and why, and takes the good one beside them', async ({
    start,
    home,
  }) => {
    const files: Record<string, Uint8Array> = {
      'empty.docx': Buffer.alloc(0),
      'photo.docx': Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1'),
      'bomb.docx': await bomb(),
      'climber.docx': await makeDocx({ body: p('a'), raw: { '../../climbed.txt': 'a' } }),
      'laughs.docx': await makeDocx({ body: '', raw: { 'word/document.xml': BILLION_LAUGHS } }),
      'cut.docx': (await writeArticle('ru', 'docx')).subarray(0, 3000),
      'deep.html': Buffer.from('<div>'.repeat(20_000)),
      'script.html': await savedPage('ky'),
      'huge.txt': Buffer.from('a'),
    };
    mkdirSync(join(home, 'in'));
    const place = (name: string) => join(home, 'in', name);
    for (const [name, bytes] of Object.entries(files)) writeFileSync(place(name), bytes);
    truncateSync(place('huge.txt'), 51 * 2 ** 20);
    const english =
      '{\\rtf1\\ansi The {\\b apricot} road \\u8212? longer and longer, and no water in the village.\\par}';
    writeFileSync(place('old.rtf'), english);
    const { page, app } = await start();
    await chooseInDialogs(app, [
      ...[...Object.keys(files), 'old.rtf', 'gone.txt'].map(place),
      articlePath('ru'),
    ]);
    await chooseInMenu(app, 'import');
    const office = findOffice();
    const causes = {
      ...(office ? {} : { 'old.rtf': 'Install LibreOffice' }),
      'empty.docx': 'is empty',
      'photo.docx': 'is a picture',
      'bomb.docx': 'unpacks to more than 200 MB',
      'climber.docx': 'is built in a way that could do harm',
      'laughs.docx': 'is built in a way that could do harm',
      'cut.docx': 'is damaged',
      'deep.html': 'is nested too deeply',
      'huge.txt': 'is larger than 50 MB',
      'gone.txt': 'is no longer there',
    };
    const alerts = page.getByRole('dialog').getByRole('alert');
    await expect(alerts).toHaveCount(Object.keys(causes).length);
    for (const [name, cause] of Object.entries(causes)) {
      await expect(alerts.filter({ hasText: `“${name}”` })).toContainText(cause);
    }
    const columns = page.getByTestId('import-column');
    await expect(columns).toHaveCount(office ? 3 : 2);
    if (office) await expect(columns.filter({ hasText: 'old.rtf' })).toContainText('Read with LibreOffice');
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('head-ru')).toContainText(/\d words/);
    await expect(cell(page, 1, 'ky')).toContainText('Өрүк жолу');
    if (office) expect((await openedTexts(page, 'en')).join('\n')).toContain('The apricot road — longer');
    expect(await page.evaluate(() => 'canary' in window)).toBe(false);
    expect(await page.locator('script:not([src]), img, iframe, [onerror], [onclick]').count()).toBe(0);
  });

  test('leaves the window free during long work, and stops it when asked', async ({ start, home }) => {
    const files = (['ru', 'en'] as const).map((language) => join(home, `${language}.txt`));
    const words = ['Вода в деревне появится не раньше весны', 'There will be no water in the village before'];
    for (const [i, path] of files.entries()) {
      const lines = Array.from({ length: 20_000 }, (_, n) => `${words[i]} ${(n * 7919) % 1000}.`);
      writeFileSync(path, lines.join('\n\n'));
    }
    const { page, app } = await start();
    await chooseInDialogs(app, [...files, ...files, ...files, ...files]);
    await chooseInMenu(app, 'import');
    await stopReading(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByTestId('failure')).toHaveCount(0);

    await chooseInDialogs(app, files);
    await chooseInMenu(app, 'import');
    await page.getByTestId('import-create').click();
    const bar = page.locator('.job-bar');
    await expect(bar).toContainText('Aligning the versions…');
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await expect(bar).toHaveCount(0);
    // Back to where the person was: the texts are still there to try again.
    await expect(page.getByTestId('import-create')).toBeEnabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByTestId('start')).toBeVisible();
    await expect(page.getByTestId('failure')).toHaveCount(0);
  });
});

/** Copies text from an element of the page as from a program beside: formatted from a div, plain from a field. */
async function copy(page: Page, tag: 'div' | 'textarea', content: string): Promise<void> {
  await page.evaluate(
    ([name, inside]) => {
      const source = document.createElement(name);
      source.innerHTML = inside;
      document.body.append(source);
      if (source instanceof HTMLTextAreaElement) source.select();
      else document.getSelection()?.selectAllChildren(source);
      document.execCommand('copy');
      source.remove();
    },
    [tag, content] as const,
  );
}

const ROLES: readonly (readonly [Role, string])[] = [
  ['title', ''],
  ['quotation', ''],
  ['caption', ''],
  ['heading2', ''],
  ['listItem', '3.'],
  ['tableCell', ''],
  ['footnote', '1'],
];

async function expectRoles(page: Page, language: Language): Promise<void> {
  for (const [role, label] of ROLES) {
    const paragraph = await show(page, language, role, '', '', label);
    await expect(paragraph.first()).toBeVisible();
    if (label !== '') await expect(paragraph.locator('.label')).toHaveText(label);
  }
}

/** A paragraph of this role that has one of the texts, brought in sight by the map of the article. */
async function show(
  page: Page,
  language: Language,
  role: Role,
  cyrillic: string,
  latin: string,
  label = '',
): Promise<Locator> {
  const wanted = language === 'en' ? latin : cyrillic;
  const { rows } = await openedProject(page);
  const index = rows.findIndex(({ cells }) =>
    cells[language].paragraphs.some(
      (each) => each.role === role && each.text.includes(wanted) && (label === '' || each.label === label),
    ),
  );
  await page.locator('.row-map i').nth(index).dispatchEvent('click');
  return row(page, index + 1)
    .getByTestId(`cell-${language}`)
    .locator(`[data-role="${role}"]`, { hasText: wanted });
}

function block(column: Locator, text: string): Locator {
  return column.getByRole('listitem').filter({ hasText: text }).getByRole('checkbox');
}

/** The article as a browser saves it: menus around it, advertising in it, and a script in every corner. */
async function savedPage(language: Language): Promise<Uint8Array> {
  const written = Buffer.from(await writeArticle(language, 'html')).toString();
  const article = /<main>([^]*)<\/main>/.exec(written)?.[1] ?? '';
  return Buffer.from(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Сайт</title>
<script>window.canary = true</script></head>
<body onload="window.canary = true">
<nav><ul><li><a href="https://example.org/">Башкы бет</a></li></ul></nav>
<article>${article}
<p>Бизге жазылыңыз</p>
<img src="nowhere.png" onerror="window.canary = true">
<p onclick="window.canary = true"><a href="javascript:window.canary = true">Шилтеме</a> бар кыска абзац.</p>
</article>
<iframe src="https://example.org/"></iframe>
</body></html>`);
}

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${'bcdefghij'.charAt(i)} "${`&${'abcdefghi'.charAt(i)};`.repeat(10)}">`,
).join(
  '',
)}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;

/** A small file that unpacks to 220 MB. */
async function bomb(): Promise<Uint8Array> {
  const zip = new JSZip();
  const zeros = new Uint8Array(20 * 2 ** 20);
  for (let i = 0; i < 11; i += 1) zip.file(`word/media/${i}.bmp`, zeros);
  zip.file('word/document.xml', '<document/>');
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}
