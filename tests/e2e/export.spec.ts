import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/contract/formats';
import { LANGUAGES } from '../../shared/model/language';
import { makeDocx, p } from '../unit/main/import/docx/make-docx';
import { cutText } from '../../shared/model/cut-text';
import {
  chooseInMenu,
  openedProject,
  openedTexts,
  threeOf,
  writeArticleProject,
  writeProject,
} from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, test } from './triptych';

const LABELS: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word',
  odt: 'OpenDocument',
  html: 'Web page',
  md: 'Markdown',
  txt: 'Plain text',
};

/** The words of the article that are a link. */
const LINKED = [
  ['ru', 'районная администрация'],
  ['ky', 'райондук администрация'],
  ['en', 'district office'],
] as const;

test.describe('Exporting', () => {
  test('writes all three versions in every format so that they come back paragraph by paragraph', async ({
    start,
    home,
  }) => {
    const path = join(home, 'apricots.triptych');
    await writeArticleProject(path, (count) =>
      Array.from({ length: count }, (_, i) => ({ positions: [i], confirmed: true })),
    );
    const { page, app } = await start(path);
    const { rows } = await openedProject(page);
    for (const format of EXPORT_FORMATS) {
      const folder = join(home, format);
      await mkdir(folder);
      await chooseInDialogs(app, [folder]);
      await page.getByTestId('export').click();
      await page.getByRole('radiogroup').getByText(LABELS[format], { exact: true }).click();
      await page.getByTestId('export-write').click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByTestId('news')).toContainText(`Exported 3 versions: ${folder}`);
      expect(readdirSync(folder).sort()).toEqual(
        LANGUAGES.map((language) => `Apricots.${language}.${format}`).sort(),
      );
      if (format === 'docx')
        for (const [language, words] of LINKED)
          expect(await linksIn(join(folder, `Apricots.${language}.docx`))).toEqual([
            { words, address: `https://example.org/district?year=2024&lang=${language}` },
          ]);

      await chooseInDialogs(
        app,
        LANGUAGES.map((language) => join(folder, `Apricots.${language}.${format}`)),
      );
      await chooseInMenu(app, 'import');
      for (const [i, language] of LANGUAGES.entries()) {
        const column = page.getByTestId('import-column').nth(i);
        await expect(column.getByRole('combobox')).toHaveValue(language);
        const read = await column
          .locator('.blocks label:not(.out)')
          .evaluateAll((items) =>
            items.map((item) =>
              ['.role', '.block-text'].map((part) => item.querySelector(part)?.textContent),
            ),
          );
        const written = rows.flatMap((row) =>
          row.cells[language].paragraphs.map(({ role, label, text }) => [
            role,
            label === '' ? cutText(text) : `${label} ${cutText(text)}`,
          ]),
        );
        expect(read.map(([, text]) => comparable(text, format))).toEqual(
          written.map(([, text]) => comparable(text, format)),
        );
        // Plain text has no roles.
        if (format !== 'txt')
          expect(read.map(([role]) => role)).toEqual(written.map(([role]) => named(role)));
      }
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('warns of an open critical flag, says so in the file, and lists the flags for a spreadsheet', async ({
    start,
    home,
  }) => {
    const path = join(home, 'rows.triptych');
    writeProject(path, 'Rows: "all"', [threeOf(1), { ru: ['Р2'], ky: [], en: ['E2'] }]);
    const { page, app } = await start(path);
    await chooseCell(page, 1, 'en');
    await page.keyboard.press('Shift+A');
    await markText(cell(page, 2, 'en').locator('.text'), 'E2');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.getByTestId('flag-form').getByText('Critical').click();
    await page.getByTestId('flag-fix-en').fill('two, not three');
    await page.getByTestId('flag-note').fill('=HYPERLINK("https://example.org","x")');
    await page.getByTestId('flag-keep').click();
    await expect(cell(page, 2, 'en').locator('.flagged')).toHaveText('E2');

    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('.critical')).toHaveText(
      'English: Open critical flag in row 2: =HYPERLINK("https://example.org","x")',
    );
    await expect(dialog).toContainText('Kyrgyz: Missing in 1 row: 2');
    // What is so in several versions is said once.
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Not agreed' })).toHaveText([
      'Russian, English: Not agreed in 1 row: 2',
    ]);
    await dialog.getByRole('checkbox', { name: 'Russian' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'Kyrgyz' }).uncheck();
    await dialog.getByText('Plain text', { exact: true }).click();
    const text = join(home, 'english.txt');
    await chooseInDialogs(app, [text]);
    await page.getByTestId('export-write').click();
    await expect(page.getByTestId('news')).toHaveText(`Exported: ${text}`);
    expect(readFileSync(text, 'utf8')).toBe(
      '=== Open critical flag in row 2: =HYPERLINK("https://example.org","x") ===\n' +
        '=== Not agreed in 1 row: 2 ===\n\nE1\n\nE2\n',
    );

    // What could not be written is told in the dialog, which waits for another place.
    await page.keyboard.press('Control+e');
    await dialog.getByRole('checkbox', { name: 'Kyrgyz' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'English' }).uncheck();
    await chooseInDialogs(app, [join(home, 'not there', 'russian.docx')]);
    await page.getByTestId('export-write').click();
    await expect(dialog.getByTestId('export-failed')).toContainText('Not exported:');
    await expect(dialog.getByTestId('export-failed').getByRole('listitem')).toHaveText([/^Russian: ./]);
    await chooseInDialogs(app, [join(home, 'russian.docx')]);
    await page.getByTestId('export-write').click();
    await expect(dialog).toHaveCount(0);

    // So is what fails in any other dialog, where it can be read and put away.
    await chooseInMenu(app, 'glossary');
    await chooseInDialogs(app, [join(home, 'no terms.csv')]);
    await page.getByTestId('glossary-import').click();
    await dialog.getByTestId('failure').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByTestId('failure')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    const table = join(home, 'flags.csv');
    await chooseInDialogs(app, [table]);
    await chooseInMenu(app, 'exportFlags');
    await expect(page.getByTestId('news')).toHaveText(`List of flags exported: ${table}`);
    const [flag] = (await openedProject(page)).flags;
    if (!flag) throw new Error('the flag is gone');
    expect(readFileSync(table, 'utf8')).toBe(
      '\ufeffRow,Languages,Category,Severity,Status,Assigned to,Text,Suggested text,Note,Author,Time (UTC),Replies\r\n' +
        '2,en,Mistranslation,Critical,Open,,en: E2,"en: two, not three",' +
        `"'=HYPERLINK(""https://example.org"",""x"")",${flag.author},${new Date(flag.time).toISOString()},\r\n`,
    );

    await page.getByTestId('tab-flags').click();
    await page.getByTestId('flag-card').getByRole('button', { name: 'Resolve' }).click();
    await markText(cell(page, 1, 'en').locator('.text'), 'E1');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.getByTestId('flag-form').getByText('Major').click();
    await page.getByTestId('flag-keep').click();
    await expect(cell(page, 1, 'en').locator('.flagged')).toHaveText('E1');
    await page.keyboard.press('Control+e');
    await expect(dialog).toContainText('1 open flag (row 1)');
    await expect(dialog.locator('.critical')).toHaveCount(0);
    await expectNothingWritten(page, app, home);
  });

  test('writes a version back into the Word file it came from, with nothing but the edited words changed', async ({
    start,
    home,
  }) => {
    const house = '<w:pStyle w:val="House"/><w:jc w:val="both"/>';
    const body =
      p('Абрикосы Баткена в этом году', '<w:pStyle w:val="Title"/>') +
      p('Фермеры собрали двенадцать тонн абрикосов за лето.', house) +
      '<w:p><w:r><w:drawing><a:graphic><a:blip r:embed="pic"/></a:graphic></w:drawing></w:r></w:p>' +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Итого за год')}</w:tc></w:tr></w:tbl>` +
      p('Цены на рынках города выросли вдвое.', house);
    const original = await makeDocx({
      body,
      styles: '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House"/></w:style>',
      raw: { 'word/media/picture.png': new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) },
    });
    const [word, plain, marked] = [
      join(home, 'статья.docx'),
      join(home, 'article.txt'),
      join(home, 'макала.md'),
    ];
    writeFileSync(word, original);
    writeFileSync(
      plain,
      'Apricots of Batken this year\n\nFarmers picked twelve tons of apricots in summer.\n',
    );
    writeFileSync(marked, '# Баткендин өрүктөрү быйыл\n\nДыйкандар жайында он эки тонна өрүк чогултушту.\n');
    const { page, app } = await start();
    await chooseInDialogs(app, [word, plain, marked]);
    await page.getByRole('button', { name: /Drop one to three files/ }).click();
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toBeVisible();

    const exportTo = async (name: string, tracked = false): Promise<Buffer> => {
      const path = join(home, name);
      await chooseInDialogs(app, [path]);
      await page.getByTestId('export').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('As the original', { exact: true }).click();
      // A text has no layout to be written into.
      await expect(dialog.getByRole('checkbox', { name: 'English' })).toBeDisabled();
      await expect(dialog).toContainText('no original is kept');
      const tick = dialog.getByRole('checkbox', { name: /changes tracked/ });
      await expect(tick).toHaveAccessibleDescription(/no Word file: Kyrgyz$/);
      await dialog.getByRole('checkbox', { name: 'Kyrgyz' }).uncheck();
      await expect(dialog).not.toContainText('no Word file');
      if (tracked) await tick.check();
      await page.getByTestId('export-write').click();
      await expect(page.getByTestId('news')).toHaveText(`Exported: ${path}`);
      return readFileSync(path);
    };
    expect((await exportTo('untouched.docx')).equals(original)).toBe(true);

    const text = cell(page, 2, 'ru').locator('.text');
    await expect(text).toContainText('двенадцать');
    await chooseCell(page, 2, 'ru');
    await page.keyboard.press('Enter');
    await page.getByTestId('editor').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('Фермеры собрали тридцать тонн абрикосов за лето.');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => openedTexts(page, 'ru'))
      .toContain('Фермеры собрали тридцать тонн абрикосов за лето.');
    const [before, after] = await Promise.all(
      [original, await exportTo('edited.docx')].map((each) => JSZip.loadAsync(each)),
    );
    if (!before || !after) throw new Error('no archive');
    expect(Object.keys(after.files)).toEqual(Object.keys(before.files));
    for (const [name, part] of Object.entries(before.files)) {
      const was = await part.async('text');
      const is = await after.files[name]?.async('text');
      expect(is).toBe(name === 'word/document.xml' ? was.replace('двенадцать', 'тридцать') : was);
    }
    // Tracked, under the name the app was opened with.
    const tracked = await JSZip.loadAsync(await exportTo('tracked.docx', true));
    const xml = (await tracked.file('word/document.xml')?.async('text')) ?? '';
    expect(xml).toMatch(/<w:ins [^>]*w:author="[^"]+"[^>]*><w:r>.*?тридцать<\/w:t>/);
    expect(xml).toMatch(/<w:del [^>]*><w:r>.*?двенадцать<\/w:delText>/);
    // What was not decided there changes nothing here.
    await chooseInDialogs(app, [join(home, 'tracked.docx')]);
    await page.keyboard.press('Control+Shift+d');
    await expect(page.getByTestId('news')).toHaveText('The draft says the same as this version.');
  });
});

