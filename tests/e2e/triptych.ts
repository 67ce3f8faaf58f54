import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { findRuntime } from '../../scripts/runtime/locate.mjs';
import type { Settings } from '../../shared/contract/settings';
import type { Language } from '../../shared/model/language';
import { keepAnswers } from './keep-answers';

const ROOT = resolve(import.meta.dirname, '../..');

/** A running Triptych with a home folder of its own. */
export interface Triptych {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface Fixtures {
  /** A fresh folder that serves as the person's home; gone after the test. */
  readonly home: string;
  /** The folder of the built app that is started. */
  readonly root: string;
  /** A program that is started in place of Electron, with its arguments; null for Electron itself. */
  readonly program: string | null;
  /** What the app remembers from before its first start: most tests are about somebody who works with both panes open. */
  readonly remembered: Partial<Settings>;
  /** Starts the real app; every start of one test has the same home. */
  readonly start: (...args: string[]) => Promise<Triptych>;
  /** The app with the sample article open. */
  readonly sample: Triptych;
}

export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'triptych-home-'));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  root: async ({}, use) => use(ROOT),
  program: [null, { option: true }],
  remembered: [{ outlineOpen: true, inspectorOpen: true }, { option: true }],
  start: async ({ home, root, program, remembered }, use, info) => {
    const running: ElectronApplication[] = [];
    await use(async (...args) => {
      const runtime = findRuntime();
      if (!runtime) throw new Error('no Electron here: run `npm run setup` first');
      remember(join(home, 'data'), remembered);
      const app = await launch({
        executablePath: program ?? runtime.executable,
        args: [...runtime.args, `--user-data-dir=${join(home, 'data')}`, '--lang=en-GB', root, ...args],
        // The app's own theme counts, not one Playwright makes up.
        colorScheme: null,
        env: {
          ...environment(),
          HOME: home,
          XDG_CONFIG_HOME: join(home, '.config'),
          LANGUAGE: 'en',
          LANG: 'C.UTF-8',
        },
      });
      keepAnswers(app);
      running.push(app);
      const page = await app.firstWindow();
      await page.locator('html[data-ready="true"]').waitFor();
      info.annotations.push({ type: 'window', description: await page.title() });
      return { app, page };
    });
    for (const app of running) await app.close();
  },
  sample: async ({ start }, use) => use(await start('--sample')),
});

export { expect } from '@playwright/test';

function remember(folder: string, remembered: Partial<Settings>): void {
  const path = join(folder, 'settings.json');
  if (existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(remembered));
}

/**
 * Starts Electron, and once more when the process died before there was a window: the Electron that machines without a
 * download test with was seen to crash in some starts of a hundred, as the debugger attached to it.
 */
async function launch(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    base.info().annotations.push({ type: 'relaunched', description: String(error).slice(0, 200) });
    return _electron.launch(options);
  }
}

function environment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(inherited.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
}

/** A row by its number as people count, from 1. */
export function row(page: Page, number: number): Locator {
  return page.locator(`[data-testid="row"][data-index="${number - 1}"]`);
}

/** A cell by row number, from 1, and language. */
export function cell(page: Page, number: number, language: Language): Locator {
  return row(page, number).getByTestId(`cell-${language}`);
}

/** Opens a text as a person does who goes on writing it: a click after its last word. */
export async function openText(text: Locator): Promise<void> {
  const { width, height } = (await text.boundingBox()) ?? { width: 4, height: 4 };
  await text.click({ position: { x: width - 2, y: height - 2 } });
}

/** Chooses the first text of a cell as a person does, for keys of its row: a click into it, and Escape to the row. */
export async function chooseCell(page: Page, number: number, language: Language): Promise<void> {
  await openText(cell(page, number, language).locator('.text').first());
  await page.keyboard.press('Escape');
  await base.expect(cell(page, number, language)).toHaveAttribute('aria-selected', 'true');
}

/** Chooses from the menu that is open, also what stands one step further, with the rows and paragraphs. */
export async function chooseOnText(page: Page, name: string | RegExp): Promise<void> {
  const menu = page.getByRole('menu');
  const entry = menu.getByRole('menuitem', { name });
  const more = menu.getByRole('menuitem', { name: 'Row and paragraph…' });
  await entry.or(more).first().waitFor();
  if (!(await entry.isVisible())) await more.click();
  await entry.click();
}

/** Answers the next file dialogs of the app with these paths, as a person choosing them would. */
export async function chooseInDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen[0] ?? '' });
  }, paths);
}

/** Marks a stretch of a cell's text as the mouse would, once it is there; the window hears of it before a key can follow. */
export async function markText(within: Locator, words: string): Promise<void> {
  await within.evaluate(async (host, wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const until = Date.now() + 20_000;
    for (;;) {
      const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const selection = document.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        await frame();
        await frame();
        return;
      }
      if (Date.now() > until || !host.isConnected) throw new Error(`no "${wanted}" here`);
      await frame();
    }
  }, words);
}

/** Uses the window while files are being read, then stops the reading. */
export async function stopReading(page: Page): Promise<void> {
  const bar = page.locator('.job-bar');
  await base.expect(bar).toContainText('Reading the files…');
  await page.keyboard.press('Control+/');
  await base.expect(page.getByRole('dialog')).toContainText('Merge with the next row');
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Stop' }).click();
  await base.expect(bar).toHaveCount(0);
}

/** The middle of a word on the screen, once it is there and stands still, and whether it is among the rows one sees. */
export async function placeOf(within: Locator, word: string) {
  for (;;) {
    const place = await measureWord(within, word);
    // What held the word was painted anew meanwhile.
    if (place) return place;
  }
}

function measureWord(within: Locator, word: string) {
  return within.evaluate(async (host, wanted) => {
    const measure = () => {
      const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, top, bottom, width, height } = range.getBoundingClientRect();
        const view = document.querySelector('.rows')?.getBoundingClientRect();
        const inView = view !== undefined && top >= view.top && bottom <= view.bottom;
        return { x: left + width / 2, y: top + height / 2, inView };
      }
      return null;
    };
    const until = Date.now() + 20_000;
    let place = measure();
    for (let still = 0; still < 3;) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = measure();
      still = now && place && now.x === place.x && now.y === place.y ? still + 1 : 0;
      place = now;
      if (!host.isConnected) return null;
      if (Date.now() > until) throw new Error(`no "${wanted}" that stands still here`);
    }
    return place;
  }, word);
}

/** Points at a word one sees and selects it, as a person does who means to write over it. */
export async function markWord(within: Locator, word: string): Promise<void> {
  const { x, y } = await placeOf(within, word);
  const page = within.page();
  await page.mouse.dblclick(x, y);
  await base.expect.poll(() => page.evaluate(() => document.getSelection()?.toString().trim())).toBe(word);
}

/** Clicks on a word one sees. */
export async function clickWord(
  within: Locator,
  word: string,
  button: 'left' | 'right' = 'left',
): Promise<void> {
  const { x, y } = await placeOf(within, word);
  await within.page().mouse.click(x, y, { button });
}

/** Drags files from a window beside over something one sees, and lets them go there. */
export async function dropFiles(over: Locator, files: readonly string[]): Promise<void> {
  const page = over.page();
  const box = await over.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await base.expect(page.getByText('Drop the files to import them')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
  await base.expect(page.getByText('Drop the files to import them')).toHaveCount(0);
}
