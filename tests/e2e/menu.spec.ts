import { join } from 'node:path';
import { LANGUAGES } from '../../shared/model/language';
import {
  BRIDGE,
  openedProject,
  openedRows,
  openedStatuses,
  openedTexts,
  threeOf,
  writeProject,
} from './documents';
import { cell, chooseCell, chooseOnText, clickWord, expect, markText, openText, row, test } from './triptych';

test.describe('A menu', () => {
  test('acts on what was clicked, whatever is chosen, marked or being edited elsewhere', async ({
    start,
    home,
  }) => {
    const path = join(home, 'menu.triptych');
    writeProject(path, 'Menu', [...BRIDGE, threeOf(5)]);
    const { page, app } = await start(path);
    const choose = (name: string | RegExp) => chooseOnText(page, name);
    const undo = async () => {
      await page.getByTestId('news').locator('..').getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByTestId('news')).toContainText('Undone');
    };

    // In each column, of the row that is chosen and of others.
    for (const [number, language] of [
      [1, 'ky'],
      [1, 'en'],
      [3, 'ky'],
      [3, 'ru'],
      [4, 'en'],
    ] as const) {
      await cell(page, number, language).locator('.text').click({ button: 'right' });
      await expect(cell(page, number, language)).toHaveAttribute('aria-selected', 'true');
      await choose('Agree the text');
      await expect.poll(() => openedStatuses(page)).toEqual([`${number} ${language} agreed`]);
      await expect(page.getByTestId('news')).toContainText(`Row ${number}`);
      await undo();
      expect(await openedStatuses(page)).toEqual([]);
    }

    // With a text open elsewhere, and typing in it that is not sent yet.
    await openText(cell(page, 4, 'ru').locator('.text').first());
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await cell(page, 1, 'ky').locator('.text').click({ button: 'right' });
    await choose('Agree the text');
    await expect.poll(() => openedStatuses(page)).toEqual(['1 ky agreed']);
    expect((await openedTexts(page, 'ru')).at(-2)).toBe('Р4!');
    await undo();

    // On the second paragraph of a cell, when the first is chosen.
    const second = cell(page, 2, 'ky').locator('.text').nth(1);
    await chooseCell(page, 2, 'ky');
    await second.click({ button: 'right' });
    await choose(/Move the paragraph down/);
    await expect.poll(() => openedRows(page)).toContain('Р3 | Автобус айланып өтөт + К3 | E3');
    await undo();

    // At the number of a row, the row, in whichever language a person is: no text is meant there.
    for (const language of LANGUAGES) {
      await chooseCell(page, 1, language);
      await row(page, 3).locator('.number').click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Confirm the alignment' })).toBeVisible();
      await expect(page.getByRole('menuitem', { name: 'Agree the text' })).toHaveCount(0);
      await choose('Confirm the alignment');
      await expect
        .poll(async () => (await openedProject(page)).rows.map(({ confirmed }) => confirmed))
        .toEqual([false, false, true, false, false]);
      await undo();
    }

    // Where a paragraph is missing, that place, in each column.
    for (const language of LANGUAGES) {
      const emptied = row(page, 5).getByTestId(`cell-${language}`);
      await page.evaluate((id) => {
        const command = { type: 'removeParagraph', paragraphId: id } as const;
        return window.triptych.request('project/command', { command, group: null });
      }, `${language}-5.1`);
      await clickWord(emptied, 'No paragraph here', 'right');
      await expect(emptied).toHaveAttribute('aria-selected', 'true');
      await choose('Flag a problem');
      await page.getByTestId('flag-note').fill(`Where is ${language}?`);
      await page.getByTestId('flag-keep').click();
      await expect
        .poll(async () => (await openedProject(page)).flags.map(({ spans }) => spans))
        .toEqual([[{ at: 'gap', language, rowId: 'row-5' }]]);
      await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(async () => (await openedProject(page)).flags).toEqual([]);
      await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
      await expect(emptied).toHaveText(threeOf(5)[language][0] ?? '');
    }

    // Marked words elsewhere are not what is flagged.
    await markText(cell(page, 2, 'en').locator('.text'), 'damaged');
    await cell(page, 3, 'ky').locator('.text').click({ button: 'right' });
    await choose('Flag a problem');
    await expect(page.locator('.draft-quote')).toHaveText('К3');
    await page.keyboard.press('Escape');

    // In the editor, the caret of which stays.
    await openText(cell(page, 1, 'ky').locator('.text'));
    await page.getByTestId('editor').click({ button: 'right' });
    await choose('Agree the text');
    await expect.poll(() => openedStatuses(page)).toEqual(['1 ky agreed']);
    await expect(page.getByTestId('editor')).toBeVisible();
    await page.keyboard.press('Escape');

    // By the key for it; and the palette keeps what it was opened on.
    await chooseCell(page, 4, 'ky');
    await page.keyboard.press('ContextMenu');
    await choose('Agree the text');
    await expect.poll(() => openedStatuses(page)).toEqual(['1 ky agreed', '4 ky agreed']);
    await markText(cell(page, 2, 'en').locator('.text'), 'damaged');
    await page.keyboard.press('Control+Shift+p');
    await page.getByTestId('palette-field').fill('Flag a problem');
    await page.keyboard.press('Enter');
    await expect(page.locator('.draft-quote')).toHaveText('damaged');
    await page.keyboard.press('Escape');

    // What belongs together is asked once something is picked.
    await cell(page, 4, 'en').locator('.text').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Agree the text' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /belong together/ })).toHaveCount(0);
    await page.keyboard.press('Escape');

    // A link in the editor opens as one in a text that is read: with Ctrl, and after asking.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: JSON.stringify(asked.at(-1)) });
        return Promise.resolve({ response: 1, checkboxChecked: false });
      };
    });
    const marks = [{ type: 'link' as const, href: 'https://bridge.example/', start: 0, end: 2 }];
    await page.evaluate((command) => window.triptych.request('project/command', { command, group: null }), {
      type: 'editParagraph' as const,
      paragraphId: 'en-3.1',
      content: { text: 'E3', marks },
    });
    await cell(page, 3, 'en').locator('.link').click();
    await page
      .getByTestId('editor')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    await expect
      .poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'asked'))))
      .toContain('bridge.example');
    await page.keyboard.press('Escape');

    // Heads, flags and lists have no menu of rows, and choose nothing.
    await page.getByTestId('head-ky').click({ button: 'right' });
    await page.locator('.inspector').click({ button: 'right' });
    await expect(page.getByRole('menu')).toHaveCount(0);
  });
});
