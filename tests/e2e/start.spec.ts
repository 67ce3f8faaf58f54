import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findRuntime } from '../../scripts/runtime/locate.mjs';
import { chooseInMenu, threeOf, writeProject } from './documents';
import { cell, chooseCell, expect, test } from './triptych';

const ROOT = resolve(import.meta.dirname, '../..');

test.describe('Starting', () => {
  test('shows with nothing open what to do first, and opens the sample', async ({ start }) => {
    const { page, app } = await start();
    await expect(page.getByTestId('start')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Triptych' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Drop one to three files here/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Paste a text…' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open a project…' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Recent projects' })).toHaveCount(0);
    const offered = () =>
      app.evaluate(({ Menu }) =>
        ['import', 'open', 'export', 'mergeRows'].filter(
          (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled,
        ),
      );
    await expect.poll(offered).toEqual(['import', 'open']);
    await page.getByTestId('try-sample').click();
    await expect(page.getByTestId('position')).toHaveText(/Row 1 of \d\d/);
    await expect(page.locator('.row.chosen')).toContainText('Kambar-Ata-1');
    await expect.poll(offered).toEqual(['import', 'open', 'export', 'mergeRows']);
  });

  test('writes a picture of the open project and ends by itself', async ({ home }) => {
    const project = join(home, 'picture.triptych');
    writeProject(project, 'Picture', [threeOf(1)]);
    const picture = join(home, 'picture.png');
    const ended = await runApp(home, project, '--screenshot', picture);
    expect(ended).toEqual({ code: 0, signal: null });
    const png = readFileSync(picture);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1000);
    expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(600);
    expect(await runApp(home, project, '--screenshot', join(home, 'nowhere', 'picture.png'))).toEqual({
      code: 1,
      signal: null,
    });
    // Where the person may have the app open meanwhile, nothing was touched.
    expect(existsSync(join(home, 'data', 'settings.json'))).toBe(false);
    expect(existsSync(join(home, 'data', 'backups'))).toBe(false);
  });

  test('opens the project it is given; a second start brings its project to the same window', async ({
    start,
    home,
  }) => {
    const [first, second, broken] = ['first', 'second', 'broken'].map((name) =>
      join(home, `${name}.triptych`),
    );
    if (!first || !second || !broken) throw new Error('three names give three paths');
    writeProject(first, 'First', [threeOf(1)]);
    writeProject(second, 'Second', [threeOf(2)]);
    writeFileSync(broken, 'no project');
    const { page, app } = await start(first);
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('First');
    expect(await runApp(home, second)).toEqual({ code: 0, signal: null });
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('Second');
    await expect(page.getByTestId('cell-ru')).toHaveText('Р2');
    expect(await runApp(home, broken)).toEqual({ code: 0, signal: null });
    await expect(page.getByTestId('failure')).toHaveText(/This is not a Triptych project: .*broken/);
    await expect(page.getByTestId('cell-ru')).toHaveText('Р2');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await runApp(home, 'file:///x%2Fy.triptych')).toEqual({ code: 0, signal: null });
    await expect(page.getByTestId('failure')).toHaveText(/“file:\/\/\/x%2Fy.triptych” does not name a file/);

    // A dialog belongs to the window, and its answer to the project it was asked for.
    await app.evaluate(({ dialog, BrowserWindow }) => {
      const asked = { parents: [] as boolean[], answer: (path: string): void => void path };
      Object.assign(globalThis, { asked });
      dialog.showSaveDialog = (parent: unknown) => {
        asked.parents.push(parent instanceof BrowserWindow);
        return new Promise((tell) => {
          asked.answer = (filePath) => tell({ canceled: false, filePath });
        });
      };
    });
    type Asked = { asked: { parents: boolean[]; answer: (path: string) => void } };
    const parents = () => app.evaluate(() => (globalThis as unknown as Asked).asked.parents);
    await chooseInMenu(app, 'saveCopy');
    await expect.poll(parents).toEqual([true]);
    expect(await runApp(home, first)).toEqual({ code: 0, signal: null });
    await expect(page.getByRole('textbox', { name: 'Project title' })).toHaveValue('First');
    const copy = join(home, 'copy.triptych');
    await app.evaluate((...[, path]) => (globalThis as unknown as Asked).asked.answer(path), copy);
    await expect(page.getByTestId('failure')).toHaveText(/since been closed, so nothing was done: .*second/);
    expect(readdirSync(home).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  test('has all that was seen in the text when another project was opened in the middle of typing', async ({
    start,
    home,
  }) => {
    const [first, second] = [join(home, 'first.triptych'), join(home, 'second.triptych')];
    writeProject(first, 'First', [threeOf(1)]);
    writeProject(second, 'Second', [threeOf(2)]);
    const { page, app } = await start(first);
    const title = page.getByRole('textbox', { name: 'Project title' });
    // What the person last saw in the text that is open.
    await page.evaluate(() => {
      const seen = { text: '' };
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const editor = document.querySelector('[data-testid="editor"]');
        if (editor) seen.text = editor.textContent;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const seen = () => page.evaluate(() => (globalThis as unknown as { seen: { text: string } }).seen.text);
    const write = async () => {
      await chooseCell(page, 1, 'en');
      await page.keyboard.press('Enter');
      await page.getByTestId('editor').waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' before');
    };

    // The dialog is there as long as the person looks for the file.
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () =>
        new Promise((tell) =>
          Object.assign(globalThis, {
            choose: (path: string) => tell({ canceled: path === '', filePaths: path === '' ? [] : [path] }),
          }),
        );
    });
    const asked = () => expect.poll(() => app.evaluate(() => 'choose' in globalThis)).toBe(true);
    const choose = (chosen: string) =>
      app.evaluate((_electron, path) => {
        const { choose: tell } = globalThis as unknown as { choose: (path: string) => void };
        Reflect.deleteProperty(globalThis, 'choose');
        tell(path);
      }, chosen);
    await write();
    await chooseInMenu(app, 'open');
    await asked();
    // Who opens nothing writes on where they were.
    await choose('');
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.type(' and then');
    await chooseInMenu(app, 'open');
    await asked();
    await page.keyboard.type(' after');
    await choose(second);
    await expect(title).toHaveValue('Second');
    await expect(cell(page, 1, 'en')).toHaveText('E2');
    const seenFirst = await seen();
    expect(seenFirst).toContain('E1 before and then');
    await chooseInMenu(app, 'open');
    await asked();
    await choose(first);
    await expect(title).toHaveValue('First');
    await expect(cell(page, 1, 'en')).toHaveText(seenFirst);

    // A second start breaks in at any moment.
    await write();
    const ended = runApp(home, second);
    while ((await title.inputValue()) === 'First') await page.keyboard.type('абв');
    expect(await ended).toEqual({ code: 0, signal: null });
    await page.keyboard.press('Escape');
    const seenLast = await seen();
    expect(seenLast).toContain(`${seenFirst} before`);
    await expect(cell(page, 1, 'en')).toHaveText('E2');
    await chooseInMenu(app, 'open');
    await asked();
    await choose(first);
    await expect(cell(page, 1, 'en')).toHaveText(seenLast);
  });

  test('says on the start screen why the project it is given cannot be opened, and what else is wrong', async ({
    start,
    home,
  }) => {
    const glossary = join(home, 'data', 'glossary.json');
    mkdirSync(join(home, 'data'));
    writeFileSync(glossary, '"булак | source | ист');
    const { page } = await start(join(home, 'gone.triptych'));
    await expect(page.getByTestId('start')).toBeVisible();
    await expect(page.getByTestId('failure')).toHaveText(/no longer there: .*gone\.triptych/);
    await page.getByTestId('failure').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByTestId('failure')).toHaveText(/It was set aside.*glossary damaged\.json/);
    expect(readFileSync(join(home, 'data', 'glossary damaged.json'), 'utf8')).toBe('"булак | source | ист');
    expect(existsSync(glossary)).toBe(false);
  });
});

/** Starts the app as a person would, beside any that runs, and waits for its end. */
function runApp(home: string, ...args: string[]): Promise<{ code: number | null; signal: string | null }> {
  const runtime = findRuntime();
  if (!runtime) throw new Error('no Electron here: run `npm run setup` first');
  const child = spawn(
    runtime.executable,
    [...runtime.args, `--user-data-dir=${join(home, 'data')}`, ROOT, ...args],
    {
      env: {
        ...process.env,
        ELECTRON_RUN_AS_NODE: undefined,
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        LANGUAGE: 'en',
      },
      stdio: 'ignore',
    },
  );
  return new Promise((end, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => end({ code, signal }));
  });
}
