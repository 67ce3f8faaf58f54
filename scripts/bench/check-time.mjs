import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../setup/command.mjs';
import { probe, withApp } from './app.mjs';
import { writeArticle, writeArticleFiles } from './article.mjs';
import { runCommandLine } from './command-line.mjs';
import { inMs, inSeconds, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/**
 * @typedef {import('./figures.mjs').Table} Table
 * @typedef {import('../runtime/locate.mjs').Runtime} Runtime
 * @typedef {import('../../shared/contract/channels').Events['checks/found']} Found
 * @typedef {(message: object) => Promise<{ found: Found, time: number }>} Ask
 */

const LANGUAGES = /** @type {const} */ (['ru', 'ky', 'en']);

const PARAGRAPHS = 3000;
/** A paragraph has 40 words on average; the first time counts what has to be loaded. */
const ARTICLES = /** @type {const} */ ([
  ['3 x 5,000 words, the first time', 125],
  ['3 x 5,000 words, the second time', 125],
  ['3 x 750 paragraphs', PARAGRAPHS / 4],
  ['3 x 1,500 paragraphs', PARAGRAPHS / 2],
  ['3 x 3,000 paragraphs', PARAGRAPHS],
]);
const EDITS = 40;

/**
 * How long the checks take: in their own process, and from an edit in the real window to its findings.
 * @param {Runtime} runtime
 * @returns {Promise<readonly Table[]>}
 */
export async function measureChecks(runtime) {
  return [await measureProcess(), await measureWindow(runtime)];
}

/** @returns {Promise<Table>} */
async function measureProcess() {
  const { ask, answered } = startWorker();
  const rows = [];
  const known = { context: { glossary: '' }, words: [] };
  const open = { type: 'open', known, state: 0, leftOut: [], slowly: false };
  // The dictionaries are read once in the life of the process, after the first answer, and make a second one.
  await ask({ ...open, rows: makeRows(1) });
  const { time: reading } = await answered();
  for (const [name, length] of ARTICLES) {
    const article = makeRows(length);
    const first = await ask({ ...open, rows: article });
    const { time: spelling } = await answered();
    const edits = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const start = Math.floor((article.length * edit) / EDITS);
      const changed = { start, remove: 1, insert: [rewrite(article[start], edit)] };
      const patch = { title: null, origins: null, rows: changed, flags: null };
      edits.push((await ask({ type: 'change', patches: [patch], state: edit + 1 })).time);
    }
    rows.push([
      name,
      String(first.found.count),
      inMs(first.time),
      inMs(spelling),
      inMs(quantile(edits, 0.5)),
      inMs(quantile(edits, 0.95)),
    ]);
  }
  return {
    title: `The process that checks: from being told to its answer (${EDITS} edits; it read the dictionaries in ${inMs(reading)})`,
    head: ['', 'findings', 'everything', 'then spelling', 'an edit, p50', 'an edit, p95'],
    rows,
  };
}

/**
 * Runs the process that checks as a part of this one.
 * @returns {{ ask: Ask, answered: () => ReturnType<Ask> }} `answered` waits for an answer nobody asked for
 */
function startWorker() {
  /** @type {(event: { data: object }) => void} */
  let hear = () => {};
  /** @type {(found: Found) => void} */
  let answer = () => {};
  Object.assign(process, {
    parentPort: {
      on: (/** @type {string} */ _, /** @type {typeof hear} */ listener) => (hear = listener),
      postMessage: (/** @type {{ found?: Found }} */ { found }) => {
        if (found) answer(found);
      },
    },
  });
  createRequire(import.meta.url)(path.join(root, 'out', 'main', 'check-worker.cjs'));
  const answered = async () => {
    const started = performance.now();
    const found = await new Promise((/** @type {typeof answer} */ done) => (answer = done));
    return { found, time: performance.now() - started };
  };
  const ask = (/** @type {object} */ data) => {
    const next = answered();
    hear({ data });
    return next;
  };
  return { ask, answered };
}

/**
 * The rows of the invented article, where one version now and then has in two paragraphs what the others have in one.
 * @param {number} count
 */
function makeRows(count) {
  const article = writeArticle(count);
  const at = { ru: 0, ky: 0, en: 0 };
  /** @type {Record<'ru' | 'ky' | 'en', string[]>[]} */
  const rows = [];
  for (let index = 0; index < count; index += 1) {
    const odd = LANGUAGES[Math.floor(index / 50) % 3];
    const joined = index % 50 === 33;
    const row = joined ? rows.at(-1) : { ru: [], ky: [], en: [] };
    if (!row) continue;
    if (!joined) rows.push(row);
    for (const language of LANGUAGES) {
      const taken = language !== odd ? 1 : joined ? 0 : index % 50 === 7 ? 2 : 1;
      row[language].push(...article[language].slice(at[language], at[language] + taken));
      at[language] += taken;
    }
  }
  return rows.map((texts, index) => ({
    id: `row-${index}`,
    cells: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        { paragraphs: toParagraphs(texts[language], `${language}-${index}`), status: 'draft' },
      ]),
    ),
    confidence: 1,
    confirmed: false,
  }));
}

/**
 * @param {readonly string[]} texts
 * @param {string} name
 */
function toParagraphs(texts, name) {
  const plain = { role: 'paragraph', marks: [], label: '', depth: 0, cell: null, imported: null };
  return texts.map((text, n) => ({ ...plain, id: `${name}-${n}`, text }));
}

/**
 * @param {ReturnType<typeof makeRows>[number] | undefined} row
 * @param {number} edit
 */
function rewrite(row, edit) {
  const paragraphs = toParagraphs(
    [`Edit ${edit}: it names ${edit} of the residents [7].`],
    `en-edit-${edit}`,
  );
  return { ...row, cells: { ...row?.cells, en: { paragraphs, status: 'draft' } } };
}

/**
 * @param {Runtime} runtime
 * @returns {Promise<Table>}
 */
async function measureWindow(runtime) {
  return withTemporaryFolder(async (folder) => {
    const texts = await writeArticleFiles(path.join(folder, 'texts'), PARAGRAPHS);
    const file = path.join(folder, 'long.triptych');
    await runCommandLine(['align', ...texts, '--out', file]);
    return withApp(runtime, folder, async (app, page) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      }, file);
      const found = probe(page, 'untilFound');
      await page.keyboard.press('Control+o');
      const first = await found;
      await probe(page, 'goTo', 0.5);
      await page.getByTestId('row').nth(5).getByTestId('cell-en').locator('.text').first().click();
      const cell = page.locator('.cell.chosen .text').first();
      const paragraphId = await cell.getAttribute('data-paragraph');
      const text = (await cell.textContent()) ?? '';
      const edit = async () => {
        /** @type {number[]} */
        const times = [];
        for (let n = 0; n < EDITS; n += 1) {
          const content = { text: n % 2 === 0 ? `${text} [7]` : text, marks: [] };
          const command = { type: 'editParagraph', paragraphId, content };
          times.push(await probe(page, 'untilChecked', { command, group: null }));
        }
        return [String(times.length), ...[0.5, 0.95, 1].map((share) => inMs(quantile(times, share)))];
      };
      return {
        title: `The window, 3 x ${PARAGRAPHS.toLocaleString('en')} paragraphs: until findings are on the screen`,
        head: ['', 'times', 'p50', 'p95', 'worst'],
        rows: [
          ['After Ctrl+O, of the whole article', '1', inSeconds(first), '', ''],
          ['After an edit, while the dictionaries are read', ...(await edit())],
          ['After an edit, later', ...(await edit())],
        ],
      };
    });
  });
}
