import type { Page } from '@playwright/test';
import { chooseInMenu } from './documents';
import { cell, chooseCell, expect, markText, row, test } from './triptych';

test.describe('Reviewing', () => {
  test('shows three columns with their heads, an outline, an inspector and the place one is at', async ({
    sample,
  }) => {
    const { page } = sample;
    for (const language of ['ru', 'ky', 'en']) {
      await expect(page.getByTestId(`head-${language}`)).toContainText(/\d words/);
    }
    await expect(page.getByRole('navigation', { name: 'Outline' })).toContainText('Who pays');
    await expect(page.getByTestId('position')).toHaveText(/Row 1 of \d+/);
    const heights = await row(page, 4)
      .getByRole('gridcell')
      .evaluateAll((cells) => cells.map((each) => each.getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
  });

  test('keeps the head in sight and follows the selection through the whole article', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('End');
    await expect(page.getByTestId('position')).toHaveText(/Row (\d+) of \1/);
    await expect(page.getByTestId('head-ru')).toBeInViewport();
    await expect(page.locator('.row.chosen [role=gridcell]').first()).toBeInViewport();
    // What one steps to is seen whole, though rows are measured only as they come into sight.
    await page.keyboard.press('Home');
    for (let number = 2; number < 12; number += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(page.getByTestId('position')).toHaveText(`Row ${number} of 60`);
      await expect(page.locator('.row.chosen')).toBeInViewport({ ratio: 1 });
    }
  });

  test('edits a paragraph in place, keeps its marks, and shows the change word by word', async ({
    sample,
  }) => {
    const { page } = sample;
    const cells = cell(page, 4, 'ky');
    await chooseCell(page, 4, 'ky');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('Өткөн ');
    await page.keyboard.press('Escape');
    await expect(cells.locator('ins').first()).toContainText('Өткөн');
    await expect(cells.locator('.footnote-reference')).toHaveCount(1);
    await page.keyboard.press('Control+1');
    await expect(cells.locator('ins')).toHaveCount(0);
    await page.keyboard.press('Control+3');
    await expect(cells).not.toContainText('Өткөн');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+z');
    await expect(cells).not.toContainText('Өткөн');
    await page.keyboard.press('Control+Shift+z');
    await expect(cells).toContainText('Өткөн');
  });

  test('takes letters put together by an input method', async ({ sample }) => {
    const { page } = sample;
    await chooseCell(page, 4, 'ky');
    await page.keyboard.press('Enter');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ө', selectionStart: 1, selectionEnd: 1 });
    await devtools.send('Input.imeSetComposition', { text: 'өң', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.insertText', { text: 'өңү' });
    await page.keyboard.press('Escape');
    await expect(cell(page, 4, 'ky')).toContainText('өңү');
    await expect(cell(page, 4, 'ky')).not.toContainText('өөң');
  });

  test('flags words in two languages; the flag follows the text; its fix is applied and undone', async ({
    sample,
  }) => {
    const { page } = sample;
    const english = page.getByTestId('cell-en').filter({ hasText: 'reparation' }).first();
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-field').fill('reparation');
    await page.keyboard.press('Enter');
    await expect(english).toBeInViewport();
    await page.keyboard.press('Escape');
    await markText(english, 'reparation');
    // The offer goes with the words when the rows roll, and is not there while the words are not.
    const offer = page.getByRole('button', { name: /Flag a problem/ });
    await expect(offer).toBeVisible();
    const above = await roll(page, 100);
    await expect.poll(async () => (await offer.boundingBox())?.y).toBeLessThan(above);
    const beyond = above - (await page.locator('.rows').evaluate((rows) => rows.getBoundingClientRect().top));
    await roll(page, beyond + 30);
    await expect(offer).toBeHidden();
    await roll(page, -beyond - 30);
    await offer.click();
    await page.getByTestId('flag-category').selectOption('accuracy/mistranslation');
    await page.getByTestId('flag-fix-en').fill('reputational');
    await page.getByTestId('flag-note').fill('репутационные');
    const index =
      Number(await english.locator('xpath=ancestor::*[@data-index]').getAttribute('data-index')) + 1;
    const russian = cell(page, index, 'ru');
    await markText(russian.locator('.text').first(), 'репутационн');
    await page.getByRole('button', { name: /Add this place/ }).click();
    await page.getByTestId('flag-keep').click();
    await expect(english.locator('.flagged')).toHaveText('reparation');
    await expect(russian.locator('.flagged')).toContainText('репутационн');

    await page.getByRole('button', { name: 'English reparation' }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('Well then: ');
    await page.keyboard.press('Escape');
    await expect(english.locator('.flagged')).toHaveText('reparation');

    await page.getByTestId('flag-card').getByRole('button', { name: 'Apply the fix' }).click();
    await expect(english.locator('.text').first()).toContainText('reputational');
    await expect(page.getByTestId('flag-card')).toContainText('Resolved');
    await page.keyboard.press('Control+z');
    await expect(english.locator('.flagged')).toHaveText('reparation');

    await page.getByTestId('tab-flags').click();
    await page.getByTestId('flag-filter-severity').selectOption('critical');
    await expect(page.getByTestId('flag-card')).toHaveCount(0);
    await page.getByTestId('flag-filter-severity').selectOption('');
    await page.getByTestId('flag-card').getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByTestId('flag-card')).toHaveCount(0);
    await page.getByTestId('flag-filter-status').selectOption('dismissed');
    await expect(page.getByTestId('flag-card')).toHaveCount(1);
  });

  test('flags an omission where the paragraph is missing', async ({ sample }) => {
    const { page } = sample;
    const gap = page.locator('.cell.gap').first();
    await page.getByTestId('filter-alignment').click();
    await gap.click();
    await page.keyboard.press('f');
    await expect(page.getByTestId('flag-category')).toHaveValue('accuracy/omission');
    await page.getByTestId('flag-note').fill('Dropped');
    await page.keyboard.press('Control+Enter');
    await expect(gap).toContainText('Flagged');
  });

  test('sets statuses, counts them and filters by them', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('a');
    await expect(cell(page, 1, 'ru')).toContainText('Agreed');
    await page.keyboard.press('Shift+A');
    await expect(row(page, 1).locator('.status.agreed')).toHaveCount(3);
    await expect(page.getByTestId('filter-agreed')).toContainText('1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await expect(cell(page, 2, 'ru')).toContainText('Reviewed');
    await page.getByTestId('filter-reviewed').click();
    await expect(page.getByTestId('row')).toHaveCount(1);
    await page.getByTestId('filter-all').click();
    await page.keyboard.press('Control+z');
    await expect(cell(page, 2, 'ru')).not.toContainText('Reviewed');
  });

  test('hides, moves and resizes columns, and remembers that', async ({ start }) => {
    const first = await start('--sample');
    const divider = first.page.getByTestId('divider-ru');
    const before = await first.page.getByTestId('head-ru').boundingBox();
    const box = await divider.boundingBox();
    if (!box || !before) throw new Error('no divider');
    await first.page.mouse.move(box.x + 4, box.y + 20);
    await first.page.mouse.down();
    await first.page.mouse.move(box.x + 84, box.y + 20, { steps: 4 });
    await first.page.mouse.up();
    const after = await first.page.getByTestId('head-ru').boundingBox();
    expect((after?.width ?? 0) - before.width).toBeGreaterThan(50);
    await first.page.getByRole('button', { name: 'English column' }).click();
    await first.page.getByRole('menuitem', { name: 'Move the column left' }).click();
    await first.page.getByRole('button', { name: 'Kyrgyz column' }).click();
    await first.page.getByRole('menuitem', { name: 'Hide the column' }).click();
    await expect(first.page.getByTestId('head-ky')).toHaveCount(0);
    await first.app.close();
    const { page } = await start('--sample');
    await expect(page.getByTestId('head-ky')).toHaveCount(0);
    await expect(page.getByRole('columnheader').nth(1)).toContainText('Russian');
    await expect(page.getByRole('columnheader').nth(2)).toContainText('English');
    await page.getByTitle('Show Kyrgyz').click();
    await expect(page.getByTestId('head-ky')).toBeVisible();
  });

  test('speaks Russian and Kyrgyz at once, in the menu bar too', async ({ sample }) => {
    const { page, app } = sample;
    const menus = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
    await chooseInMenu(app, 'ui-ru');
    await expect(page.getByTestId('export')).toHaveText('Экспорт');
    await expect.poll(menus).toContain('Файл');
    // Words are longest in Russian: the form of a flag shows all its keys, and its buttons.
    await chooseCell(page, 3, 'ru');
    await page.keyboard.press('f');
    const form = page.getByTestId('flag-form');
    await expect(form.getByRole('button', { name: 'Отмена' })).toBeInViewport({ ratio: 1 });
    const cutOff = await form.locator('.segmented').evaluate((box) => {
      const { right } = box.getBoundingClientRect();
      return [...box.querySelectorAll('kbd')].filter((key) => key.getBoundingClientRect().right > right)
        .length;
    });
    expect(cutOff).toBe(0);
    const severities = form.locator('.segmented kbd');
    await expect(severities).toHaveText(['Q', 'W', 'E', 'R']);
    // On a French keyboard these places have other letters.
    await page.evaluate(() => {
      const caps = new Map([...'QWER'].map((place, at) => [`Key${place}`, 'azer'.charAt(at)]));
      Object.defineProperty(navigator, 'keyboard', { value: { getLayoutMap: () => Promise.resolve(caps) } });
      dispatchEvent(new Event('focus'));
    });
    await expect(severities).toHaveText(['A', 'Z', 'E', 'R']);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    // A name that goes on in a sentence has a small letter.
    await chooseInMenu(app, 'statusDraft');
    await expect(page.getByTestId('news')).toHaveText('Ряд 3, русский: черновик.');
    // Where no row is shown one is at none.
    await page.getByTestId('filter-flagged').click();
    await expect(page.getByTestId('position')).toHaveText('60 рядов');
    await page.getByTestId('filter-all').click();
    await chooseInMenu(app, 'ui-ky');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ky');
    await expect(page.getByTestId('export')).toHaveText('Экспорт');
    await expect(page.getByTestId('filter-all')).not.toContainText('All rows');
  });

  test('is dark when asked', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('Control+Shift+p');
    await page.getByTestId('palette-field').fill('dark');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe('rgb(24, 23, 21)');
  });

  test('works by the place of the keys on a Cyrillic layout', async ({ sample }) => {
    const { page } = sample;
    const press = (code: string, key: string, held: { ctrlKey?: true; shiftKey?: true } = {}) =>
      page.evaluate(
        (init) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
          ),
        { code, key, ...held },
      );
    await press('KeyJ', 'о');
    await expect(page.getByTestId('position')).toHaveText(/Row 2 of/);
    await press('KeyA', 'ф');
    await expect(cell(page, 2, 'ru')).toContainText('Agreed');
    await press('KeyZ', 'я', { ctrlKey: true });
    await expect(cell(page, 2, 'ru')).not.toContainText('Agreed');
    // A word typed at a row is no more than one command, told with what to press to write.
    await page.evaluate(() => {
      for (const code of ['KeyM', 'KeyA', 'KeyD', 'KeyE'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { code, key: 'ь', bubbles: true, cancelable: true }),
        );
    });
    const news = page.locator('.notice-bar');
    await expect(news).toContainText('To write in the text, press Enter.');
    await expect(news.getByRole('listitem')).toHaveText(['Row 2: rows merged.']);
    await news.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 2).getByTestId('cell-ru').locator('.text')).toHaveCount(1);
    await press('KeyP', 'З', { ctrlKey: true, shiftKey: true });
    await expect(page.getByTestId('palette-field')).toBeVisible();
  });

  test('lists every key, and says of what cannot be done now why', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('u');
    await expect(page.getByTestId('news')).toHaveText('There is no row above.');
    await page.keyboard.press('Control+Shift+p');
    await page.getByTestId('palette-field').fill('up a row');
    const grey = page.getByRole('option', { name: 'Move the paragraph up a row' });
    await expect(grey).toHaveAttribute('aria-disabled', 'true');
    await expect(grey).toContainText('There is no row above.');
    await page.keyboard.press('Escape');
    await cell(page, 1, 'ru').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Row and paragraph…' }).click();
    const entry = page.getByRole('menuitem', { name: 'Move the paragraph up a row' });
    await expect(entry).toBeDisabled();
    await expect(entry).toContainText('There is no row above.');
    await page.keyboard.press('Escape');
    await expect(entry).toBeHidden();
    await page.keyboard.press('Control+/');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Merge with the next row');
    // The two say the opposite of each other: what is printed has to be the key that is pressed.
    const still = dialog.locator('div', { has: page.getByText('Still right: ') }).last();
    await expect(still.locator('kbd')).toHaveText('=');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('scores each version by its flags, with the newsroom’s own categories and weights', async ({
    sample,
  }) => {
    const { page } = sample;
    const ask = async (words: string) => {
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByTestId('flag-form')).toHaveCount(0);
      await page.keyboard.press('Control+Shift+p');
      await page.getByTestId('palette-field').fill(words);
      await page.keyboard.press('Enter');
    };
    await chooseCell(page, 4, 'en');
    await page.keyboard.press('f');
    await page.getByTestId('flag-category').selectOption('style/register');
    await page.keyboard.press('Control+Enter');
    await ask('score');
    await expect(page.getByTestId('score-en')).toContainText('Penalty points: 5;');
    await expect(page.getByTestId('score-en')).toContainText('✓ passes');
    await expect(page.getByTestId('score-ru')).toContainText('Not reviewed yet');
    await page.keyboard.press('Escape');

    await ask('error categories');
    const style = page.getByTestId('dimension-style');
    await style.locator('summary').click();
    await page.getByTestId('weight-style').fill('10');
    await style.getByLabel('Style, English', { exact: true }).fill('Tone');
    await style.getByLabel('New type of error').fill('Stock phrases');
    await page.keyboard.press('Enter');
    await page.getByTestId('pass-mark').fill('');
    await expect(page.getByTestId('typology-keep')).toBeDisabled();
    await page.getByTestId('pass-mark').fill('95');
    await page.getByTestId('typology-keep').click();
    await ask('score');
    await expect(page.getByTestId('score-en')).toContainText('Penalty points: 50;');
    await expect(page.getByTestId('score-en')).toContainText('✗ fails');
    await expect(page.getByTestId('score-en')).toContainText('Tone');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByTestId('flag-category').selectOption({ label: 'Stock phrases' });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('flag-card').last()).toContainText('Stock phrases');
  });

  test('flags in three strokes, assigns flags, and reviews blind', async ({ sample }) => {
    const { page } = sample;
    const ask = async (words: string) => {
      await page.keyboard.press('Control+Shift+p');
      await page.getByTestId('palette-field').fill(words);
      await page.keyboard.press('Enter');
    };
    const sign = async (name: string) => {
      await ask('your name');
      await page.getByRole('dialog').getByRole('textbox').fill(name);
      await page.keyboard.press('Enter');
    };
    const flagHere = async (number: number, keys: readonly string[]) => {
      await chooseCell(page, number, 'en');
      for (const key of ['f', ...keys]) await page.keyboard.press(key);
      await expect(cell(page, number, 'en').locator('.flagged').first()).toBeVisible();
      await expect(page.getByTestId('flag-form')).toHaveCount(0);
    };
    await sign('Айгүл');
    await flagHere(4, ['4', 'e']);
    const card = page.getByTestId('flag-card');
    await expect(card).toContainText('Style');
    await expect(card).toContainText('Major');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.keyboard.insertText('Канцелярит');
    await page.keyboard.press('Control+Enter');
    await expect(card).toContainText('Канцелярит');
    await flagHere(5, ['1', '1', 'w']);
    await expect(card).toContainText('Mistranslation');

    await card.getByRole('button', { name: 'Assign' }).click();
    await page.getByTestId('flag-assignee').fill('Бакыт');
    await page.keyboard.press('Enter');
    await expect(card).toContainText('Assigned to Бакыт');
    await sign('Бакыт');
    await page.getByTestId('tab-flags').click();
    await expect(card).toHaveCount(2);
    await page.getByTestId('flag-filter-assignee').selectOption({ label: 'Mine (Бакыт)' });
    await expect(card).toHaveCount(1);
    await page.getByTestId('flag-filter-assignee').selectOption('');

    await ask('review blind');
    await page.getByTestId('blind-go').click();
    await expect(page.getByTestId('blind-bar')).toBeVisible();
    await expect(card).toHaveCount(0);
    await expect(page.locator('.flagged')).toHaveCount(0);
    await flagHere(4, ['1', 'q']);
    await expect(card).toHaveCount(1);
    await page.getByTestId('blind-bar').getByRole('button').click();
    await page.getByTestId('blind-go').click();
    const agreement = page.getByTestId('agreement');
    await expect(agreement).toContainText('Айгүл · Бакыт');
    await expect(agreement).toContainText('2 · 1');
    await expect(agreement).toContainText('67%');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('blind-bar')).toHaveCount(0);
    await expect(card).toHaveCount(3);
  });
});

/** Rolls the rows by so many pixels; tells where the bottom of the marked words is then. */
function roll(page: Page, by: number): Promise<number> {
  return page.locator('.rows').evaluate((rows, pixels) => {
    rows.scrollBy(0, pixels);
    return document.getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? NaN;
  }, by);
}
