import path from 'node:path';
import { probe, withApp } from './app.mjs';
import { writeArticleFiles } from './article.mjs';
import { runCommandLine } from './command-line.mjs';
import { inMegabytes, inMs, inSeconds, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/**
 * @typedef {import('./figures.mjs').Table} Table
 * @typedef {import('../runtime/locate.mjs').Runtime} Runtime
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').ElectronApplication} App
 */

const PARAGRAPHS = 10_000;
const OPENINGS = 5;
const CHANGES = 50;

/** Typed by a fast typist: ms from one key to the next. */
const KEY_PAUSE = 60;
const TYPED = 'Residents say that they were never asked. '.repeat(5);

/** How many frames it takes to go through all rows in one sweep. */
const SWEEP_FRAMES = 1200;
/** Pixels in every frame: a hand turning the wheel fast. */
const WHEEL_STEP = 120;
const WHEEL_FRAMES = 600;

/**
 * A project of 3 x 10,000 paragraphs: made by the command line, then opened, scrolled, typed in and changed in
 * the real window.
 * @param {Runtime} runtime
 * @returns {Promise<readonly Table[]>}
 */
export async function measureProject(runtime) {
  return withTemporaryFolder(async (folder) => {
    const texts = await writeArticleFiles(path.join(folder, 'texts'), PARAGRAPHS);
    const file = path.join(folder, 'large.triptych');
    const made = await runCommandLine(['align', ...texts, '--out', file]);
    return withApp(runtime, folder, async (app, page) => {
      const empty = await readMemory(app);
      const openings = await openOften(app, page, file);
      const opened = await readMemory(app);
      const sweep = await probe(page, 'scrollThrough', SWEEP_FRAMES);
      const wheel = await probe(page, 'scrollBy', WHEEL_STEP, WHEEL_FRAMES);
      const keys = await typeInTheMiddle(page);
      const moves = await pressArrows(page);
      const sought = await typeInSearch(page);
      const changes = await changeParagraph(page);
      const merges = await mergeTop(page);
      const worked = await readMemory(app);
      const size = PARAGRAPHS.toLocaleString('en');
      return [
        {
          title: `A project of 3 x ${size} paragraphs: making and opening it`,
          head: ['', 'fastest', 'median', 'slowest', 'memory at most'],
          rows: [
            ['`triptych align --out`, once', '', inSeconds(made.time), '', inMegabytes(made.memory)],
            [
              `Opening it, ${OPENINGS} times: from Ctrl+O to its rows`,
              ...[0, 0.5, 1].map((share) => inMs(quantile(openings, share))),
              '',
            ],
          ],
        },
        {
          title: `A project of 3 x ${size} paragraphs: memory`,
          head: ['', 'main process', 'window', 'all processes'],
          rows: [
            ['Start screen', ...empty],
            ['After opening it', ...opened],
            ['After all that is below', ...worked],
          ],
        },
        {
          title: `A project of 3 x ${size} paragraphs: frames while scrolling`,
          head: ['', 'frames', 'p50', 'p95', 'worst', 'over 33 ms'],
          rows: [
            frameRow('From the first row to the last in one sweep', sweep),
            frameRow(`${WHEEL_STEP} pixels in every frame`, wheel),
          ],
        },
        {
          title: `A project of 3 x ${size} paragraphs: from asking to seeing`,
          head: ['', 'times', 'p50', 'p95', 'worst'],
          rows: [
            timeRow('A key typed in a paragraph in the middle', keys),
            timeRow('The arrow key to the next row', moves),
            timeRow('A key typed in the search field', sought),
            timeRow(
              'Edit of a paragraph: reply',
              changes.edits.map(({ reply }) => reply),
            ),
            timeRow(
              'Edit of a paragraph: picture',
              changes.edits.map(({ picture }) => picture),
            ),
            timeRow(
              'Undo of an edit: picture',
              changes.undos.map(({ picture }) => picture),
            ),
            timeRow(
              'Merging the first two rows: reply',
              merges.map(({ reply }) => reply),
            ),
            timeRow(
              'Merging the first two rows: picture',
              merges.map(({ picture }) => picture),
            ),
          ],
        },
      ];
    });
  });
}

/**
 * The memory of the main process, of the window and of all processes together.
 * @param {App} app
 */
async function readMemory(app) {
  const used = await app.evaluate(async ({ app: running }) => {
    await new Promise((done) => setTimeout(done, 2000));
    return running.getAppMetrics().map(({ type, memory }) => ({ type, kilobytes: memory.workingSetSize }));
  });
  const sum = (/** @type {readonly string[]} */ types) =>
    used.filter(({ type }) => types.includes(type)).reduce((total, { kilobytes }) => total + kilobytes, 0);
  return [['Browser'], ['Tab'], used.map(({ type }) => type)].map((types) => inMegabytes(sum(types)));
}

/**
 * @param {App} app
 * @param {Page} page
 * @param {string} file
 */
async function openOften(app, page, file) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
  const times = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    if (opening > 0) {
      await page.keyboard.press('Control+w');
      await page.getByTestId('row').first().waitFor({ state: 'detached' });
    }
    const shown = probe(page, 'untilShown', '[data-row]');
    await page.keyboard.press('Control+o');
    times.push(await shown);
  }
  return times;
}

