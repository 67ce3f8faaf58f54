import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { readDocument } from '../../main/import/read-document';
import { LANGUAGES } from '../../shared/model/language';
import { articlePath, chooseInMenu, openedProject, openedTexts, writeProject } from './documents';
import { cell, chooseInDialogs, clickWord, dropFiles, expect, markWord, row, test } from './triptych';

test.describe('The way to the export', () => {
  test('leads from three dropped files to three exports, with the mouse on what is seen', async ({
    start,
    home,
  }) => {
    const { page, app } = await start();
    const way = page.getByRole('navigation', { name: 'What comes next' });
    const step = (name: string) => way.getByRole('button', { name, exact: true });
    const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
    const entry = (name: RegExp) => page.getByRole('menuitem', { name }).click();
    const told = page.getByTestId('news');
    const card = page.getByTestId('matter-card');
    const english = () => openedTexts(page, 'en');

    await dropFiles(page.getByText('Drop one to three files here'), writeDoubtful(home));
    const languages = page.getByRole('dialog', { name: 'Import texts' }).getByRole('combobox');
    await expect(languages).toHaveCount(3);
    await button('Create the project').click();

    // Two paragraphs the other way round in Kyrgyz leave two rows in doubt.
    await step('2 rows to align').click();
    await expect(page.getByTestId('position')).toHaveText('Row 3 of 15');
    await button(/^1 finding, Minor, row 5/).click();
    await expect(card).toContainText('Kyrgyz has these two paragraphs the other way round.');
    await card.getByRole('button', { name: 'Put in order' }).click();
    await expect(step('aligned')).toBeVisible();
    await expect(cell(page, 3, 'ky')).toContainText('Автордун сүрөтү');
    await expect(cell(page, 4, 'ky')).toContainText('Июлда бүт');

    // A wrong number, by the card at the number.
    await expect(step('1 finding')).toBeVisible();
    await clickWord(cell(page, 4, 'en'), '800');
    await expect(card).toContainText('English has 800; Russian and Kyrgyz: 900.');
    await card.getByRole('button', { name: 'Fix' }).click();
    await expect(step('no findings')).toBeVisible();
    await expect(cell(page, 4, 'en')).toContainText('village of 900 households');

    // A word written over; what the others did not follow is still right.
    await markWord(cell(page, 5, 'en'), 'lorries');
    await page.keyboard.type('trucks');
    await expect(cell(page, 5, 'en')).toContainText('Why the trucks wait');
    await expect.poll(english).toContain('Why the trucks wait');
    await cell(page, 5, 'ru').getByRole('button', { name: 'English has changed' }).click();
    await card.getByRole('button', { name: /Still right/ }).click();
    await expect(cell(page, 5, 'ru').getByRole('button', { name: 'English has changed' })).toHaveCount(0);
    await card.getByRole('button', { name: 'Close' }).click();
    await expect(card).toBeHidden();

    // Words flagged with the bar beside them; the way leads back to the flag, which is resolved.
    await markWord(cell(page, 8, 'en'), 'certificate');
    const bar = page.getByRole('toolbar', { name: 'Selected words' });
    await bar.getByRole('button', { name: 'Flag a problem' }).click();
    await expect(page.locator('.draft-quote')).toHaveText('certificate');
    await page.keyboard.type('Which one?');
    await button('Save the flag').click();
    await step('1 flag').click();
    await expect(card).toContainText('Which one?');
    await card.getByRole('button', { name: 'Resolve' }).click();
    await expect(step('1 flag')).toHaveCount(0);

    // Agreed one by one from the menu of a number and from the pane, the rest at once, the one with something open last.
    await row(page, 1).getByText('1', { exact: true }).click({ button: 'right' });
    await entry(/^Agree the row and go to the next/);
    await expect(step('1 of 14 agreed')).toBeVisible();
    await expect(page.getByTestId('position')).toHaveText('Row 2 of 14');
    await button(/^Agree the row and go to the next/).click();
    await expect(step('2 of 14 agreed')).toBeVisible();
    await chooseInMenu(app, 'agreeAll');
    await button('Agree 11 rows').click();
    await expect(told).toContainText('11 rows agreed; left out because something is open: 1.');
    await step('13 of 14 agreed').click();
    await expect(page.getByTestId('position')).toHaveText('Row 5 of 14');
    await button(/^Agree the whole row/).click();
    await expect(told).toContainText('Row 5 still has 1 thing open.');
    await button('Agree anyway').click();
    await expect(step('all agreed')).toBeVisible();
    for (const name of ['Russian', 'Kyrgyz', 'English']) {
      await button(`${name} column`).click();
      await entry(/^Sign off this version/);
      await expect(told).toContainText(`${name}: signed off`);
    }

    const folder = join(home, 'published');
    mkdirSync(folder);
    await chooseInDialogs(app, [folder]);
    await step('export').click();
    await button('Export 3 versions').click();
    await expect(told).toContainText('Exported 3 versions');
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files).toHaveLength(3);
    // LibreOffice reads the same; notes it leaves out of plain text.
    const lines = readWithOffice(files, home);
    for (const language of LANGUAGES) {
      const path = files.find((each) => each.endsWith(`${language}.docx`)) ?? '';
      const texts = await openedTexts(page, language);
      expect(await readTexts(path)).toEqual(texts);
      expect(lines(path)).toEqual(texts.slice(0, -1));
    }

    // The list of projects says where each lies and how far it has come, and when its file is gone.
    await chooseInMenu(app, 'close');
    const recent = page.locator('.recent').getByRole('listitem');
    await expect(recent).toContainText('14 of 14 rows agreed');
    const projects = join(home, 'Triptych');
    await expect(recent).toContainText(projects);
    rmSync(join(projects, readdirSync(projects)[0] ?? ''));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(recent).toContainText('The file is not here any more');
    await recent.getByRole('button').first().click();
    await expect(told).toContainText('It was moved, renamed or deleted');
    await recent.getByRole('button', { name: /^Remove/ }).click();
    await expect(recent).toHaveCount(0);
  });

  test('leads from two files, over the missing one, to three exports by keyboard alone', async ({
    start,
    home,
  }) => {
    const { page, app } = await start();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const named = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    /** Presses a key until what is looked for has the focus. */
    const reach = async (wanted: Locator, key = 'Tab') => {
      for (let n = 0; n < 40; n += 1) {
        if (await wanted.evaluate((it) => it.contains(document.activeElement))) return;
        await press(key);
      }
      throw new Error(`${key} does not lead to ${String(wanted)}`);
    };
    const use = async (wanted: Locator, key?: string) => {
      await reach(wanted, key);
      await press('Enter');
    };
    const toHeads = () => reach(page.locator('.heads'), 'F6');
    const toWay = () => reach(page.getByRole('navigation', { name: 'What comes next' }), 'F6');
    const told = page.getByTestId('news');
    const card = page.getByTestId('matter-card');
    const dialog = (name: string) => page.getByRole('dialog', { name });
    const position = page.getByTestId('position');
    const marked = () => page.evaluate(() => document.getSelection()?.toString().trim());
    const [russian = '', kyrgyz = '', english = ''] = writeDoubtful(home);

    await chooseInDialogs(app, [russian, english]);
    await use(named(/Drop one to three files/));
    await expect(dialog('Import texts')).toBeVisible();
    await use(named('Create the project'), 'Shift+Tab');
    await expect(position).toHaveText('Row 1 of 14');

    // An empty column offers to write its text, to paste it, and to bring it in.
    await toHeads();
    await use(named('Write it').first());
    await expect(page.getByRole('textbox', { name: /Kyrgyz/ })).toBeFocused();
    await page.keyboard.insertText('Өрүк жолу');
    await press('Escape');
    await expect(cell(page, 1, 'ky')).toContainText('Өрүк жолу');
    await expect(named('Add the Kyrgyz text…')).toHaveCount(0);
    await press('Control+z', 'Control+z');
    await expect(named('Add the Kyrgyz text…')).toBeVisible();
    await toHeads();
    await use(named('Paste'));
    await expect(dialog('Import pasted text')).toBeVisible();
    await page.keyboard.insertText('Өрүк жолу барган сайын узарууда');
    await use(named('Continue'));
    await expect(dialog('Add the Kyrgyz text')).toBeVisible();
    await press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await chooseInDialogs(app, [kyrgyz]);
    await toHeads();
    await use(named('Add the Kyrgyz text…'));
    await expect(dialog('Add the Kyrgyz text')).toBeVisible();
    await use(named('Add to this project'), 'Shift+Tab');
    await expect(told).toHaveText('Kyrgyz: the text is added and aligned.');

    // The way leads to the rows in doubt, and to what the checks found; the cards have their buttons under the hand.
    await expect(named('2 rows to align')).toBeVisible();
    await expect(named('2 findings')).toBeVisible();
    await toWay();
    await use(named('2 findings'));
    await expect(card).toContainText('English has 800');
    await press('e');
    await expect(card.locator('button:focus')).toHaveCount(1);
    await use(card.getByRole('button', { name: 'Fix' }));
    await expect(card).toContainText('Kyrgyz has these two paragraphs the other way round.');
    await use(card.getByRole('button', { name: 'Put in order' }));
    await expect(named('aligned')).toBeVisible();
    await expect(named('no findings')).toBeVisible();
    await expect.poll(async () => (await openedTexts(page, 'en'))[3]).toContain('village of 900 households');
    await expect(cell(page, 3, 'ky')).toContainText('Автордун сүрөтү');

    // A word written over, set in italics and flagged: Tab leads to the bar beside the words, Escape and what it does back.
    await reach(page.locator('.rows'), 'F6');
    await press('Home', 'j', 'j', 'k', 'ArrowDown', 'j', 'j');
    await expect(position).toHaveText('Row 5 of 14');
    await reach(cell(page, 5, 'en'));
    await press('Enter');
    const text = cell(page, 5, 'en').getByRole('textbox');
    await expect(text).toBeFocused();
    await press(
      'Control+Home',
      'Control+ArrowRight',
      'Control+ArrowRight',
      'ArrowRight',
      'Control+Shift+ArrowRight',
    );
    await expect.poll(marked).toBe('lorries');
    await page.keyboard.type('trucks');
    await expect.poll(async () => (await openedTexts(page, 'en'))[4]).toBe('Why the trucks wait');
    await press('Control+Shift+ArrowLeft');
    await expect.poll(marked).toBe('trucks');
    const bar = page.getByRole('toolbar', { name: 'Selected words' });
    const inBar = (name: RegExp) => bar.getByRole('button', { name });
    await expect(bar).toBeVisible();
    await press('Tab');
    await expect(inBar(/^Bold/)).toBeFocused();
    await press('ArrowRight');
    await expect(inBar(/^Italic/)).toBeFocused();
    await press('Escape');
    await expect(text).toBeFocused();
    await expect.poll(marked).toBe('trucks');
    await press('Tab', 'ArrowRight', 'Enter');
    await expect(text.locator('em')).toHaveText(/^trucks/);
    await expect(text).toBeFocused();
    await expect(bar).toBeVisible();
    await press('Tab', 'ArrowLeft', 'ArrowLeft');
    await expect(inBar(/^Flag a problem/)).toBeFocused();
    await press('Enter');
    await expect(page.locator('.draft-quote')).toHaveText('trucks');
    await page.keyboard.type('Or vans?');
    await press('Control+Enter');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(text).toBeFocused();

    // At a row one key begins a flag, and digits, Tab and arrows say what it is.
    await press('Escape', 'j', 'f');
    await expect(page.getByTestId('flag-form')).toBeFocused();
    await press('4', 'Tab');
    await expect(page.getByTestId('flag-category')).toBeFocused();
    await press('Tab', 'ArrowRight', 'Tab');
    await page.keyboard.type('in other words');
    await press('Tab');
    await page.keyboard.type('Compare with the original');
    await press('Control+Enter');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    expect((await openedProject(page)).flags).toMatchObject([
      { note: 'Or vans?', spans: [{ language: 'en', quote: 'trucks' }] },
      {
        category: 'style',
        severity: 'critical',
        note: 'Compare with the original',
        spans: [{ language: 'en', fix: 'in other words' }],
      },
    ]);
    // The work goes on where it was, and so does what is open there.
    await expect(cell(page, 6, 'en')).toBeFocused();
    await press('a');
    await expect(told).toContainText('Flag: Compare with the original');
    await press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await press('ArrowDown', 'Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(cell(page, 6, 'en')).toBeFocused();
    await toWay();
    await use(named('2 flags'));
    await expect(card).toContainText('Or vans?');
    await press('e');
    await use(card.getByRole('button', { name: 'Resolve' }));
    await expect(card).toContainText('Compare with the original');
    await use(card.getByRole('button', { name: 'Resolve' }));
    await expect(named(/flags?$/)).toHaveCount(0);

    // Row after row, the rest at once; what is open is named once, and agreed with the second press.
    await press('Escape');
    await reach(page.locator('.rows'), 'F6');
    await press('Home', 'Control+Enter');
    await expect(named('1 of 14 agreed')).toBeVisible();
    await expect(position).toHaveText('Row 2 of 14');
    await chooseInMenu(app, 'agreeAll');
    await use(named('Agree 12 rows'));
    await expect(named('13 of 14 agreed')).toBeVisible();
    await press('F8');
    await expect(position).toHaveText('Row 5 of 14');
    await press('Control+Enter');
    await expect(told).toContainText('Row 5 still has 2 things open.');
    await press('Control+Enter');
    await expect(named('all agreed')).toBeVisible();
    for (const name of ['Russian', 'Kyrgyz', 'English']) {
      await toHeads();
      await use(named(`${name} column`));
      await use(page.getByRole('menuitem', { name: /^Sign off this version/ }), 'ArrowDown');
      await expect(told).toContainText(`${name}: signed off`);
    }

    const folder = join(home, 'published');
    mkdirSync(folder);
    await chooseInDialogs(app, [folder]);
    await toWay();
    await use(named('export'));
    await expect(dialog('Export')).toBeVisible();
    await use(named(/^Export 3 versions/));
    await expect(told).toContainText('Exported 3 versions');
    for (const name of readdirSync(folder)) {
      const language = LANGUAGES.find((each) => name.endsWith(`${each}.docx`)) ?? 'en';
      expect(await readTexts(join(folder, name))).toEqual(await openedTexts(page, language));
    }
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('agrees row after row by key and by mouse, names what is open first, and signs off at the end', async ({
    start,
    home,
  }) => {
    const path = join(home, 'bridge.triptych');
    writeProject(path, 'Bridge', [
      { ru: ['Мост готов.'], ky: ['Көпүрө даяр.'], en: ['The bridge is ready.'] },
      { ru: ['Он стоит 5 сомов.'], ky: ['Ал 5 сом турат.'], en: ['It costs 6 soms.'] },
      { ru: ['Его открыли вчера.'], ky: ['Аны кечээ ачышты.'], en: ['It was opened yesterday.'] },
      { ru: ['Гости довольны.'], ky: [], en: ['The guests are pleased.'] },
      { ru: ['Дорога тоже готова.'], ky: ['Жол да даяр.'], en: ['The road is ready too.'] },
    ]);
    const { page, app } = await start(path);
    const next = page.locator('[aria-current="step"]');
    const told = page.getByTestId('news');
    const at = (number: number) => expect(page.getByTestId('position')).toHaveText(`Row ${number} of 5`);
    const agreed = (number: number, count: number) =>
      expect(row(page, number).locator('.status.agreed')).toHaveCount(count);

    // A row to align comes first, and then what the checks found: a click and the key lead there.
    await expect(next).toHaveText(/^1 row to align/);
    await next.click();
    await at(4);
    await page.keyboard.press('c');
    await expect(next).toHaveText(/^1 finding/);
    await page.keyboard.press('F8');
    await at(2);
    await expect(page.getByTestId('matter-card')).toBeVisible();

    // In an open text the caret goes on in the same language; what was typed is agreed with the row.
    await cell(page, 1, 'en').locator('.text').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(cell(page, 1, 'en').getByTestId('editor')).toBeVisible();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' Yes.');
    await page.keyboard.press('Control+Enter');
    // The two others do not say that.
    await expect(told).toContainText('Row 1 still has 2 things open.');
    await expect(told).toContainText('Kyrgyz: another version has changed since');
    await agreed(1, 0);
    await page.keyboard.press('Control+Enter');
    await agreed(1, 3);
    await at(2);
    await expect(cell(page, 2, 'en').getByRole('textbox')).toBeFocused();
    await expect(cell(page, 1, 'en')).toContainText('The bridge is ready. Yes.');

    // What is open is named first; the second press agrees.
    await page.keyboard.press('Control+Enter');
    await expect(told).toContainText('Row 2 still has 1 thing open.');
    await expect(told).toContainText('6');
    await agreed(2, 0);
    await page.keyboard.press('Control+Enter');
    await agreed(2, 3);
    await at(3);

    // The same with the mouse: from the menu of the number, and with the button of what is named.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await agreed(2, 0);
    await row(page, 2).locator('.number').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Agree the row and go to the next/ }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByTestId('matter-card')).toBeVisible();
    await row(page, 2).locator('.number').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Agree the whole row/ }).click();
    await page.getByRole('button', { name: 'Agree anyway' }).click();
    await agreed(2, 3);
    await row(page, 2).locator('.number').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: /Take back the agreement of the row/ })).toBeVisible();
    await page.keyboard.press('Escape');

    // Signing off says what keeps it, and leads there.
    await page.getByTestId('head-ru').getByRole('button').click();
    const sign = page.getByRole('menuitem', { name: /Sign off this version/ });
    await expect(sign).toContainText('3 rows of this version are not agreed.');
    await sign.click({ force: true });
    await at(3);
    await page.keyboard.press('Control+Enter');
    await agreed(3, 3);
    await at(4);
    await page.keyboard.press('Control+Enter');
    await at(5);
    await page.keyboard.press('Control+Enter');
    await expect(told).toContainText('all rows are agreed');
    await chooseInMenu(app, 'signOff');
    await expect(page.getByTestId('signed-ru')).toContainText('Signed off');
    expect((await openedProject(page)).review?.signOffs.ru?.time).toBeGreaterThan(0);
    await page.getByTestId('tab-history').click();
    await expect(page.locator('.panel')).toContainText('Version signed off');
  });
});

