import path from 'node:path';
import { withModule } from './checks/load.mjs';
import { withApp } from './app.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/**
 * @typedef {import('./figures.mjs').Table} Table
 * @typedef {import('../runtime/locate.mjs').Runtime} Runtime
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').ElectronApplication} App
 * @typedef {typeof import('../../shared/text/tokens')} Tokens
 */

/** What a window shows of the texts. `words` are those that can be read whole, in the three languages together. */
/**
 * @typedef {object} Sight
 * @property {number} words
 * @property {number} smallest the smallest size in which one of them is written, px of the screen
 * @property {readonly string[]} cut texts that are wider than what they stand in, and columns outside the window
 */

/** Sizes of the page, in px of the screen. */
const SIZES = /** @type {const} */ ([
  [1280, 720],
  [1440, 900],
  [1920, 1080],
]);

/** The sizes of the setting "larger text" and of the zoom at which nothing may be cut. */
const ENLARGED = /** @type {const} */ ([
  { name: 'text at its largest', textSize: 2, zoom: 1 },
  { name: 'zoom 200%', textSize: 1, zoom: 2 },
  { name: 'both', textSize: 2, zoom: 2 },
]);

/**
 * How many words of the sample's three texts stand in a window that has just been opened.
 * @param {Runtime} runtime
 * @returns {Promise<readonly Table[]>}
 */
export async function measureView(runtime) {
  return withModule('shared/text/tokens.ts', (tokens) =>
    withTemporaryFolder((folder) =>
      withApp(
        runtime,
        path.join(folder, 'home'),
        async (app, page) => {
          await page.locator('.found').first().waitFor();
          const look = (/** @type {Layout} */ layout) => lookAt(app, page, tokens, layout);
          return [await tabulateWords(look), await tabulateEnlarged(look)];
        },
        ['--sample'],
      ),
    ),
  );
}

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {'compact' | 'comfortable'} density
 * @property {boolean} panes whether the outline and the details are open
 * @property {number} [textSize]
 * @property {number} [zoom]
 */

/** @param {(layout: Layout) => Promise<Sight>} look */
async function tabulateWords(look) {
  const rows = [];
  for (const [width, height] of SIZES) {
    const seen = [];
    for (const density of /** @type {const} */ (['compact', 'comfortable']))
      for (const panes of [false, true]) seen.push(await look({ width, height, density, panes }));
    const smallest = Math.min(...seen.map((sight) => sight.smallest));
    rows.push([`${width} x ${height}`, ...seen.map(({ words }) => String(words)), `${smallest} px`]);
  }
  return {
    title: 'Words of the three texts in sight',
    head: ['', 'compact', 'with panes', 'comfortable', 'with panes', 'smallest text'],
    rows,
  };
}

/** @param {(layout: Layout) => Promise<Sight>} look */
async function tabulateEnlarged(look) {
  const rows = [];
  for (const [width, height] of SIZES)
    for (const { name, textSize, zoom } of ENLARGED) {
      const sight = await look({ width, height, density: 'compact', panes: false, textSize, zoom });
      rows.push([
        `${width} x ${height}, ${name}`,
        String(sight.words),
        sight.cut.length === 0 ? 'nothing' : sight.cut.join(', '),
      ]);
    }
  return { title: 'Enlarged', head: ['', 'words in sight', 'cut'], rows };
}

/**
 * @param {App} app
 * @param {Page} page
 * @param {Tokens} tokens
 * @param {Layout} layout
 * @returns {Promise<Sight>}
 */
