import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { ActId } from '../../renderer/session/acts/all-acts';
import { INTERFACE_LANGUAGES } from '../../shared/interface/languages';
import { articlePath, chooseInMenu, openedTexts, threeOf, writeProject } from './documents';
import { buildWithFourthLanguage } from './interface/fourth-language';
import { findFaults, NAMES } from './interface/find-faults';
import { PICTURES, takePictures } from './interface/take-pictures';
import { cell, chooseCell, chooseInDialogs, expect, markText, test as base } from './triptych';

const test = base.extend({
  root: async ({}, use) => {
    const copy = mkdtempSync(join(tmpdir(), 'triptych-fourth-'));
    try {
      await buildWithFourthLanguage(copy);
      await use(copy);
    } finally {
      rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

test('every string is one of the locale, also of one that was added, and none is cut in a button, tab or menu', async ({
  start,
  home,
}) => {
  // It goes everywhere, in four languages.
  test.slow();
  if (PICTURES !== undefined) test.setTimeout(0);
  const shared = join(home, 'shared.triptych');
  // A Kyrgyz letter in an English word, twice: both can be fixed at once.
  const wrong = { ...threeOf(2), en: ['The br\u0456dge is ready, the r\u043Ead is not.'] };
  writeProject(shared, 'Shared', [threeOf(1), wrong, wrong]);
  const { page, app } = await start();
  const widen = async (width: number) => {
    await app.evaluate(
      ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 800),
      width,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  };
  await widen(1280);
  await page.evaluate(() => window.triptych.request('settings/write', { author: 'Rosa' }));
  const names = [
    ...[
      'Rosa',
      userInfo().username,
      'Shared',
      'Камбар-Ата-1',
      'Kambar-Ata-1',
      'Snapshot one',
      'payment deferral',
    ],
    ...[home, 'shared', 'sample', 'apricot'],
  ];
  const lookIn = async (languages: readonly string[], where: string) => {
    expect.soft(await findFaults(page, { languages, names }), where).toEqual([]);
    await takePictures(page, where);
  };
  const look = (where: string) => lookIn([], where);
  const lookInAll = (where: string) => lookIn(INTERFACE_LANGUAGES, where);
  const inDialog = async (act: ActId, then: () => Promise<void> = async () => {}) => {
    await chooseInMenu(app, act);
    await expect(page.locator('dialog[open]')).toBeVisible();
    await then();
    await lookInAll(act);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };

  await lookInAll('start');
  for (const act of ['paste', 'author', 'glossary', 'typology', 'recover', 'shortcuts', 'palette'] as const)
    await inDialog(act);
  await chooseInDialogs(app, [articlePath('ru'), articlePath('en')]);
  await inDialog('import', () => expect(page.getByTestId('import-column')).toHaveCount(2));

  await chooseInMenu(app, 'openSample');
  await expect(page.getByTestId('position')).toBeVisible();
  await page.locator('.found').first().waitFor();
  await look('workspace');
  // The menu bar follows a moment later.
  await expect.poll(() => menuLabels(app)).toEqual([]);
  await lookInAll('workspace');
  // As narrow as a window can be, with a filter on and then with a text open.
  await widen(640);
  await page.getByRole('columnheader').first().getByRole('button').click();
  await page.getByRole('menuitem').nth(5).click();
  await page.getByTestId('filter-chip').waitFor();
  await lookInAll('narrow');
  await page.getByTestId('filter-chip').click();
  await widen(1280);

  // A flag, a suggestion, a text that fell behind, a difference on purpose.
  await markText(cell(page, 2, 'en').locator('.text').first(), 'kilowatt-hour');
  await page.locator('.selection-bar').waitFor();
  await look('marked words');
  await page.keyboard.press('f');
  await page.getByTestId('flag-form').waitFor();
  await lookInAll('flag form');
  await page.getByTestId('flag-note').fill('12');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('tab-flags').click();
  await page.getByTestId('flag-card').waitFor();
  await look('flag');
  await page.getByTestId('tab-row').click();
  await page.locator('[data-mode=suggesting]').click();
  await append(page, 3, 'en', ' 2');
  await cell(page, 3, 'en').getByTestId('suggested').waitFor();
  await page.locator('[data-mode=editing]').click();
  await append(page, 3, 'ru', ' 7.', () => look('editing'));
  await cell(page, 3, 'en').getByTestId('stale').waitFor();
  await chooseCell(page, 3, 'en');
  await page.getByTestId('tab-row').click();
  await lookInAll('row details');
  for (const tab of ['flags', 'checks', 'facts', 'changes', 'history']) {
    await page.getByTestId(`tab-${tab}`).click();
    await page.locator('#inspector-panel > *').first().waitFor();
    await lookInAll(`tab ${tab}`);
  }
  await page.getByTestId('tab-checks').click();
  await page.getByTestId('finding').first().getByRole('button').first().click();
  await page.getByTestId('check-switches').locator('summary').click();
  await page.getByTestId('finding-dismiss').first().click();
  await look('a finding, which checks there are');
  await page.getByTestId('dismiss-intended').first().click();
  await page.getByTestId('dismissed').locator('summary').click();
  await look('dismissed findings');
  await page.getByTestId('row-findings').first().click();
  await page.getByTestId('matter-card').waitFor();
  await lookInAll('finding card');
  await page.keyboard.press('Escape');

  await chooseInMenu(app, 'find');
  await page.getByTestId('find-field').fill('2034');
  await look('find');
  await page.getByTestId('find-field').press('Escape');

  for (const open of [
    () => page.locator('.view-menu').click(),
    () => page.locator('.header [aria-haspopup=menu]').last().click(),
    () => page.getByTestId('head-en').getByRole('button').click(),
    () => page.locator('.row.chosen .row-menu').click(),
    () => page.locator('.cell.chosen .text').first().click({ button: 'right' }),
    async () => {
      await page.locator('.cell.chosen .editor').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Row and paragraph…' }).click();
    },
  ]) {
    await open();
    await page.getByRole('menu').waitFor();
    await lookInAll('a menu');
    await page.getByRole('menuitem').last().press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }

  for (const act of ['export', 'report', 'score', 'typology', 'palette', 'shortcuts', 'adapted'] as const)
    await inDialog(act);
  await chooseInMenu(app, 'takeSnapshot');
  await look('snapshot');
  await page.getByTestId('snapshot-name').fill('Snapshot one');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await inDialog('compareSnapshots');
  const draft = join(home, 'apricot.txt');
  const texts = await openedTexts(page, 'ru');
  await writeFile(
    draft,
    `${texts
      .with(2, `${texts[2]?.replace(' 7.', ' 9.')}`)
      .slice(0, 8)
      .join('\n\n')}\n`,
  );
  await chooseInDialogs(app, [draft]);
  await inDialog('bringIn', () =>
    page.getByTestId('conflict').or(page.getByTestId('draft-result')).first().waitFor(),
  );
  await inDialog('blindReview');
  await chooseInMenu(app, 'blindReview');
  await page.getByTestId('blind-go').click();
  await page.getByTestId('blind-bar').waitFor();
  await look('blind review');
  await inDialog('score');

  await chooseInMenu(app, 'close');
  await page.getByTestId('start').waitFor();
  await look('start, with a recent project');
  await inDialog('recover');

  await chooseInDialogs(app, [shared]);
  await chooseInMenu(app, 'open');
  await expect(page.locator('.title-field')).toHaveValue('Shared');
  await page.getByTestId('tab-checks').click();
  await page.getByTestId('fix-all').click();
  await page.locator('dialog.fix-all').waitFor();
  await look('fix all');
  await page.keyboard.press('Escape');
  await chooseCell(page, 1, 'en');
  await page.keyboard.press('m');
  await expect(page.getByTestId('row')).toHaveCount(2);
  await look('news');
  const theirs = join(home, 'theirs.triptych');
  writeProject(theirs, 'Shared', [threeOf(1), threeOf(2)]);
  renameSync(theirs, shared);
  await expect(page.getByTestId('standing')).toHaveAttribute('data-kind', 'replaced');
  await lookInAll('a file that was replaced');
});

/** The entries of the menu bar that came from no locale. */
function menuLabels(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }, known) => {
    const labels = (menu: Electron.Menu | null | undefined): readonly string[] =>
      (menu?.items ?? []).flatMap(({ label, type, submenu }) => [
        ...(type === 'separator' ? [] : [label]),
        ...labels(submenu),
      ]);
    return labels(Menu.getApplicationMenu()).filter(
      (label) => !/^⟦.*⟧$/.test(label) && !known.includes(label),
    );
  }, NAMES);
}

async function append(
  page: Page,
  number: number,
  language: 'ru' | 'en',
  words: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  await chooseCell(page, number, language);
  await page.keyboard.press('Enter');
  await page.getByTestId('editor').waitFor();
  await page.keyboard.insertText(words);
  await meanwhile();
  await page.keyboard.press('Escape');
  await page.getByTestId('editor').waitFor({ state: 'detached' });
}
