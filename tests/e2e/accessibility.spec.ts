import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../../shared/model/language';
import { articlePath, chooseInMenu, openedTexts, writeProject } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, row, test } from './triptych';
import { findViolations } from './violations';

test.describe('Accessibility', () => {
  for (const theme of ['themeLight', 'themeDark'] as const) {
    test(`start screen, workspace and dialogs meet WCAG 2.2 AA, ${theme}`, async ({ start, home }) => {
      const { page, app } = await start();
      const check = (where: string) => expectNoViolations(page, theme, where);
      await chooseInMenu(app, theme);
      await check('start');

      await chooseInDialogs(app, [articlePath('ru'), articlePath('en')]);
      await chooseInMenu(app, 'import');
      await expect(page.getByTestId('import-column')).toHaveCount(2);
      await check('import');
      await page.getByRole('button', { name: 'Cancel' }).click();

      await chooseInMenu(app, 'openSample');
      await expect(page.getByTestId('position')).toBeVisible();
      await page.keyboard.press('Shift+A');
      await expect(cell(page, 1, 'en')).toContainText('Agreed');
      await markText(cell(page, 2, 'en').locator('.text').first(), 'kilowatt-hour');
      await page.getByRole('button', { name: /Flag a problem/ }).click();
      await check('flag');
      await page.keyboard.press('Control+Enter');
      await expect(cell(page, 2, 'en').locator('.flagged')).toHaveText('kilowatt-hour');
      await chooseCell(page, 3, 'ru');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(' правка');
      await check('editing');
      await page.keyboard.press('Escape');
      await expect(cell(page, 3, 'ru').locator('ins')).toContainText('правка');
      await page.keyboard.press('Control+f');
      await page.getByTestId('find-field').fill('2034');
      await page.getByTestId('tab-flags').click();
      await check('workspace');

      // A suggestion, a text that fell behind, and a draft with a conflict.
      await page.getByTestId('find-field').press('Escape');
      await page.keyboard.press('Home');
      await page.getByTestId('tab-row').click();
      await page.locator('[data-mode=suggesting]').click();
      await chooseCell(page, 3, 'en');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(' They never forgive one.');
      await page.keyboard.press('Escape');
      await page.locator('[data-mode=editing]').click();
      await chooseCell(page, 3, 'ru');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(' Так было 7 раз.');
      await page.keyboard.press('Escape');
      await expect(cell(page, 3, 'en').getByTestId('stale')).toBeVisible();
      await chooseCell(page, 3, 'en');
      await check('reconciling');
      await page.getByTestId('tab-changes').click();
      await check('changes');
      await page.getByTestId('tab-history').click();
      await check('history');
      await page.getByTestId('tab-facts').click();
      await expect(page.getByTestId('fact').first()).toBeVisible();
      await check('facts');
      const draft = join(home, 'draft.ru.txt');
      const last = (await openedTexts(page, 'ru'))[2]?.replace('Так было 7 раз.', 'Так было 9 раз.') ?? '';
      await writeFile(draft, `${(await openedTexts(page, 'ru')).with(2, last).slice(0, 8).join('\n\n')}\n`);
      await chooseInDialogs(app, [draft]);
      await chooseInMenu(app, 'bringIn');
      await expect(page.getByTestId('conflict').or(page.getByTestId('draft-result')).first()).toBeVisible();
      await check('draft');
      await page.keyboard.press('Escape');

      for (const [action, name] of [
        ['recover', 'Recover a project'],
        ['glossary', 'Glossary'],
        ['export', 'Export'],
        ['score', 'Score'],
        ['typology', 'Error categories'],
        ['blindReview', 'Blind review'],
        ['report', 'Review report'],
        ['palette', 'All commands'],
        ['shortcuts', 'Keyboard shortcuts and marks'],
        ['author', 'Your name'],
        ['paste', 'Import pasted text'],
      ] as const) {
        await chooseInMenu(app, action);
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        await check(action);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  }

  for (const theme of ['themeLight', 'themeDark'] as const) {
    test(`findings, their card and their list meet WCAG 2.2 AA, ${theme}`, async ({ start, home }) => {
      const path = join(home, 'roads.triptych');
      writeProject(path, 'Roads', [
        { ru: ['Дорога закрыта. [1]'], ky: ['Жол жабык. [1]'], en: ['The road is closed.'] },
        { ru: ['Мост готов. [2]'], ky: ['Көпүрө даяр.'], en: ['The bridge is ready. [2]'] },
      ]);
      const { page, app } = await start(path);
      const check = (where: string) => expectNoViolations(page, theme, where);
      await chooseInMenu(app, theme);
      await row(page, 2).getByTestId('row-findings').click();
      const card = page.getByTestId('matter-card');
      await expect(card).toBeVisible();
      await check('finding card');
      await card.getByTestId('finding-dismiss').click();
      await check('dismissing');
      await card.getByTestId('dismiss-intended').click();
      await page.getByTestId('tab-checks').click();
      await page.getByTestId('finding').getByRole('button').first().click();
      for (const more of ['dismissed', 'check-switches'])
        await page.getByTestId(more).locator('summary').click();
      await check('checks');
      await page.getByTestId('tab-row').click();
      await expect(page.getByTestId('row-finding-list')).toBeVisible();
      await check('findings of a row');
    });
  }

  for (const language of ['ru', 'ky'] as const) {
    test(`workspace, lists and dialogs meet WCAG 2.2 AA in the interface language ${language}`, async ({
      sample: { page, app },
    }) => {
      await chooseInMenu(app, `ui-${language}`);
      await page.locator(`html[lang="${language}"]`).waitFor();
      for (const tab of ['row', 'flags', 'checks', 'facts', 'changes', 'history']) {
        await page.getByTestId(`tab-${tab}`).click();
        await expectNoViolations(page, 'themeLight', tab);
      }
      for (const action of ['export', 'report', 'score', 'glossary', 'recover', 'palette'] as const) {
        await chooseInMenu(app, action);
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectNoViolations(page, 'themeLight', action);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  }

  test('at 200% nothing is out of reach', async ({ sample: { page, app } }) => {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setSize(1280, 800);
      window?.webContents.setZoomFactor(2);
    });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    const isWithin = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(await isWithin()).toBe(true);
    for (const language of LANGUAGES) await expect(cell(page, 1, language)).toBeInViewport({ ratio: 0.9 });
    await page.getByTestId('toggleInspector').click();
    await page.getByTestId('tab-checks').click();
    await expect(page.getByTestId('finding').first()).toBeInViewport();
    await page.getByTestId('finding').first().getByRole('button').first().click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('tab-checks')).toBeHidden();
    await page.getByTestId('toggleOutline').click();
    await expect(page.getByRole('navigation', { name: 'Outline' })).toBeInViewport();
    await page.getByTestId('toggleOutline').click();
    await expect(page.getByRole('navigation', { name: 'Outline' })).toBeHidden();
    await page.keyboard.press('Home');
    await markText(cell(page, 1, 'en').locator('.text').first(), 'dam');
    await page.keyboard.press('f');
    await expect(page.getByTestId('flag-form')).toBeInViewport();
    // It is about the row, whatever was listed before.
    await expect(page.getByRole('tab', { selected: true })).toHaveId('tab-row');
    await page.keyboard.press('Control+Enter');
    await expect(cell(page, 1, 'en').locator('.flagged')).toHaveText('dam');
    for (const action of ['export', 'score', 'typology'] as const) {
      await chooseInMenu(app, action);
      for (const button of await page.locator('dialog footer button').all())
        await expect(button).toBeInViewport({ ratio: 0.9 });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    expect(await isWithin()).toBe(true);
  });

  test('in forced colours, what is chosen, found and flagged is told by shapes and by those colours', async ({
    sample: { page },
  }) => {
    await markText(cell(page, 2, 'en').locator('.text').first(), 'kilowatt-hour');
    await page.getByRole('button', { name: /Flag a problem/ }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('tab-checks').click();
    await expect(cell(page, 4, 'en').locator('.found')).toBeVisible();
    await page.emulateMedia({ forcedColors: 'active' });
    const style = (where: Locator, property: string) =>
      where.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    const background = (where: Locator) => style(where, 'background-color');
    expect(await background(page.getByTestId('tab-checks'))).not.toBe(
      await background(page.getByTestId('tab-row')),
    );
    await page.getByTestId('tab-row').click();
    const [on, off] = [
      page.locator('.segmented .on').first(),
      page.locator('.segmented label:not(.on)').first(),
    ];
    expect(await background(on)).not.toBe(await background(off));
    const canvas = await background(page.locator('body'));
    for (const [where, property] of [
      [cell(page, 4, 'en').locator('.found'), 'text-decoration-color'],
      [cell(page, 2, 'en').locator('.flagged'), 'border-bottom-color'],
      [page.locator('.cell.chosen'), 'outline-color'],
    ] as const)
      expect(await style(where, property)).not.toBe(canvas);
  });

  test('a screen reader is told rows, columns and languages', async ({ sample: { page } }) => {
    const grid = page.getByRole('grid', { name: 'The versions side by side' });
    await expect(grid).toHaveAttribute('aria-rowcount', '61');
    await expect(grid).toHaveAttribute('aria-colcount', '4');
    for (const name of [/^Russian/, /^Kyrgyz/, /^English/])
      await expect(grid.getByRole('columnheader', { name })).toBeVisible();
    const first = grid.getByRole('row').nth(1);
    await expect(first).toHaveAttribute('aria-rowindex', '2');
    await expect(first.getByRole('rowheader')).toContainText('1');
    for (const language of LANGUAGES) {
      const text = first.getByTestId(`cell-${language}`).locator('[lang]').first();
      await expect(text).toHaveAttribute('lang', language);
    }
    await chooseCell(page, 3, 'en');
    await expect(cell(page, 3, 'en')).toBeFocused();
    await expect(cell(page, 3, 'en')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible();
    // F6 goes round the parts of the window, through each of them and back to where one was.
    const parts = ['.inspector', '.header', '.guide-line', '.outline', '.heads', '.rows'];
    for (const part of parts) {
      await page.keyboard.press('F6');
      await expect(page.locator(`${part}:focus-within`)).toHaveCount(1);
    }
    await expect(cell(page, 3, 'en')).toBeFocused();
  });
});

async function expectNoViolations(
  page: Page,
  theme: 'themeLight' | 'themeDark',
  where: string,
): Promise<void> {
  expect.soft(await findViolations(page, theme === 'themeDark' ? 'colours' : 'all'), where).toEqual([]);
}
