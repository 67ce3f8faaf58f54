import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { LANGUAGES } from '../../shared/model/language';
import { articlePath, chooseInMenu, openedTexts } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, test } from './triptych';
import { findViolations } from './violations';

/** The program's own words, where the article happens to use them too. */
const OWN_WORDS = new Set(['about', 'window', 'start', 'project', 'rows', 'none', 'outline']);

test.describe('Diagnostics', () => {
  test('a session with errors leaves no word of the article and no name in the log', async ({
    start,
    home,
  }) => {
    const title = 'Өрүктүн-жолу';
    const { page, app } = await start();
    await chooseInDialogs(app, LANGUAGES.map(articlePath));
    await chooseInMenu(app, 'import');
    await page.getByTestId('import-create').click();
    await expect(page.getByTestId('position')).toBeVisible();
    await chooseCell(page, 2, 'en');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(' secretly');
    await page.keyboard.press('Escape');
    await expect(cell(page, 2, 'en')).toContainText('secretly');
    const article = (await Promise.all(LANGUAGES.map((language) => openedTexts(page, language)))).flat();

    // What can go wrong, each time with a text or a name in it.
    const damaged = join(home, `${title}.triptych`);
    writeFileSync(damaged, article.join('\n'));
    await chooseInDialogs(app, [damaged]);
    await chooseInMenu(app, 'open');
    await expect(page.getByTestId('failure')).toContainText(title);
    await page.evaluate(
      (texts) => {
        for (const text of texts) void Promise.reject(new Error(`refused: "${text}"`));
        void Promise.resolve(texts[0]).then((text) => JSON.parse(text ?? ''));
      },
      article.slice(0, 8),
    );
    await expect(page.getByTestId('news')).toHaveText(/Something went wrong here/);
    await page.getByRole('button', { name: 'Restart the window' }).click();
    await expect(page.getByTestId('news')).toHaveCount(0);
    await expect(cell(page, 2, 'en')).toContainText('secretly');
    await app.evaluate(({ dialog }, text) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      setImmediate(() => JSON.parse(text));
    }, article[1] ?? '');
    // The second of the three buttons was pressed: the diagnostics are on the clipboard.
    const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(clipboard).toContain(' bug error=SyntaxError');
    const copied = await clipboard();
    expect(copied).toContain(' bug in the window where=promise error=SyntaxError');
    expect(copied).toContain(' refused channel=project/choose code=projectNotAProject');
    expect(copied).toMatch(/ opened rows=\d+ flags=0 readOnly=false/);
    await app.close();

    const logs = join(home, 'data', 'logs');
    expect(readdirSync(logs)).toEqual(['triptych.log']);
    const log = readFileSync(join(logs, 'triptych.log'), 'utf8');
    expect(log).toContain(' end\n');
    for (const text of [log, copied]) {
      expect(text).not.toContain(home);
      const words = wordsOf(text);
      const shared = [...wordsOf([...article, title, 'apricot'].join(' '))].filter((word) => words.has(word));
      expect(shared.filter((word) => !OWN_WORDS.has(word))).toEqual([]);
    }
  });

  for (const theme of ['themeLight', 'themeDark'] as const) {
    test(`a window that cannot be shown says so and comes back with all that was typed, ${theme}`, async ({
      start,
    }) => {
      const { page, app } = await start('--sample');
      await chooseInMenu(app, theme);
      await chooseCell(page, 2, 'en');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+End');
      // With the caret still there: the window has not been told yet that typing is over.
      await page.keyboard.insertText(' And typed a moment ago.');
      await breakWindow(app);
      await expect(page.getByTestId('crash')).toContainText('Something went wrong in this window');
      await expect(page.getByTestId('crash')).toContainText('saved in the project file');
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Copy diagnostics' }).click();
      await expect(page.getByRole('status')).toContainText('Diagnostics copied');
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
        'where=screen error=TypeError',
      );
      await page.getByRole('button', { name: 'Restart the window' }).click();
      await expect(cell(page, 2, 'en')).toContainText('And typed a moment ago.');
      await expect(page.getByTestId('crash')).toHaveCount(0);
    });
  }
});

/** Tells the window something no main process ever says: a change that leaves no history. */
async function breakWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('project/patched', {
      patches: [],
      history: null,
      state: 1,
    }),
  );
}

/** Words of four letters and more; shorter ones are everywhere. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
}