async function lookAt(app, page, { tokenise }, { width, height, density, panes, textSize = 1, zoom = 1 }) {
  await app.evaluate(
    ({ BrowserWindow }, asked) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(asked.width, asked.height);
      window?.webContents.setZoomFactor(asked.zoom);
    },
    { width, height, zoom },
  );
  await page.waitForFunction((asked) => innerWidth === asked.width && innerHeight === asked.height, {
    width: width / zoom,
    height: height / zoom,
  });
  const settings = { density, textSize, outlineOpen: panes, inspectorOpen: panes };
  await page.evaluate(
    (change) => /** @type {any} */ (window).triptych.request('settings/write', change),
    settings,
  );
  const texts = await page.evaluate(readTexts);
  const words = texts.map(({ id, text }) => ({
    id,
    spans: tokenise(text).flatMap(({ kind, start, end }) =>
      kind === 'word' || kind === 'number' ? [[start, end]] : [],
    ),
  }));
  const seen = await page.evaluate(findSeen, words);
  return { ...seen, smallest: Math.round(seen.smallest * zoom * 100) / 100 };
}

/** The texts that are in the page. It waits until nothing moves any more. */
async function readTexts() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const measure = () =>
    JSON.stringify([...document.querySelectorAll('.text')].map((text) => text.getBoundingClientRect()));
  await document.fonts.ready;
  for (let still = 0, last = ''; still < 20;) {
    await frame();
    const now = measure();
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return [...document.querySelectorAll('.text[data-paragraph]')].map((text) => ({
    id: text.getAttribute('data-paragraph') ?? '',
    text: [...text.querySelectorAll('[data-start]')].map(({ textContent }) => textContent).join(''),
  }));
}

/**
 * Which words are wholly in sight: within the list and the window, and with nothing lying over them. It runs in the
 * page.
 * @param {readonly { readonly id: string; readonly spans: readonly (readonly number[])[] }[]} texts
 */
function findSeen(texts) {
  const list = document.querySelector('.rows');
  if (!list) throw new Error('the page has no rows');
  const frame = list.getBoundingClientRect();
  const right = Math.min(frame.left + list.clientWidth, innerWidth);
  const bottom = Math.min(frame.top + list.clientHeight, innerHeight);
  const isWithin = (/** @type {DOMRect} */ box) =>
    box.left >= frame.left - 0.5 &&
    box.right <= right + 0.5 &&
    box.top >= frame.top - 0.5 &&
    box.bottom <= bottom + 0.5;
  const isUncovered = (/** @type {DOMRect} */ box, /** @type {Element} */ host) => {
    const y = (box.top + box.bottom) / 2;
    return [box.left + 1, (box.left + box.right) / 2, box.right - 1].every((x) => {
      const above = document.elementFromPoint(x, y);
      return above !== null && (host.contains(above) || above.contains(host));
    });
  };
  let words = 0;
  let smallest = Infinity;
  for (const { id, spans } of texts) {
    const host = document.querySelector(`.text[data-paragraph="${id}"]`);
    if (!host) continue;
    /** @type {[Text, number][]} */
    const places = [];
    for (const piece of host.querySelectorAll('[data-start]')) {
      const node = piece.firstChild;
      if (node instanceof Text) for (let at = 0; at < node.length; at += 1) places.push([node, at]);
    }
    for (const [start = 0, end = 0] of spans) {
      const [first, last] = [places[start], places[end - 1]];
      if (!first || !last) continue;
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(last[0], last[1] + 1);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length === 0 || !boxes.every((box) => isWithin(box) && isUncovered(box, host))) continue;
      words += 1;
      const size = parseFloat(getComputedStyle(first[0].parentElement ?? host).fontSize);
      // A footnote's number is no word one reads.
      if (!first[0].parentElement?.closest('sup')) smallest = Math.min(smallest, size);
    }
  }
  const cut = [...document.querySelectorAll('.cell')]
    .filter((cell) => {
      const box = cell.getBoundingClientRect();
      return box.left < -1 || box.right > right + 1 || cell.scrollWidth > cell.clientWidth + 1;
    })
    .map((cell) => cell.getAttribute('lang') ?? '');
  if (document.documentElement.scrollWidth > innerWidth) cut.push('window');
  return { words, smallest, cut: [...new Set(cut)] };
}
