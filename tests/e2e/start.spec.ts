import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findRuntime } from '../../scripts/runtime/locate.mjs';
import { chooseInMenu, threeOf, writeProject } from './documents';
import { expect, test } from './triptych';

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
    expect(await offered()).toEqual(['import', 'open']);
    await page.getByTestId('try-sample').click();
    await expect(page.getByTestId('position')).toHaveText(/Row 1 of \d\d/);
    await expect(page.locator('.row.chosen')).toContainText('Kambar-Ata-1');
    expect(await offered()).toEqual(['import', 'open', 'export', 'mergeRows']);
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
    await expect(page.getByTestId('failure')).toHaveText(/“file:\/\/\/x%2Fy.triptych” names no file/);

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
    await expect(page.getByTestId('failure')).toHaveText(/closed meanwhile, so nothing was done: .*second/);
    expect(readdirSync(home).filter((name) => name.startsWith('copy'))).toEqual([]);
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
    await expect(page.getByTestId('failure')).toHaveText(/not there any more: .*gone\.triptych/);
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
