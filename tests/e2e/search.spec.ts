import type { Page } from '@playwright/test';
import { cell, expect, markText, row, test } from './triptych';

test.describe('Finding and replacing', () => {
  test('finds words in all versions, whatever their case and ё', async ({ sample }) => {
    const { page, app } = sample;
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-field').fill('ЕЩЕ');
    await expect(page.getByTestId('find-count')).toHaveText(/1 of \d+/);
    await page.keyboard.press('Enter');
    await expect(page.locator('.hit.current')).toBeInViewport();
    await expect(page.locator('.hit.current')).toHaveText(/ещё/i);
    // The field is one line high, also where what stands beside it takes several.
    const height = () => page.getByTestId('find-field').evaluate((field) => field.clientHeight);
    const before = await height();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 720));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    expect(await height()).toBe(before);
  });

  test('replaces words in one place and in those that stay ticked, and takes it back', async ({ sample }) => {
    const { page, app } = sample;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    const title = cell(page, 1, 'ru');
    await page.keyboard.press('Control+h');
    await expect(page.getByTestId('find-field')).toBeFocused();
    await page.keyboard.type('плотина');
    await expect(page.getByTestId('find-count')).toHaveText('1 of 7');
    await expect(page.locator('.hit.current')).toBeInViewport();
    // Asked for once more there, the caret goes on to what is to be put in, and nothing of what was typed is lost.
    await page.keyboard.press('Control+h');
    await expect(page.getByTestId('replacement')).toBeFocused();
    await page.keyboard.type('станция');
    await page.keyboard.press('Control+f');
    await expect(page.getByTestId('find-field')).toBeFocused();
    await page.keyboard.press('Control+g');
    await expect(page.getByTestId('find-count')).toHaveText('2 of 7');
    await page.keyboard.press('Control+Shift+g');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+h');
    await expect(page.getByTestId('find-field')).toHaveValue('плотина');
    await expect(page.getByTestId('replacement')).toHaveValue('станция');
    await expect(page.getByTestId('replacement')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(title.locator('ins').last()).toHaveText('станция');
    await expect(page.getByTestId('find-count')).toHaveText('1 of 6');
    await page.getByRole('button', { name: 'Replace all…' }).click();
    const places = page.getByRole('dialog').locator('.replace-place');
    await expect(places).toHaveCount(6);
    // The list scrolls, and nothing around it.
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((shown) => shown.scrollHeight - shown.clientHeight)).toBe(0);
    await expect(places.nth(2)).toContainText('ПлотинаСтанция не создаёт воду');
    await places.nth(2).click();
    await page.getByRole('button', { name: 'Replace 5 places' }).click();
    await expect(page.locator('.notice-bar')).toContainText('Replaced in 5 places.');
    await expect(page.getByTestId('find-count')).toHaveText('1 of 1');
    await page.locator('.notice-bar').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('find-count')).toHaveText(/of 6/);
    await expect(title.locator('ins').last()).toHaveText('станция');
    await page.getByTestId('find-within').selectOption({ label: 'English' });
    await expect(page.getByTestId('find-count')).toHaveText('Nothing found');
  });

  test('lists every place in three columns, and the texts go along with each', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('В');
    const present = page.locator('.rows .hit.current');
    await expect(present).toBeInViewport();
    await page.keyboard.type('од');
    await expect(present).toHaveText(/вод/i);
    const places = page.getByTestId('found-place');
    await expect(places.first()).toHaveAttribute('aria-current', 'true');
    // What the other versions say stands beside.
    await expect(page.getByTestId('found-row').first().locator('.found-cell')).toHaveCount(3);
    await expect(page.getByTestId('found-row').first().locator('[lang=en]')).not.toBeEmpty();
    const last = places.last();
    await last.scrollIntoViewIfNeeded();
    await last.click();
    await expect(last).toHaveAttribute('aria-current', 'true');
    await expect(present).toBeInViewport();
    const count = (await countOf(page)).split(' of ');
    expect(count[0]).toBe(count[1]);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByTestId('find-count')).toHaveText(`${Number(count[1]) - 1} of ${count[1]}`);
    await expect(page.locator('.found-place:focus')).toHaveAttribute('aria-current', 'true');
    await expect(present).toBeInViewport();
  });

  test('finds by a regular expression, says what is wrong with one, and stops one that never ends', async ({
    sample,
  }) => {
    const { page } = sample;
    const found = page.getByTestId('find-count');
    await page.keyboard.press('Control+h');
    await page.keyboard.type('плотин(а|ы|у)');
    await expect(found).toHaveText('Nothing found');
    await page.getByTestId('find-by').selectOption({ label: 'Regular expression' });
    await expect(found).toHaveText(/^1 of \d+$/);
    await expect(page.locator('.rows .hit.current')).toHaveText(/плотин[аыу]/i);
    await page.getByTestId('replacement').fill('станци$1 ($&)');
    await page.getByTestId('replacement').press('Enter');
    await expect(cell(page, 1, 'ru').locator('.text').first()).toContainText(/станциа.*плотина.*\)/);
    await page.getByTestId('find-field').fill('плотин(а');
    await expect(found).toContainText('A parenthesis in the regular expression is not closed');
    await page.getByTestId('find-field').fill('(.*.*.*)*ъъъ$');
    await expect(found).toContainText('took too long and was stopped');
    // The window is as it was.
    await page.getByTestId('find-field').fill('плотин(а|ы|у)');
    await expect(found).toHaveText(/ of \d+$/);
  });

  test('takes the right form where an ending is not certain', async ({ sample }) => {
    const { page } = sample;
    await page.keyboard.press('Control+h');
    await page.keyboard.type('плотина');
    await page.getByTestId('find-by').selectOption({ label: 'All forms of a word' });
    await page.getByTestId('replacement').fill('мост');
    await page.getByRole('button', { name: 'Replace all…' }).click();
    const dialog = page.getByRole('dialog');
    const form = dialog.getByTestId('replace-form').first();
    await expect(form).toHaveValue('мост');
    const ticked = dialog.getByRole('checkbox', { checked: true });
    const before = await ticked.count();
    await form.fill('мостища');
    await expect(ticked).toHaveCount(before + 1);
    await page.getByTestId('replace-do').click();
    await expect(page.locator('.rows ins', { hasText: 'мостища' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.locator('.rows ins')).toHaveCount(0);
  });

  test('takes ё and stress for what they are when asked, and searches notes and the rows that are shown', async ({
    sample,
  }) => {
    const { page } = sample;
    const found = page.getByTestId('find-count');
    const title = cell(page, 1, 'ru');
    await markText(title.locator('.text').first(), 'плотина');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.getByTestId('flag-note').fill('Спросить, чья это плоти\u0301на');
    await page.getByTestId('flag-keep').click();
    await page.keyboard.press('Control+f');
    await page.getByTestId('find-field').fill('плотина');
    const everywhere = Number((await countOf(page)).split(' of ')[1]);
    await page.getByRole('checkbox', { name: 'Notes of flags' }).check();
    await expect(found).toHaveText(`1 of ${everywhere} · 1 in notes`);
    await page.getByRole('checkbox', { name: 'Ignore stress, ё = е' }).uncheck();
    await expect(found).toHaveText(`1 of ${everywhere}`);
    await page.getByRole('checkbox', { name: 'Ignore stress, ё = е' }).check();
    await page.getByTestId('found-note').click();
    await expect(page.getByTestId('flag-card').first()).toContainText('Спросить');
    await page.getByRole('button', { name: 'Flagged' }).first().click();
    await expect(page.getByTestId('row')).toHaveCount(1);
    await page.getByRole('checkbox', { name: 'Only rows shown' }).check();
    await expect(found).toHaveText('1 of 1 · 1 in notes');
    await page.keyboard.press('F3');
    await expect(page.getByTestId('row')).toHaveCount(1);
    await expect(row(page, 1)).toBeVisible();
  });
});

async function countOf(page: Page): Promise<string> {
  const found = page.getByTestId('find-count');
  await expect(found).toHaveText(/ of \d+$/);
  return (await found.textContent()) ?? '';
}
