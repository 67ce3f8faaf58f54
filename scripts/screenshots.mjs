import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { build, isBuildCurrent } from './build.mjs';
import { findRuntime } from './runtime/locate.mjs';
import { root, runScript, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').ElectronApplication} App
 */

const folder = path.join(root, 'docs', 'images');

/**
 * Starts the app in a home of its own, has it shown something, and ends it.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @param {(page: Page, app: App) => Promise<void>} show
 */
async function withApp(env, args, show) {
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('There is no Electron here. Run `npm run setup` first.');
  const home = await mkdtemp(path.join(os.tmpdir(), 'triptych-pictures-'));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, `--user-data-dir=${path.join(home, 'data')}`, '--lang=en-GB', root, ...args],
    env: /** @type {Record<string, string>} */ ({ ...env, HOME: home, LANGUAGE: 'en', USERNAME: 'editor' }),
    colorScheme: null,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('html[data-ready="true"]').waitFor();
    await show(page, app);
  } finally {
    await app.close();
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function take(page, name) {
  // Two frames, so that what was just asked for is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

/**
 * Selects the paragraph that holds some words.
 * @param {Page} page
 * @param {string} words
 */
async function find(page, words) {
  await page.keyboard.press('Control+f');
  await page.getByTestId('find-field').fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/**
 * Marks words in the selected cell, as the mouse would.
 * @param {Page} page
 * @param {string} words
 */
async function mark(page, words) {
  await page.locator('.cell.chosen').evaluate((cell, wanted) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

/** @param {Page} page */
async function nameAuthor(page) {
  await page.evaluate(() =>
    /** @type {any} */ (window).triptych.request('settings/write', { author: 'Aigerim' }),
  );
}

/**
 * @param {Page} page
 * @param {'ru' | 'ky'} uiLanguage
 */
async function speak(page, uiLanguage) {
  await page.evaluate((change) => /** @type {any} */ (window).triptych.request('settings/write', change), {
    uiLanguage,
  });
}

/** @param {Page} page */
async function review(page) {
  await page.evaluate(() =>
    /** @type {any} */ (window).triptych.request('settings/write', {
      author: 'Aigerim',
      inspectorOpen: true,
    }),
  );
  await page.locator('.found').first().waitFor();
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+A');
  await find(page, 'Over the past five years');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('In short, o');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.locator('.cell.chosen ins').waitFor();
  await mark(page, '14%');
  await page.locator('.selection-bar').waitFor();
  await page.keyboard.press('f');
  await page.getByTestId('flag-category').selectOption('accuracy/mistranslation');
  await page.getByTestId('flag-form').getByText('Critical').click();
  await page.getByTestId('flag-fix-en').fill('4%');
  await page.getByTestId('flag-note').fill('Russian and Kyrgyz say 4%.');
  await page.getByTestId('flag-keep').click();
  await page.getByTestId('flag-card').waitFor();
}

/**
 * Shows a finding, the facts, the score and the report.
 * @param {Page} page
 */
async function check(page) {
  await page.getByTestId('tab-checks').click();
  await page.getByTestId('finding').first().getByRole('button').first().click();
  await take(page, 'checks');
  await page.getByTestId('tab-facts').click();
  await page.getByTestId('fact').first().waitFor();
  await take(page, 'facts');
  for (const [command, name] of [
    ['Score', 'score'],
    ['Review report', 'report'],
  ]) {
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.insertText(command ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: command ?? '' }).waitFor();
    await take(page, name ?? '');
    await page.keyboard.press('Escape');
  }
}

/**
 * Suggests something, lets a version fall behind, and brings in a newer draft.
 * @param {Page} page
 * @param {App} app
 */
async function reconcile(page, app) {
  await nameAuthor(page);
  await page.keyboard.press('Control+Shift+e');
  await find(page, 'Over the past five years');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('In short, o');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.locator('.cell.chosen ins.suggested').waitFor();
  await page.keyboard.press('e');
  await page.locator('.matter-card').waitFor();
  await take(page, 'suggestion');
  await page.keyboard.press('Escape');
  await page.locator('[data-mode="editing"]').click();
  await find(page, 'За последние пять лет');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.insertText(' последние десять');
  await page.keyboard.press('Escape');
  await page.getByTestId('stale').first().waitFor();
  await page.getByTestId('stale').first().click();
  await page.locator('.matter-card').waitFor();
  await take(page, 'stale');
  await page.keyboard.press('Escape');

  const article = await readFile(path.join(root, 'sample', 'article.ru.md'), 'utf8');
  const draft = article
    .replace('За последние пять лет', 'За последние шесть лет')
    .replace('К апрелю запас воды', 'К маю запас воды');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-draft-'));
  const file = path.join(folder, 'draft-2.md');
  await writeFile(file, draft);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
  await page.keyboard.press('Control+Shift+d');
  await page.getByTestId('draft-open').waitFor();
  await take(page, 'draft');
  await rm(folder, { recursive: true });
}

await runScript(async () => {
  await prepareMachine();
  if (!(await isBuildCurrent()) && (await build()) !== 0)
    throw new SetupError('The app could not be built; see above.');
  await mkdir(folder, { recursive: true });
  await withDisplay(async (env) => {
    await withApp(env, [], async (page, app) => {
      await take(page, 'start');
      const files = ['ru', 'ky', 'en'].map((language) => path.join(root, 'sample', `article.${language}.md`));
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      }, files);
      await page.keyboard.press('Control+n');
      await page.getByTestId('import-create').waitFor();
      await take(page, 'import');
    });
    await withApp(env, ['--sample'], reconcile);
    await withApp(env, ['--sample'], async (page) => {
      await review(page);
      await take(page, 'workspace');
      await page.keyboard.press('Enter');
      await take(page, 'editing');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+O');
      await page.getByTestId('filter-alignment').click();
      await take(page, 'alignment');
      await page.getByTestId('filter-all').click();
      await page.keyboard.press('Control+Shift+O');
      await check(page);
      await page.getByTestId('export').click();
      await take(page, 'export');
      await page.keyboard.press('Escape');
      await speak(page, 'ky');
      await page.locator('html[lang="ky"]').waitFor();
      await take(page, 'workspace-ky');
      await speak(page, 'ru');
      await page.locator('html[lang="ru"]').waitFor();
      await page.evaluate(() =>
        /** @type {any} */ (window).triptych.request('settings/write', { theme: 'dark' }),
      );
      await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
      await take(page, 'workspace-dark');
    });
    return 0;
  });
  return 0;
});
