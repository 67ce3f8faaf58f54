import { lookAt } from '../../scripts/bench/view.mjs';
import * as tokens from '../../shared/text/tokens';
import { LANGUAGES } from '../../shared/model/language';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseInMenu } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, row, test } from './triptych';

// Nobody has opened a pane before.
test.use({ remembered: {} });

/** Of each status, whether it lies over a line of its cell. */
function coverWords(statuses: readonly Element[]): boolean[] {
  return statuses.map((status) => {
    const { left, right, top, bottom } = status.getBoundingClientRect();
    const range = document.createRange();
    return [...(status.closest('.cell')?.querySelectorAll('.text') ?? [])].some((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].some(
        (line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top,
      );
    });
  });
}

test.describe('The view', () => {
  test('a laptop shows enough of the texts, and enlarged nothing of them is cut', async ({
    sample: { app, page },
  }) => {
    await page.locator('.found').first().waitFor();
    const look = (width: number, height: number, more = {}) =>
      lookAt(app, page, tokens, { width, height, density: 'auto', panes: false, ...more });
    const laptop = await look(1280, 720);
    expect(laptop.words).toBeGreaterThanOrEqual(370);
    expect(laptop.smallest).toBeGreaterThanOrEqual(15);
    expect((await look(1440, 900)).words).toBeGreaterThanOrEqual(480);
    // On a tall screen the lines stand further apart, unless a person wants it otherwise.
    const tall = await look(1920, 1080);
    expect(tall.smallest).toBe(16);
    expect((await look(1920, 1080, { density: 'compact' })).words).toBeGreaterThan(tall.words);
    for (const [textSize, zoom] of [
      [2, 1],
      [1, 2],
      [2, 2],
    ])
      expect((await look(1280, 720, { textSize, zoom })).cut).toEqual([]);
  });

  test('the panes come when they are asked for and stay as they were left; what needs one brings it along', async ({
    start,
  }) => {
    const first = await start('--sample');
    const { page } = first;
    const [outline, details] = [
      page.getByRole('navigation', { name: 'Outline' }),
      page.getByRole('complementary'),
    ];
    await expect(cell(page, 1, 'ru')).toBeVisible();
    await expect(outline.or(details)).toHaveCount(0);
    // The strokes of the rail are the headings.
    await page.locator('.outline-rail i').nth(1).click();
    await expect(page.getByTestId('position')).toHaveText(/Row 8 of/);
    await expect(page.locator('.outline-rail .on')).toHaveAttribute('title', 'Why winter matters');
    // The rows can be narrowed without it, and that is seen and undone in one place.
    await page.getByRole('button', { name: 'Rows shown: All rows' }).click();
    await page.getByRole('menuitem', { name: /^Check alignment/ }).click();
    await expect(page.getByTestId('filter-chip')).toContainText('Check alignment');
    await expect.poll(() => page.getByTestId('row').count()).toBeLessThan(4);
    await page.getByTestId('filter-chip').click();
    await expect.poll(() => page.getByTestId('row').count()).toBeGreaterThan(4);

    await row(page, 8).getByRole('rowheader').locator('.number').click();
    await page.keyboard.press('Home');
    await markText(cell(page, 1, 'en').locator('.text').first(), 'dam');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await expect(details.getByTestId('flag-form')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(cell(page, 1, 'en').locator('.flagged')).toHaveText('dam');
    await expect(details).toHaveCount(0);

    // The row one is in stays where it is, though every row above it becomes higher.
    await page.locator('.outline-rail i').nth(3).click();
    await expect(page.locator('.row.chosen')).toContainText('Water downstream');
    const top = async () => (await page.locator('.row.chosen').boundingBox())?.y ?? NaN;
    const before = await top();
    await page.getByRole('button', { name: 'Outline pane' }).click();
    await page.getByRole('button', { name: 'Details pane' }).click();
    await expect(outline).toContainText('Who pays');
    await expect(details).toBeVisible();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
    // What is sure hides what could be done about its alignment.
    await expect(details.getByTestId('confirm-row')).toBeHidden();
    await page.getByTestId('filter-alignment').click();
    await expect(details.getByTestId('confirm-row')).toBeVisible();
    await first.app.close();
    const again = await start('--sample');
    await expect(again.page.getByRole('navigation', { name: 'Outline' })).toContainText('Who pays');
    await expect(again.page.getByRole('complementary')).toBeVisible();
  });

  test('a table looks like one, with the cells of a line beside each other in one row', async ({
    start,
    home,
  }) => {
    const { app, page } = await start();
    const texts = [
      ['Цены выросли во всех городах страны за последний год.', 'Нарын'],
      ['Баалар өлкөнүн бардык шаарларында акыркы жылы өстү.', 'Нарын'],
      ['Prices have grown in all towns of the country in the last year.', 'Naryn'],
    ] as const;
    const paths = texts.map((_, at) => join(home, `prices ${at}.md`));
    for (const [at, [lead, town]] of texts.entries())
      await writeFile(
        paths[at] ?? '',
        `${lead}\n\n| ${town} | 2023 | 2024 |\n|-|-|-|\n| ${town} 1 | 30 | 36 |\n`,
      );
    await chooseInDialogs(app, paths);
    await chooseInMenu(app, 'import');
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toHaveText('Row 1 of 3');
    for (const language of LANGUAGES) {
      const places = cell(page, 3, language).locator('.table-cell');
      await expect(places).toHaveText([/1$/, '30', '36']);
      const above = cell(page, 2, language).locator('.table-cell');
      const lefts = async (cells: typeof places) =>
        cells.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
      expect(await lefts(places)).toEqual(await lefts(above));
      expect(new Set(await lefts(places)).size).toBe(3);
    }
    // That all is agreed is told beside the words, also in narrow columns, and no row grows for it.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280);
    for (const pane of ['Outline pane', 'Details pane'])
      await page.getByRole('button', { name: pane }).click();
    await expect(page.locator('.inspector')).toBeVisible();
    const heights = () =>
      page.getByTestId('row').evaluateAll((rows) => rows.map((each) => each.getBoundingClientRect().height));
    const before = await heights();
    for (const number of [1, 2, 3]) {
      await chooseCell(page, number, 'en');
      await page.keyboard.press('Shift+A');
      await expect(row(page, number).locator('.status.agreed')).toHaveCount(3);
      await expect(row(page, number).locator('.mark.confirmed')).toBeVisible();
    }
    expect(await heights()).toEqual(before);
    expect(await page.locator('.status.agreed').evaluateAll(coverWords)).toEqual(Array(9).fill(false));
    // What needs a word stands below.
    await chooseCell(page, 1, 'ru');
    await page.keyboard.press('3');
    await expect(cell(page, 1, 'ru').locator('.status.reviewed')).toHaveText('Reviewed');
    expect(await cell(page, 1, 'ru').locator('.status').evaluateAll(coverWords)).toEqual([false]);
  });
});
