import { lookAt } from '../../scripts/bench/view.mjs';
import * as tokens from '../../shared/text/tokens';
import { LANGUAGES } from '../../shared/model/language';
import type { Locator, Page } from '@playwright/test';
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

/** Where each cell begins and ends, in whole pixels of the page from its left. */
async function spanned(cells: Locator): Promise<readonly (readonly [number, number])[]> {
  return cells.evaluateAll((all) =>
    all.map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return [Math.round(left), Math.round(right)] as const;
    }),
  );
}

/** Where the words of a cell end, in whole pixels of the page from its left. */
async function endOfWords(place: Locator): Promise<number> {
  return place.locator('.text').evaluate((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return Math.round(range.getBoundingClientRect().right);
  });
}

/** The words of texts that are cut in two where the line ends. */
async function cutWords(texts: Locator): Promise<readonly string[]> {
  return texts.evaluateAll((all) => {
    const range = document.createRange();
    return all.flatMap(({ firstChild: held }) => {
      const node = held?.firstChild ?? held;
      return [...(node?.textContent ?? '').matchAll(/[\p{L}\p{N},]+/gu)].flatMap((word) => {
        if (!node) return [];
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? word : [];
      });
    });
  });
}

async function weightOf(place: Locator): Promise<string> {
  return place.locator('.text').evaluate((text) => getComputedStyle(text).fontWeight);
}

/** How many colours there are from a little above the upper edge of a cell of a table to a little below, in its middle. */
async function coloursAcross(page: Page, place: Locator): Promise<number> {
  const box = await place.boundingBox();
  if (!box) throw new Error('the cell is not shown');
  const clip = { x: box.x + box.width / 2, y: box.y - 3, width: 1, height: 6 };
  const picture = await page.screenshot({ clip });
  return page.evaluate(async (source) => {
    const image = await createImageBitmap(
      new Blob([Uint8Array.from(atob(source), (sign) => sign.charCodeAt(0))], { type: 'image/png' }),
    );
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawing?.drawImage(image, 0, 0);
    const { data } = drawing?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 4).join()))
      .size;
  }, picture.toString('base64'));
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
        [
          `${lead}\n\n<table><thead><tr><th rowspan="2">${town}</th><th colspan="2">30 – 36</th></tr>`,
          `<tr><th>2023</th><th>2024</th></tr></thead>`,
          `<tbody><tr><td>${town} 1</td><td>30</td><td>36</td></tr></tbody></table>\n`,
          `| ${town} | 2023 | 2024 | ${lead.split(' ')[0]} |\n|-|-|-|-|\n| 1 | 12 345,6 | 13 456,7 | ${lead} |\n`,
        ].join('\n'),
      );
    await chooseInDialogs(app, paths);
    await chooseInMenu(app, 'import');
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toHaveText('Row 1 of 6');
    for (const language of LANGUAGES) {
      const [head, years, prices] = [2, 3, 4].map((number) =>
        cell(page, number, language).locator('.table-cell'),
      ) as [Locator, Locator, Locator];
      await expect(head).toHaveText([/^\p{L}+$/u, '30 – 36']);
      await expect(years).toHaveText(['', '2023', '2024']);
      await expect(prices).toHaveText([/1$/, '30', '36']);
      const [overs, middles, bottoms] = await Promise.all([head, years, prices].map(spanned));
      expect(middles).toEqual(bottoms);
      expect(overs).toEqual([middles?.[0], [middles?.[1]?.[0], middles?.[2]?.[1]]]);
      expect(new Set(bottoms?.flat()).size).toBe(4);
      expect(await endOfWords(years.last())).toBe(await endOfWords(prices.last()));
      const weights = await Promise.all([head.last(), prices.last()].map(weightOf));
      expect(Number(weights[0])).toBeGreaterThan(Number(weights[1]));
    }
    // The cell over two rows is one: between them is a line beside it, and none through it.
    const [merged, beside] = [0, 1].map((at) => cell(page, 3, 'ru').locator('.table-cell').nth(at)) as [
      Locator,
      Locator,
    ];
    expect(await coloursAcross(page, merged)).toBe(1);
    expect(await coloursAcross(page, beside)).toBeGreaterThan(1);
    // That all is agreed is told beside the words, also in narrow columns, and no row grows for it.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280);
    for (const pane of ['Outline pane', 'Details pane'])
      await page.getByRole('button', { name: pane }).click();
    await expect(page.locator('.inspector')).toBeVisible();
    // Where a column is too narrow for the words of a table, its cells stand one below the other, each with its head.
    await cell(page, 1, 'en').hover();
    await page.mouse.wheel(0, 4000);
    await expect(cell(page, 6, 'en')).toBeInViewport();
    const last = cell(page, 6, 'en').locator('.table-cell');
    expect(await cutWords(page.locator('.table-cell .text'))).toEqual([]);
    await expect(last).toHaveCount(4);
    expect(new Set((await spanned(last)).map(String)).size).toBe(1);
    await expect(last.nth(2)).toHaveAttribute('data-head', '2024');
    await page.mouse.wheel(0, -4000);
    const heights = () =>
      page.getByTestId('row').evaluateAll((rows) => rows.map((each) => each.getBoundingClientRect().height));
    const before = await heights();
    for (const number of [1, 2, 3, 4]) {
      await chooseCell(page, number, 'en');
      await page.keyboard.press('Shift+A');
      await expect(row(page, number).locator('.status.agreed')).toHaveCount(3);
      await expect(row(page, number).locator('.mark.confirmed')).toBeVisible();
    }
    expect(await heights()).toEqual(before);
    expect(await page.locator('.status.agreed').evaluateAll(coverWords)).toEqual(Array(12).fill(false));
    // What needs a word stands below.
    await chooseCell(page, 1, 'ru');
    await page.keyboard.press('3');
    await expect(cell(page, 1, 'ru').locator('.status.reviewed')).toHaveText('Reviewed');
    expect(await cell(page, 1, 'ru').locator('.status').evaluateAll(coverWords)).toEqual([false]);
  });
});
