import path from 'node:path';
import { writeArticleFiles } from './article.mjs';
import { runCommandLine } from './command-line.mjs';
import { inMegabytes, inSeconds, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** Paragraphs in each language: one, two, four and eight times the first. */
const SIZES = [500, 1000, 2000, 4000];
const RUNS = 3;

/**
 * How aligning grows with the length of the article: three text files read and aligned by the command line.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureAlign() {
  return withTemporaryFolder(async (folder) => {
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
      {
        title: `Reading and aligning with \`triptych align\` (median of ${RUNS})`,
        head: ['', 'time', 'per 1,000', 'memory at most'],
        rows,
      },
    ];
  });
}