/** The lines of Word files as LibreOffice reads them, without the numbers of lists. */
function readWithOffice(files: readonly string[], home: string): (path: string) => readonly string[] {
  const own = `-env:UserInstallation=file://${join(home, 'office')}`;
  const to = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', home];
  execFileSync('soffice', ['--headless', own, ...to, ...files], { stdio: 'ignore' });
  return (path) =>
    readFileSync(join(home, `${basename(path, '.docx')}.txt`), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\uFEFF|^\s+\d+\. /, ''))
      .filter((line) => line !== '');
}

/** The article as three files of which one has a wrong number, and one two paragraphs the other way round. */
function writeDoubtful(home: string): readonly string[] {
  return LANGUAGES.map((language) => {
    const parts = readFileSync(articlePath(language), 'utf8')
      .replace('village of 900', 'village of 800')
      .split('\n\n');
    if (language === 'ky') parts.splice(2, 2, parts[3] ?? '', parts[2] ?? '');
    const path = join(home, basename(articlePath(language)));
    writeFileSync(path, parts.join('\n\n'));
    return path;
  });
}

async function readTexts(path: string): Promise<readonly string[]> {
  const read = await readDocument({ fileName: basename(path), bytes: readFileSync(path) });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.blocks.map(({ block }) => block.text);
}
