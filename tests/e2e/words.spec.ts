import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createProjectFile } from '../../main/project/project-file';
import { perLanguage } from '../../shared/model/language';
import { plainBlock } from '../../shared/model/paragraph';
import { openedProject, openedTexts } from './documents';
import { cell, expect, markText, placeOf, test } from './triptych';

/** Writes a project of rows with one English text each, and what it was when it was imported. */
function writeEdited(path: string, texts: readonly { now: string; before: string | null }[]): void {
  const created = createProjectFile(path, {
    id: 'edited',
    title: 'Edited',
    created: 0,
    origins: perLanguage(() => null),
    rows: texts.map(({ now, before }, n) => ({
      id: `row-${n}`,
      cells: perLanguage((language) => ({
        paragraphs: [
          {
            ...plainBlock(language === 'en' ? now : `${language} ${n}`),
            id: `${language}-${n}`,
            imported: language === 'en' && before !== null ? { text: before, marks: [] } : null,
          },
        ],
        status: 'translated' as const,
      })),
      confidence: 1,
      confirmed: true,
    })),
    flags: [],
  });
  if (!created.ok) throw new Error(created.failure.code);
  created.value.close();
}

async function frames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let n = 0; n < 5; n += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

/** Rolls the list until a row is cut in two by its lower or upper edge. */
async function rollTo(page: Page, number: number, edge: 'lower' | 'upper'): Promise<void> {
  await expect(async () => {
    const off = await page.locator('.rows').evaluate(
      (list, { index, lower }) => {
        const view = list.getBoundingClientRect();
        const there = list.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
        // Not drawn yet: further that way.
        const first = Number(list.querySelector<HTMLElement>('[data-index]')?.dataset['index']);
        const middle = there
          ? (there.top + there.bottom) / 2
          : index < first
            ? view.top - 300
            : view.bottom + 300;
        const by = middle - (lower ? view.bottom : view.top);
        list.scrollTop += by;
        return there ? Math.abs(by) : Infinity;
      },
      { index: number - 1, lower: edge === 'lower' },
    );
    expect(off).toBeLessThan(2);
  }).toPass();
  await frames(page);
}

test.describe('Words marked with the mouse', () => {
  test('are the words under it, in half-hidden rows and in texts as they were', async ({ start, home }) => {
    const path = join(home, 'words.triptych');
    const sentences = (mark: string) =>
      Array.from({ length: 8 }, (_, n) => `Valley${mark}x${n} was flooded again.`).join(' ');
    writeEdited(path, [
      {
        now: 'A new beginning. The old dam of the village held.',
        before: 'The old dam of the village held firm.',
      },
      ...Array.from({ length: 9 }, (_, n) => ({ now: sentences(String(n + 2)), before: null })),
    ]);
    const { page, app } = await start(path);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1200, 760));
    const text = (number: number) => cell(page, number, 'en').locator('.text');
    const marked = () => page.evaluate(() => document.getSelection()?.toString().trim());
    const twice = async (number: number, word: string) => {
      const { x, y } = await placeOf(text(number), word);
      await page.mouse.click(x, y);
      await expect(cell(page, number, 'en')).toHaveAttribute('aria-selected', 'true');
      // Whatever the first click moves has moved when the second one comes.
      await frames(page);
      expect(Math.abs((await placeOf(cell(page, number, 'en'), word)).y - y)).toBeLessThan(1);
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
      await expect.poll(marked).toBe(word);
    };

    // Cut off by the lower edge, then by the upper one; the keys that follow are about the same words.
    await cell(page, 2, 'en').click();
    await rollTo(page, 4, 'lower');
    await twice(4, 'Valley4x1');
    await page.keyboard.type('Gorge ');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => openedTexts(page, 'en'))
      .toContain(sentences('4').replace('Valley4x1 ', 'Gorge '));
    await rollTo(page, 6, 'lower');
    await twice(6, 'Valley6x1');
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText(/^Valley6x1 ?$/);
    await page.keyboard.press('Escape');
    await rollTo(page, 3, 'upper');
    await twice(3, 'Valley3x7');
    await page.keyboard.press('Escape');

    // A key leads to the row, and shows it.
    await rollTo(page, 5, 'lower');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 5, 'en')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(async () => (await placeOf(text(5), 'Valley5x7')).inView).toBe(true);

    // In the text as it was: the same words of the present one.
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+3');
    await expect(text(1)).toHaveText('The old dam of the village held firm.');
    await markText(text(1), 'old dam');
    await page.keyboard.press('f');
    await expect(page.locator('.draft-quote')).toHaveText('old dam');
    await page.keyboard.press('Escape');
    // Of words that are gone, the place where they were.
    await markText(text(1), 'firm');
    await page.keyboard.press('f');
    await page.getByTestId('flag-note').fill('Bring it back');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await openedProject(page)).flags[0]?.spans)
      .toMatchObject([{ language: 'en', start: 48, end: 48, quote: '' }]);
    // And the caret, where one clicks into it.
    const { x, y } = await placeOf(text(1), 'dam');
    await page.mouse.click(x, y);
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.type('great ');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await openedTexts(page, 'en'))[0])
      .toBe('A new beginning. The old great dam of the village held.');

    // Words that are gone, marked in the text as it was: one writes where they were.
    const english = async () => (await openedTexts(page, 'en'))[0];
    const opened = page.getByTestId('keys-on').getByRole('button', { name: 'Text', pressed: true });
    await page.keyboard.press('Control+3');
    await expect(text(1)).toHaveText('The old dam of the village held firm.');
    const firm = await placeOf(text(1), 'firm');
    await page.mouse.dblclick(firm.x, firm.y);
    await expect(opened).toBeVisible();
    await page.keyboard.type(' fast');
    await page.keyboard.press('Escape');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held fast.');
    await page.keyboard.press('Control+z');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held.');
    // Where they are shown as gone, a click on them leads there too.
    await expect(text(1).locator('del', { hasText: 'firm' })).toBeVisible();
    const gone = await placeOf(text(1), 'firm');
    await page.mouse.click(gone.x, gone.y);
    await expect(opened).toBeVisible();
    await page.keyboard.type(' strong');
    await page.keyboard.press('Escape');
    await expect.poll(english).toBe('A new beginning. The old great dam of the village held strong.');
  });
});
