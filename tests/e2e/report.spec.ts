import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readDocx } from '../../main/import/docx/read-docx';
import { chooseInMenu, openedProject, threeOf, writeProject } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, test, type Triptych } from './triptych';

const HOSTILE =
  '<script>document.title = "gone"</script><img src="https://example.org/a.png" onerror="a()"> =1+1';

const LOSSES = {
  ru: ['Ждут репутационные потери.'],
  ky: ['Аброй жоготуу күтөт.'],
  en: ['It faces reparation losses.'],
};

/** A project of two rows; its path. */
function writeDam(home: string): string {
  const path = join(home, 'dam.triptych');
  writeProject(path, 'Плотина', [threeOf(1), LOSSES]);
  return path;
}

/** Flags a word of the English text and suggests another. */
async function flagOne(page: Page): Promise<void> {
  await chooseCell(page, 2, 'en');
  await markText(cell(page, 2, 'en').locator('.text'), 'reparation');
  await page.getByRole('button', { name: /Flag a problem/ }).click();
  await page.getByRole('radiogroup').getByText('Critical').click();
  await page.getByTestId('flag-fix-en').fill('reputation');
  await page.getByTestId('flag-note').fill(HOSTILE);
  await page.getByTestId('flag-keep').click();
  await expect(cell(page, 2, 'en').locator('.flagged')).toHaveText('reparation');
}