/** @param {Page} page */
async function typeInTheMiddle(page) {
  await probe(page, 'goTo', 0.5);
  await page.getByTestId('row').nth(5).getByTestId('cell-en').locator('.text').first().click();
  await page.keyboard.press('Enter');
  await page.getByTestId('editor').waitFor();
  await probe(page, 'takeKeys');
  await page.keyboard.type(TYPED, { delay: KEY_PAUSE });
  const times = await probe(page, 'takeKeys');
  await page.keyboard.press('Escape');
  return times;
}

/** @param {Page} page */
async function pressArrows(page) {
  await probe(page, 'takeKeys');
  for (let press = 0; press < CHANGES; press += 1) {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(KEY_PAUSE);
  }
  return probe(page, 'takeKeys');
}

/** @param {Page} page */
async function typeInSearch(page) {
  await page.keyboard.press('Control+f');
  await page.getByTestId('find-field').waitFor();
  await probe(page, 'takeKeys');
  await page.keyboard.type('not one office has confirmed', { delay: KEY_PAUSE });
  const times = await probe(page, 'takeKeys');
  await page.keyboard.press('Escape');
  return times;
}

/**
 * Changes one paragraph again and again, then takes that back.
 * @param {Page} page
 */
async function changeParagraph(page) {
  const paragraphId = await page.locator('.cell.chosen .text').first().getAttribute('data-paragraph');
  const edits = [];
  const undos = [];
  for (let edit = 0; edit < CHANGES; edit += 1) {
    const content = { text: `Edit ${edit}: ${TYPED}`, marks: [] };
    const command = { type: 'editParagraph', paragraphId, content };
    edits.push(await probe(page, 'ask', 'project/command', { command, group: null }));
  }
  for (let edit = 0; edit < CHANGES; edit += 1) undos.push(await probe(page, 'ask', 'project/undo', null));
  return { edits, undos };
}

/**
 * Merges the first two rows again and again: all rows below move up.
 * @param {Page} page
 */
async function mergeTop(page) {
  await probe(page, 'goTo', 0);
  const rowId = await page.getByTestId('row').first().getAttribute('data-row');
  const merges = [];
  for (let merge = 0; merge < CHANGES; merge += 1) {
    const command = { type: 'mergeRows', rowId };
    merges.push(await probe(page, 'ask', 'project/command', { command, group: null }));
    await probe(page, 'ask', 'project/undo', null);
  }
  return merges;
}

/**
 * @param {string} name
 * @param {readonly number[]} frames
 */
function frameRow(name, frames) {
  const figures = [0.5, 0.95, 1].map((share) => inMs(quantile(frames, share)));
  return [name, String(frames.length), ...figures, String(frames.filter((frame) => frame > 33.4).length)];
}

/**
 * @param {string} name
 * @param {readonly number[]} times
 */
function timeRow(name, times) {
  return [name, String(times.length), ...[0.5, 0.95, 1].map((share) => inMs(quantile(times, share)))];
}
