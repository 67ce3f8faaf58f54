import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeLongArticle } from './align/long-article.mjs';
import { probe, withApp } from './app.mjs';
import { writeArticleFiles } from './article.mjs';
import { runCommandLine } from './command-line.mjs';
import { inMegabytes, inMs, inSeconds, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** Paragraphs in each language: one, two, four and eight times the first. */
const SIZES = [500, 1000, 2000, 4000];
const RUNS = 3;

/** An article of 5,000 words in each language: so many sentences. */
const ARTICLE = 310;
const REALIGNED = 9;

/**
 * How aligning grows with the length of the article: three text files read and aligned by the command line.
 * @param {import('../runtime/locate.mjs').Runtime} runtime
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureAlign(runtime) {
  return withTemporaryFolder(async (folder) => {
    const inApp = await measureInApp(runtime, folder);
    const rows = [];
    for (const size of SIZES) {
      const files = await writeArticleFiles(path.join(folder, String(size)), size);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await runCommandLine(['align', ...files]));
      const time = quantile(
        runs.map((run) => run.time),
        0.5,
      );
      const memory = quantile(
        runs.map((run) => run.memory),
        0.5,
      );
      rows.push([
        `3 x ${size.toLocaleString('en')} paragraphs`,
        inSeconds(time),
        `${((time / size) * 1000).toFixed(0)} ms`,
        inMegabytes(memory),
      ]);
    }
    return [
      inApp,
      {
        title: `Reading and aligning with \`triptych align\` (median of ${RUNS})`,
        head: ['', 'time', 'per 1,000', 'memory at most'],
        rows,
      },
    ];
  });
}

/**
 * Aligning an article anew in the app, its job and the picture of the new rows included.
 * @param {import('../runtime/locate.mjs').Runtime} runtime
 * @param {string} folder
 * @returns {Promise<import('./figures.mjs').Table>}
 */
async function measureInApp(runtime, folder) {
  const texts = await makeLongArticle(ARTICLE);
  const inputs = path.join(folder, 'article');
  await mkdir(inputs);
  const files = Object.entries(texts).map(async ([language, paragraphs]) => {
    const file = path.join(inputs, `${language}.txt`);
    await writeFile(file, `${paragraphs.join('\n\n')}\n`);
    return [`--${language}`, file];
  });
  const project = path.join(folder, 'article.triptych');
  await runCommandLine(['align', ...(await Promise.all(files)).flat(), '--out', project]);
  const times = await withApp(runtime, folder, async (app, page) => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, project);
    await page.keyboard.press('Control+o');
    await page.getByTestId('row').first().waitFor();
    const aligned = [];
    for (let run = 0; run < REALIGNED; run += 1)
      aligned.push(await probe(page, 'ask', 'align/realign', null));
    return aligned.map(({ picture }) => picture);
  });
  return {
    title: `An article of 3 x 5,000 words, aligned anew in the app ${REALIGNED} times`,
    head: ['', 'fastest', 'median', 'slowest'],
    rows: [
      ['From the request to the picture of its rows', ...[0, 0.5, 1].map((at) => inMs(quantile(times, at)))],
    ],
  };
}