/** The dialog, asked for by its key. */
async function askForReport(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Review report' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Chooses a format and a language in the dialog, and saves. */
async function save({ app, page }: Triptych, format: string, language: string, path: string): Promise<void> {
  const dialog = await askForReport(page);
  await dialog.getByText(format, { exact: true }).click();
  await dialog.getByText(language, { exact: true }).click();
  await chooseInDialogs(app, [path]);
  await page.getByTestId('report-write').click();
  await expect(page.getByTestId('news')).toContainText(`Report saved: ${path}`);
  await expect(dialog).toHaveCount(0);
}

test.describe('The review report', () => {
  test('is saved as a page, a PDF, a Word file, a workbook and a table, each with the flag', async ({
    start,
    home,
  }) => {
    const triptych = await start(writeDam(home));
    await flagOne(triptych.page);

    const page = join(home, 'report.html');
    await save(triptych, 'Web page', 'Kyrgyz', page);
    await expect(triptych.page.getByRole('button', { name: 'Show the file' })).toBeVisible();
    const html = readFileSync(page, 'utf8');
    const [flag] = (await openedProject(triptych.page)).flags;
    for (const part of [
      ...['lang="ky"', 'Текшерүү боюнча отчёт', 'Плотина', flag?.author ?? '', '<mark>reparation</mark>'],
      ...['<del>reparation</del><ins>reputation</ins>', 'Ждут репутационные потери.', 'Аброй жоготуу күтөт.'],
      ...['id="categories"', 'id="places"', '<svg', '&lt;script&gt;', "default-src 'none'"],
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|<img/);

    const word = join(home, 'report.docx');
    await save(triptych, 'Word', 'English', word);
    const read = await readDocx(readFileSync(word), 'report.docx');
    const texts = read.ok ? read.value.blocks.map(({ block }) => block.text) : [];
    for (const text of ['Плотина', HOSTILE, 'It faces reparation losses.']) expect(texts).toContain(text);

    const table = join(home, 'report.csv');
    await save(triptych, 'CSV', 'English', table);
    expect(readFileSync(table, 'utf8')).toContain('It faces ⟦reparation⟧ losses.');
    const workbook = join(home, 'report.xlsx');
    await save(triptych, 'Excel', 'English', workbook);
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is printed as a tagged PDF in a window without scripts, which is gone afterwards', async ({
    start,
    home,
  }) => {
    const triptych = await start(writeDam(home));
    const { app } = triptych;
    await flagOne(triptych.page);
    // What is in its way is asked of the window itself, while it has the page.
    let heard = 0;
    const server = createServer((_request, response) => {
      heard += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await app.evaluate(({ app: electron }, address) => {
      electron.once('web-contents-created', (_event, contents) => {
        // Electron has the method and no type for it.
        const asked = contents as unknown as { getLastWebPreferences: () => unknown };
        contents.once('dom-ready', () => {
          const fetched = contents.session.fetch(address).then(
            () => 'answered',
            (error: unknown) => String(error),
          );
          Object.assign(globalThis, { printed: { preferences: asked.getLastWebPreferences(), fetched } });
        });
      });
    }, `http://127.0.0.1:${port}/`);

    const file = join(home, 'report.pdf');
    await save(triptych, 'PDF', 'Russian', file);
    const pdf = readFileSync(file).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    const at = pdf.indexOf('/Type /Catalog');
    const catalog = pdf.slice(at, pdf.indexOf('endobj', at));
    for (const part of [
      '/StructTreeRoot',
      '/Marked true',
      '/Outlines',
      '/Lang (ru)',
      '/DisplayDocTitle true',
    ])
      expect(catalog).toContain(part);
    // Titles in PDF are UTF-16 from the highest byte down.
    const title = Buffer.from('Отчёт о проверке: Плотина', 'utf16le').swap16().toString('hex').toUpperCase();
    expect(pdf).toContain(`/Title <FEFF${title}>`);
    expect(pdf).toMatch(/\/S \/Figure/);
    expect(pdf).not.toMatch(/\/JavaScript|Mozilla/);

    const printed = await app.evaluate(async () => {
      const { printed } = globalThis as unknown as {
        printed: { preferences: unknown; fetched: Promise<string> };
      };
      return { preferences: printed.preferences, fetched: await printed.fetched };
    });
    expect(printed.preferences).toMatchObject({
      ...{ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    expect(printed.fetched).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(heard).toBe(0);
    server.close();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('leaves out what is not wanted, remembers it, and asks again when no file is named', async ({
    start,
    home,
  }) => {
    const path = writeDam(home);
    const first = await start(path);
    await flagOne(first.page);
    await first.page.getByTestId('tab-flags').click();
    await first.page.getByTestId('flag-card').getByRole('button', { name: 'Resolve' }).click();
    await chooseInMenu(first.app, 'report');
    const dialog = first.page.getByRole('dialog', { name: 'Review report' });
    for (const part of ['Scores', 'Resolved and dismissed flags', 'What the automatic checks found'])
      await dialog.getByRole('checkbox', { name: part }).uncheck();
    await dialog.getByText('Web page', { exact: true }).click();

    await first.app.evaluate(({ dialog: native }) => {
      native.showSaveDialog = () => {
        Object.assign(globalThis, { asked: true });
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    });
    await first.page.getByTestId('report-write').click();
    await expect
      .poll(() => first.app.evaluate(() => (globalThis as { asked?: boolean }).asked ?? false))
      .toBe(true);
    await expect(dialog).toBeVisible();
    expect(readdirSync(home).filter((name) => name.endsWith('.html'))).toEqual([]);
    await first.app.close();

    const { app, page } = await start(path);
    const again = await askForReport(page);
    await expect(again.getByRole('radio', { name: 'Web page' })).toBeChecked();
    await expect(again.getByRole('radio', { name: 'Web page' })).toBeFocused();
    await expect(again.getByRole('checkbox', { name: 'Scores' })).not.toBeChecked();
    await chooseInDialogs(app, [join(home, 'nowhere', 'short.html')]);
    await page.getByTestId('report-write').click();
    await expect(page.getByTestId('failure')).toContainText('could not be written');

    await save({ app, page }, 'Web page', 'English', join(home, 'short.html'));
    const html = readFileSync(join(home, 'short.html'), 'utf8');
    expect(html).toContain('1 flag that is resolved or dismissed is left out.');
    for (const part of ['reparation', 'Raw score', 'What the automatic checks found'])
      expect(html).not.toContain(part);
  });

  test('can be stopped while it is written, and then there is no file', async ({ start, home }) => {
    const { app, page } = await start(writeDam(home));
    // A process that hears nothing of its work is as slow as can be.
    await app.evaluate(({ utilityProcess }) => {
      const fork = utilityProcess.fork.bind(utilityProcess);
      utilityProcess.fork = (...args) => Object.assign(fork(...args), { postMessage: () => undefined });
    });
    const dialog = await askForReport(page);
    await chooseInDialogs(app, [join(home, 'report.pdf')]);
    await page.getByTestId('report-write').click();
    const bar = page.getByRole('status').filter({ hasText: 'Writing the report…' });
    await expect(bar.getByRole('progressbar')).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await bar.getByRole('button', { name: 'Stop' }).click();
    await expect(bar).toHaveCount(0);
    await expect(page.getByTestId('failure')).toHaveCount(0);
    expect(readdirSync(home).filter((name) => /pdf|tmp/.test(name))).toEqual([]);
  });

  test('tells a blind reviewer of their own flags only', async ({ start, home }) => {
    const triptych = await start(writeDam(home));
    const { app, page } = triptych;
    await flagOne(page);
    await chooseInMenu(app, 'author');
    await page.getByRole('dialog').getByRole('textbox').fill('Бакыт');
    await page.keyboard.press('Enter');
    await chooseInMenu(app, 'blindReview');
    await page.getByTestId('blind-go').click();
    await expect(page.getByTestId('blind-bar')).toBeVisible();
    const file = join(home, 'blind.html');
    await save(triptych, 'Web page', 'English', file);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain('Nothing is flagged.');
    for (const hidden of ['<mark>', '&lt;script', 'not pass']) expect(html).not.toContain(hidden);
    const table = join(home, 'blind.csv');
    await save(triptych, 'CSV', 'English', table);
    // What the checks say is told everybody; what others flagged is not.
    expect(readFileSync(table, 'utf8')).not.toContain('document.title');
  });
});
