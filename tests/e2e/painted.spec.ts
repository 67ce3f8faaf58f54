import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openedTexts, threeOf, writeProject } from './documents';
import { chooseCell, expect, test } from './triptych';

/** Notes which words of the open text are marked as flagged, at every moment from now on; the answer tells all of them. */
async function recordFlagged(page: Page): Promise<() => Promise<readonly string[]>> {
  const record = await page.getByTestId('editor').evaluateHandle((editor) => {
    const words = new Set<string>();
    const note = () => {
      for (const each of editor.querySelectorAll('.flagged')) words.add(each.textContent);
    };
    new MutationObserver(note).observe(editor, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    note();
    return words;
  });
  return () => record.evaluate((words) => [...words]);
}

test.describe('What is to be seen in a text', () => {
  test('is seen while it is open, goes with what is typed and stops no key', async ({ start, home }) => {
    const path = join(home, 'painted.triptych');
    const before = 'Once there was a ferry. The old bridge over the river holds.';
    writeProject(path, 'Painted', [
      threeOf(1),
      {
        ru: ['Новый мост через реку пока стоит. Готово. Быстро.'],
        ky: ['Дарыядагы жаңы көпүрө бекем. Даяр. Тез.'],
        en: [before, 'The river.'],
      },
      threeOf(3),
    ]);
    const { page, app } = await start(path);
    const texts = () => openedTexts(page, 'en');
    const editor = page.getByTestId('editor');
    const word = (name: string) => editor.locator(name);
    const presses = async (key: string, times: number) => {
      for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
    };
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await presses('Delete', 'Once there was a ferry. '.length);
    await presses('ArrowRight', 'The '.length);
    await presses('Shift+ArrowRight', 'old'.length);
    await page.keyboard.type('new');
    const typed = 'The new bridge over the river holds.';
    await expect.poll(texts).toContain(typed);

    // What was changed: new words, and those that are gone, which are no part of what is typed in.
    await expect(word('ins')).toHaveText('new');
    const gone = word('[data-gone]');
    await expect(gone.first()).toHaveAttribute('data-gone', /Once there was a ferry/);
    await expect(gone.last()).toHaveAttribute('data-gone', 'old');
    await expect(editor).toHaveText(typed);
    await page.keyboard.press('Control+1');
    await expect(page.locator('.grid')).toHaveAttribute('data-text-view', 'clean');
    await expect(gone).toHaveCount(0);
    await expect(word('ins')).toHaveCount(0);
    await page.keyboard.press('Control+2');
    await expect(word('ins')).toHaveText('new');

    // What is said of flagging names the key that does it here.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await expect(page.locator('.inspector')).toContainText('press Ctrl+Alt+M to flag');
    // A flag raised with the keyboard is marked while it is written, and after, in the text that stays open.
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'The new '.length);
    await presses('Shift+ArrowRight', 'bridge'.length);
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText('bridge');
    await expect(word('.flagged')).toHaveText('bridge');
    // As with a comment elsewhere, what is typed, pasted, or comes from an input method now is its words.
    await expect(page.getByTestId('flag-note')).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('flag-keep')).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('Check w1th them: ');
    await app.evaluate(({ clipboard }) => clipboard.writeText('pasted'));
    await page.keyboard.press('Control+v');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'мост', selectionStart: 4, selectionEnd: 4 });
    await devtools.send('Input.insertText', { text: 'мост' });
    await expect(page.getByTestId('flag-note')).toHaveValue('Check w1th them: pastedмост');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('flag-form')).toHaveCount(0);
    await expect(word('.flagged')).toHaveText('bridge');
    await word('.flagged').hover();
    await expect(page.getByTestId('matter-hint')).toContainText('Check w1th them: pastedмост');
    // Typed before it; the mark is on its word before the project has heard of anything, and after.
    const everFlagged = await recordFlagged(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Oh! ');
    // The caret is at the end by the time the text is painted.
    await page.keyboard.press('Control+End');
    await expect.poll(texts).toContain(`Oh! ${typed}`);
    await expect(word('ins').first()).toHaveText(/Oh!/);
    await expect(word('.flagged')).toHaveText('bridge');
    expect(await everFlagged()).toEqual(['bridge']);

    // One that is raised right after typing is about the words that are marked, though a space before them is not kept.
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'Oh!'.length);
    await page.keyboard.type(' ');
    await presses('ArrowRight', ' The '.length);
    await presses('Shift+ArrowRight', 'new'.length);
    await page.keyboard.press('Control+Alt+m');
    await expect(page.locator('.draft-quote')).toHaveText('new');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await presses('ArrowRight', 'Oh! '.length);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+End');

    // Two findings come in while one types; the one that is dismissed goes, the other stays.
    await page.keyboard.type(' R\u0435ady. F\u0430st.');
    await expect(editor).toHaveText(`Oh! ${typed} R\u0435ady. F\u0430st.`);
    await expect(word('.found')).toHaveText(['R\u0435ady', 'F\u0430st']);
    // What was pressed is meant, though the text is painted anew as the button comes up.
    await word('.found').first().hover();
    await expect(page.getByTestId('matter-hint')).toContainText('R\u0435ady');
    await page.mouse.down();
    await page.keyboard.press('Control+1');
    await expect(page.locator('.grid')).toHaveAttribute('data-text-view', 'clean');
    await page.mouse.up();
    await expect(gone).toHaveCount(0);
    const card = page.getByTestId('matter-card');
    await expect(card).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(gone).not.toHaveCount(0);
    await card.getByTestId('finding-dismiss').click();
    await card.getByTestId('dismiss-note').fill('A name');
    await card.getByTestId('dismiss-own').click();
    await expect(word('.found')).toHaveText(['F\u0430st']);

    // What is sought, beside it.
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-field').fill('river');
    await expect(word('.hit')).toHaveText('river');
    await page.keyboard.press('Escape');

    // What is told of the row stands where it stood when a text that was not changed is chosen.
    const listed = page.getByTestId('row-finding-list');
    const place = async () => Math.round((await listed.boundingBox())?.y ?? 0);
    const stood = await place();
    await chooseCell(page, 2, 'ru');
    await expect(page.locator('.panel h2').nth(1)).toHaveText('Russian');
    expect(await place()).toBe(stood);
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Enter');

    // Past words that are gone the caret goes on to the next row, and where a key has nothing to delete it says why.
    await editor.locator('.ProseMirror').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('news')).toContainText('press Backspace at the beginning of that one');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Backspace');
    await expect(page.getByTestId('news')).toContainText('This is the first text in its row');
    await presses('ArrowUp', 1);
    await expect(editor).toHaveText('E1');
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('news')).toContainText('the last text in its row');
    expect(await texts()).toEqual(['E1', `Oh! ${typed} R\u0435ady. F\u0430st.`, 'The river.', 'E3']);

    // A caret at the end stays there when what is shown before it comes and goes.
    await chooseCell(page, 2, 'ru');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Вот ');
    await expect(word('ins')).toHaveText('Вот ');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+1');
    await expect(word('ins')).toHaveCount(0);
    await page.keyboard.press('Control+2');
    await expect(word('ins')).toHaveText('Вот ');
    await page.keyboard.type(' Да.');
    await expect(editor).toHaveText('Вот Новый мост через реку пока стоит. Готово. Быстро. Да.');
  });
});
