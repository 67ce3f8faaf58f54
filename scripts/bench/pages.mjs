import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, SetupError } from '../setup/command.mjs';
import { withModule } from './checks/load.mjs';
import { renderTable } from './figures.mjs';

const USAGE = `Usage: npm run bench:pages -- FOLDER… [--gold FILE] [--half first|second] [--told]
  Reads all .html of the folders. The article of a page is what expected.html beside it says, else what Readability takes.
  --gold FILE  JSON with, for each page, "file" (its name), "with" (texts of its article) and "without" (texts that are none)
  --half       of the pages, by their names, to measure on others than were tuned on
  --told       names the pages of which much is not proposed, and the texts that are missing`;

/** So many words in a row have to be the same to say that they stand in both texts. */
const WORDS = 4;

/** @param {string} text */
function wordsOf(text) {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** @param {readonly string[]} words */
function stretches(words) {
  const length = Math.min(WORDS, words.length);
  return words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '));
}

/**
 * How many letters of the words of a text stand in another.
 * @param {readonly string[]} words
 * @param {ReadonlySet<string>} there
 */
function lettersIn(words, there) {
  const found = new Set();
  stretches(words).forEach((stretch, at) => {
    if (there.has(stretch)) for (let n = at; n < at + WORDS; n += 1) found.add(n);
  });
  return words.reduce((sum, word, at) => sum + (found.has(at) ? word.length : 0), 0);
}

/** @param {string} text */
function squeezed(text) {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** @param {string} name */
function isFirstHalf(name) {
  return (
    [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 7) % 2 === 0
  );
}

/**
 * @param {string} file
 * @returns {Promise<ReadonlyMap<string, { readonly with: readonly string[], readonly without: readonly string[] }>>}
 */
async function readGold(file) {
  const told = JSON.parse(await readFile(file, 'utf8'));
  return new Map(Object.values(told).map((page) => [String(page.file).normalize('NFC'), page]));
}

/**
 * What follows an option of the command line.
 * @param {readonly string[]} given
 * @param {string} option
 */
function valueOf(given, option) {
  const at = given.indexOf(option);
  return at < 0 ? undefined : given[at + 1];
}

await runScript(async () => {
  const given = process.argv.slice(2);
  const [goldFile, half] = [valueOf(given, '--gold'), valueOf(given, '--half')];
  const folders = given.filter((each) => !each.startsWith('--') && each !== goldFile && each !== half);
  if (folders.length === 0) throw new SetupError(USAGE);
  const isTold = given.includes('--told');
  const gold = goldFile === undefined ? new Map() : await readGold(goldFile);
  const figures = { pages: 0, refused: 0, fifth: 0, most: 0, nothing: 0, other: 0, ticked: 0 };
  const snippets = { article: 0, found: 0, around: 0, ticked: 0 };
  await withModule('scripts/bench/pages/try-page.ts', async ({ tryPage }) => {
    for (const folder of folders)
      for (const name of (await readdir(folder, { recursive: true })).sort()) {
        const base = path.basename(name).normalize('NFC');
        if (!/\.html?$/i.test(base) || base === 'expected.html') continue;
        if (half !== undefined && isFirstHalf(name.normalize('NFC')) !== (half === 'first')) continue;
        const bytes = await readFile(path.join(folder, name));
        const expected =
          base === 'source.html' ? path.join(folder, path.dirname(name), 'expected.html') : null;
        const page = await tryPage(bytes, expected === null ? null : await readFile(expected));
        figures.pages += 1;
        if (page.refused !== null) {
          figures.refused += 1;
          if (isTold) console.log(`${name}: ${page.refused}`);
          continue;
        }
        const ticked = wordsOf(page.ticked.join(' '));
        const article = wordsOf(page.article);
        const letters = article.join('').length;
        const missing = 1 - (letters === 0 ? 1 : lettersIn(article, new Set(stretches(ticked))) / letters);
        figures.ticked += ticked.join('').length;
        figures.other += ticked.join('').length - lettersIn(ticked, new Set(stretches(article)));
        figures.fifth += Number(missing > 0.2);
        figures.most += Number(missing > 0.9);
        figures.nothing += Number(page.ticked.length === 0);
        if (isTold && missing > 0.2) console.log(`${name}: ${Math.round(missing * 100)}% not proposed`);
        const told = gold.get(base);
        if (!told) continue;
        const text = squeezed(page.ticked.join(' '));
        for (const each of told.with) {
          snippets.article += 1;
          const isFound = text.includes(squeezed(each));
          snippets.found += Number(isFound);
          if (!isFound && isTold) {
            const isSeen = squeezed(page.unticked.join(' ')).includes(squeezed(each));
            console.log(`${name}: ${isSeen ? 'not proposed' : 'not read'}: ${each}`);
          }
        }
        for (const each of told.without) {
          snippets.around += 1;
          const isFound = text.includes(squeezed(each));
          snippets.ticked += Number(isFound);
          if (isFound && isTold) console.log(`${name}: proposed, and no article: ${each}`);
        }
      }
  });
  const read = figures.pages - figures.refused;
  const share = (/** @type {number} */ part, /** @type {number} */ whole) =>
    whole === 0 ? '–' : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`;
  console.log(
    renderTable({
      title: 'What is proposed of web pages',
      head: ['what', 'figure'],
      rows: [
        ['pages read', share(read, figures.pages)],
        ['more than a fifth of the article not proposed', share(figures.fifth, read)],
        ['more than nine tenths of it not proposed', share(figures.most, read)],
        ['nothing proposed', share(figures.nothing, read)],
        ['letters proposed that are not in the article', share(figures.other, figures.ticked)],
        ['texts of the article that are proposed', share(snippets.found, snippets.article)],
        ['texts around it that are proposed', share(snippets.ticked, snippets.around)],
      ],
    }),
  );
  return 0;
});
