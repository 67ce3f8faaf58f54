import { cell, expect, row, test } from './triptych';

test.describe('Aligning', () => {
  test('lights the sentences that say the same, under the mouse and by key', async ({ sample }) => {
    const { page } = sample;
    const english = cell(page, 4, 'en').locator('[data-link]').first();
    await english.waitFor();
    await english.hover();
    const link = await english.getAttribute('data-link');
    for (const language of ['ru', 'ky', 'en'] as const) {
      await expect(cell(page, 4, language).locator(`[data-link="${link}"].lit`).first()).toBeVisible();
    }
    await page.mouse.move(5, 5);
    await expect(row(page, 4).locator('.lit')).toHaveCount(0);

    await cell(page, 4, 'ru').locator('.text').first().click();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    const lit = row(page, 4).locator('.lit').first();
    await expect(lit).toBeVisible();
    await page.keyboard.press('p');
    await expect(cell(page, 4, 'ru').locator('.lit').first()).toContainText('За последние пять лет');
  });

  test('splits a row at a sentence in all versions, by keyboard alone, in one step of undo', async ({
    sample,
  }) => {
    const { page } = sample;
    const rows = async () =>
      Number(/of (\d+)/.exec((await page.getByTestId('position').textContent()) ?? '')?.[1]);
    const before = await rows();
    const texts = await row(page, 4).getByRole('gridcell').allTextContents();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('position')).toHaveText(/Row 4 of/);
    await row(page, 4).locator('[data-link]').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+S');
    await expect.poll(rows).toBe(before + 1);
    await expect(cell(page, 5, 'ru')).toContainText('Разрыв закрывают');
    await expect(cell(page, 5, 'en')).toContainText('Imports from');
    await expect(cell(page, 4, 'en')).not.toContainText('Imports from');
    await page.keyboard.press('Control+z');
    await expect.poll(rows).toBe(before);
    expect(await row(page, 4).getByRole('gridcell').allTextContents()).toEqual(texts);
  });

  test('puts paragraphs picked with the mouse into one row, and offers what follows', async ({ sample }) => {
    const { page } = sample;
    await cell(page, 3, 'ru')
      .locator('.text')
      .click({ modifiers: ['ControlOrMeta'] });
    await cell(page, 4, 'ky')
      .locator('.text')
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await expect(page.locator('.paragraph.picked')).toHaveCount(2);
    await cell(page, 3, 'ru').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /belong together/ }).click();
    const grouped = page.locator('.row.chosen');
    await expect(grouped.getByTestId('cell-ru')).toContainText('Створ будущей плотины');
    await expect(grouped.getByTestId('cell-ky')).toContainText('Акыркы беш жылда');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 4, 'ru')).toContainText('За последние пять лет');
  });

  test('offers rows for checking below a confidence the editor chooses', async ({ sample }) => {
    const { page } = sample;
    await page.getByTestId('filter-alignment').click();
    const shown = async () =>
      Number(await page.getByTestId('filter-alignment').locator('.count').textContent());
    const few = await shown();
    await page.getByTestId('check-below').fill('100');
    await expect.poll(shown).toBeGreaterThan(few);
    await expect(page.getByTestId('row').first().locator('.mark.check')).toBeVisible();
  });
});