/** The links of a Word file: their words, and where each leads. */
async function linksIn(path: string): Promise<readonly { words: string; address: string | undefined }[]> {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const part = async (name: string) => (await zip.file(name)?.async('text')) ?? '';
  const [body, relations] = [await part('word/document.xml'), await part('word/_rels/document.xml.rels')];
  return [...body.matchAll(/<w:hyperlink\b[^>]* r:id="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/gs)].map(
    ([, id = '', inside = '']) => {
      const [relation = ''] = new RegExp(`<Relationship\\b[^>]* Id="${id}"[^>]*>`).exec(relations) ?? [];
      const address = /Target="([^"]*)"/.exec(relation)?.[1]?.replaceAll('&amp;', '&');
      return { words: inside.replace(/<[^>]*>/g, ''), address };
    },
  );
}

/** Closing the dialog of the system writes nothing and leaves the export where it was. */
async function expectNothingWritten(
  page: Page,
  app: Parameters<typeof chooseInDialogs>[0],
  home: string,
): Promise<void> {
  const before = readdirSync(home).sort();
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  await page.getByTestId('export-write').click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(readdirSync(home).sort()).toEqual(before);
}

/** Plain text sets references to footnotes in brackets, and keeps no other trace of them. */
function comparable(text: string | null | undefined, format: ExportFormat): string {
  return format === 'txt' ? (text ?? '').replace(/[[\]]/g, '') : (text ?? '');
}

/** "listItem" as the window says it. */
function named(role: string | undefined): string {
  const words = (role ?? '').replace(/([A-Z]|\d)/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
