import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BRIDGE, openedProject, openedTexts, writeProject } from './documents';
import { pressLetter } from './keyboard';
import { cell, chooseCell, expect, markText, markWord, test } from './triptych';

/** Rows, statuses and flags: what letters are meant to change at a row. */
async function state(page: Page) {
  const { rows, flags } = await openedProject(page);
  return JSON.stringify([rows, flags]);
}

test.describe('Letters', () => {
  test('over marked words change no row and no status, on any layout, and what a key did can be undone', async ({
    start,
    home,
  }) => {
    const path = join(home, 'letters.triptych');
    writeProject(path, 'Letters', BRIDGE);
    const { page } = await start(path);
    const before = await state(page);
    const text = cell(page, 2, 'en').locator('.text');

    // Who only reads changes nothing: letters over marked words say so.
    await page.getByRole('button', { name: 'Reading' }).click();
    await markWord(text, 'damaged');
    await page.keyboard.type('damaged lost mask, s12345gic xyu=+ ');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Insert');
    await page.keyboard.press('Enter');
    for (const [code, letter] of [
      ['KeyA', 'ф'],
      ['KeyM', 'ь'],
      ['KeyD', 'в'],
      ['KeyC', 'с'],
      ['KeyY', 'н'],
    ] as const)
      await pressLetter(page, code, letter);
    await expect(page.getByTestId('news')).toContainText('nothing is typed over the selected words');
    expect(await state(page)).toBe(before);
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(page.locator('.matter-card')).toHaveCount(0);
    await expect(page.getByTestId('editor')).toHaveCount(0);

    // A key right after the marking, before the page has told of it.
    await text.evaluate((host) => {
      const pieces = [...host.querySelectorAll('[data-start]')];
      const [first, last] = [pieces[0]?.firstChild, pieces.at(-1)?.firstChild];
      const at = last?.textContent?.indexOf('ridge') ?? -1;
      if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, at);
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', code: 'KeyF', bubbles: true }));
    });
    await expect(page.locator('.draft-quote')).toHaveText('The b');
    await page.keyboard.press('Escape');

    // F still flags them.
    await markText(text, 'bridge');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('bridge');
    // As the beginning of "fuel use" it opens the form, and keeps nothing.
    const kept = await state(page);
    await page.keyboard.type('uel use');
    await expect(page.getByTestId('flag-form')).toBeVisible();
    expect(await state(page)).toBe(kept);
    await page.keyboard.press('Escape');

    // Who writes types over a word, as in any program for texts: a double click, in a row one was not in, or was.
    await page.getByRole('button', { name: 'Editing' }).click();
    for (const [number, language, word, put] of [
      [2, 'en', 'damaged', 'damaged lost mask, s12345gic xyu=+'],
      [2, 'en', 'bridge', 'ferry'],
      [2, 'ru', 'закрыт', 'снова открыт'],
      [2, 'ky', 'жабык', 'ачык'],
    ] as const) {
      const [was = ''] = (await openedProject(page)).rows[number - 1]?.cells[language].paragraphs ?? [];
      await markWord(cell(page, number, language), word);
      await page.keyboard.type(put);
      const now = (was === '' ? '' : was.text).replace(word, put);
      await expect.poll(() => openedTexts(page, language)).toContain(now);
    }
    await page.keyboard.press('Escape');
    // Who types slowly has typed in more than one step.
    for (let now = await state(page); now !== before; now = await state(page)) {
      const was = now;
      await page.keyboard.press('Control+z');
      await expect.poll(() => state(page)).not.toBe(was);
    }

    // At the row a letter is a command, and says what it did.
    await chooseCell(page, 3, 'ky');
    const then = await state(page);
    for (const [key, told, undone = ''] of [
      ['a', 'Row 3, Kyrgyz: Agreed.'],
      ['m', 'Row 3: rows merged.'],
      ['c', 'Row 3: the alignment is confirmed.'],
      ['Shift+A', 'Row 3: the texts are agreed.', 'Agree a row'],
      ['1', 'Row 3, Kyrgyz: Draft.'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByTestId('news')).toHaveText(told);
      expect(await state(page)).not.toBe(then);
      await page.getByTestId('news').locator('..').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => state(page)).toBe(then);
      await expect(page.getByTestId('news')).toContainText(`Undone: ${undone}`);
    }
    // What can no longer be taken back alone is no longer offered.
    await page.keyboard.press('a');
    await expect(page.getByTestId('news')).toHaveText('Row 3, Kyrgyz: Agreed.');
    await page.evaluate(() =>
      window.triptych.request('project/command', {
        command: { type: 'setTitle', title: 'Another' },
        group: null,
      }),
    );
    await expect(page.getByTestId('news')).toHaveCount(0);
  });
});
