import type { Page } from '@playwright/test';
import type { Language } from '../../shared/model/language';
import { openedRows, threeOf, writeProject, type Texts } from './documents';
import { cell, chooseCell, expect, row, test } from './triptych';

const ROWS: Texts = [threeOf(1), threeOf(2), threeOf(3), threeOf(4), threeOf(5)];

/** Writes something at the end of a paragraph. */
async function append(page: Page, number: number, language: Language, words: string): Promise<void> {
  await chooseCell(page, number, language);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
  await expect(cell(page, number, language)).toContainText(words);
}

async function compareWith(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: /^What is shown: / });
  await menu.click();
  await page.getByRole('menuitem', { name }).click();
  await expect(menu).toContainText(name.slice(1));
}

/** What is shown as put in, cell by cell. */
async function shownInsertions(page: Page): Promise<readonly string[]> {
  return page.locator('.grid ins').allTextContents();
}

test.describe('History', () => {
  test('shows what is new since the last session, and goes from change to change', async ({
    start,
    home,
  }) => {
    const path = `${home}/history.triptych`;
    writeProject(path, 'History', ROWS);
    const first = await start(path);
    await append(first.page, 1, 'en', ' first');
    await append(first.page, 2, 'ru', ' первое');
    await first.app.close();

    const { page, app } = await start(path);
    await expect.poll(() => shownInsertions(page)).toEqual([' first', ' первое']);
    await compareWith(page, 'Since my last session');
    await expect.poll(() => shownInsertions(page)).toEqual([]);
    await page.keyboard.press('.');
    await expect(page.getByTestId('news')).toHaveText('There are no changes.');
    await append(page, 3, 'ky', ' жаңы');
    await append(page, 5, 'en', ' last');
    await append(page, 1, 'en', ' again');
    await expect.poll(() => shownInsertions(page)).toEqual([' again', ' жаңы', ' last']);

    await chooseCell(page, 2, 'ru');
    await page.keyboard.press('.');
    await expect(row(page, 3)).toHaveClass(/chosen/);
    await expect(cell(page, 3, 'ky')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('.');
    await expect(row(page, 5)).toHaveClass(/chosen/);
    await page.keyboard.press('.');
    await expect(row(page, 1)).toHaveClass(/chosen/);
    await page.keyboard.press(',');
    await expect(row(page, 5)).toHaveClass(/chosen/);

    await expect(page.getByTestId('filter-changed')).toContainText('3');
    await page.getByTestId('tab-changes').click();
    await expect(page.getByTestId('change')).toHaveCount(3);
    const kyrgyz = page.getByTestId('changes-ky').getByTestId('change');
    await expect(kyrgyz).toContainText('Row 3');
    await expect(kyrgyz.locator('ins')).toHaveText('жаңы');
    await kyrgyz.click();
    await expect(row(page, 3)).toHaveClass(/chosen/);
    await chooseCell(page, 2, 'ru');
    await page.keyboard.press('Enter');
    await page.getByTestId('editor').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => getSelection()?.anchorOffset)).toBe(2);
    await page.keyboard.press('Enter');
    const russian = page.getByTestId('changes-ru').getByTestId('change');
    await expect(russian).toHaveText([/Row 2 · paragraph split/]);
    await expect(russian.locator('ins')).toHaveText('¶');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(russian).toHaveCount(0);
    await page.keyboard.press('Control+3');
    await expect(cell(page, 3, 'ky').locator('.text')).toHaveText('К3');
    await expect(cell(page, 1, 'en').locator('.text')).toHaveText('E1 first');
    await page.keyboard.press('Control+2');
    await compareWith(page, 'Since last agreed');
    await expect(page.getByTestId('change')).toHaveCount(4);
    await page.keyboard.press('a');
    await expect(page.getByTestId('change')).toHaveCount(3);
    await app.close();
  });

  test('restores a former text, and tells where and what was done', async ({ start, home }) => {
    const path = `${home}/history.triptych`;
    writeProject(path, 'History', ROWS);
    const { page } = await start(path);
    await append(page, 1, 'en', ' one');
    await append(page, 2, 'en', ' elsewhere');
    await append(page, 1, 'en', ' two');
    await page.getByTestId('tab-history').click();
    const revisions = page.getByTestId('revision');
    await expect(revisions).toHaveCount(2);
    await expect(revisions.first().locator('ins')).toHaveText('two');
    await expect(revisions.first().getByRole('button', { name: 'Restore' })).toBeDisabled();
    await revisions.last().getByRole('button', { name: 'Restore' }).click();
    await expect(cell(page, 1, 'en').locator('.text')).toHaveText('E1 one');
    await expect(revisions).toHaveCount(3);
    await page.getByTestId('first-text').getByRole('button', { name: 'Restore' }).click();
    await expect(cell(page, 1, 'en').locator('.text')).toHaveText('E1');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 1, 'en').locator('.text')).toHaveText('E1 one two');

    const lines = page.getByTestId('history-line');
    await expect(lines).toHaveCount(5);
    await expect(lines.nth(3)).toContainText('Row 2');
    await expect(lines.nth(3)).toContainText('elsewhere');
    await page.getByTestId('history-row-only').check();
    await expect(lines).toHaveCount(4);
    await page.getByTestId('history-row-only').uncheck();
    await lines.nth(3).getByRole('button', { name: /Row 2/ }).click();
    await expect(row(page, 2)).toHaveClass(/chosen/);
    await lines.nth(3).getByRole('button', { name: 'Compare with this' }).click();
    await expect.poll(() => shownInsertions(page)).toEqual([' two']);
  });

  test('keeps the article under a name, compares with it and brings it back', async ({ start, home }) => {
    const path = `${home}/history.triptych`;
    writeProject(path, 'History', ROWS);
    const { page } = await start(path);
    await append(page, 1, 'en', ' before');
    await page.getByTestId('tab-history').click();
    await page.getByTestId('take-snapshot').click();
    await page.getByTestId('snapshot-name').fill('To the editor');
    await page.keyboard.press('Enter');
    const snapshot = page.getByTestId('snapshot').filter({ hasText: 'To the editor' });
    await expect(snapshot).toHaveCount(1);

    await append(page, 2, 'en', ' after');
    await page.getByTestId('take-snapshot').click();
    await page.getByTestId('snapshot-name').fill('To the printer');
    await page.keyboard.press('Enter');
    await append(page, 2, 'ru', ' потом');
    await snapshot.getByRole('button', { name: 'Compare with…' }).press('Enter');
    // With the one that follows at first, then with the present.
    const differences = page.getByTestId('difference');
    await expect(differences).toHaveText(['Row 2 · paragraph editedE2 after']);
    await expect(differences.locator('ins')).toHaveText('after');
    await expect(page.getByTestId('compare-ru')).toContainText('No differences.');
    await page.getByTestId('compare-after').selectOption('The article as it is now');
    await expect(differences).toHaveCount(2);
    await page.getByTestId('compare-before').selectOption({ index: 1 });
    await expect(differences).toHaveText(['Row 2 · paragraph editedР2 потом']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(cell(page, 2, 'ru').locator('.text')).toHaveText('Р2');

    await snapshot.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => shownInsertions(page)).toEqual([' after']);
    await snapshot.getByRole('button', { name: 'Show' }).click();
    await expect(cell(page, 2, 'en').locator('.text')).toHaveText('E2');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('m');
    await snapshot.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => openedRows(page)).toContain('Р2 | К2 | E2');
    await expect.poll(() => openedRows(page)).toHaveLength(5);
    await expect.poll(() => shownInsertions(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => openedRows(page)).toContain('Р2 + Р3 | К2 + К3 | E2 after + E3');

    await snapshot.getByRole('button', { name: 'Remove' }).click();
    await expect(snapshot).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^What is shown: / })).toHaveText(/Changes since import/);
    await page.keyboard.press('Control+z');
    await expect(snapshot).toHaveCount(1);
  });
});
