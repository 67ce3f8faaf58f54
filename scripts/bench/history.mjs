import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../setup/command.mjs';
import { writeArticle } from './article.mjs';
import { inMs, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const ROWS = 350;
const MANY_ROWS = 10_000;
const SNAPSHOTS = 3;
const TYPED = 1000;
const ROUNDS = 100;

/**
 * How many bytes the history takes, and how long it takes to keep an edit: the commands of a person on real files. The
 * times stand beside those of a control in the same run, a new title of the same project in turn with the edits, which
 * is hardly more than the wait for the disk.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureHistory() {
  /** @type {{ module: typeof import('./history/record') }} */
  const { module } = await runnerImport('/scripts/bench/history/record.ts');
  const { changeFarRows, projectOf, sampleProject, takeSnapshots, timeEdits, typeOn } = module;
  return withTemporaryFolder(async (folder) => {
    const at = (/** @type {string} */ name) => path.join(folder, `${name}.triptych`);
    const article = projectOf(writeArticle(ROWS), ROWS);
    const large = projectOf(writeArticle(MANY_ROWS), MANY_ROWS);
    const sample = await sampleProject(path.join(root, 'sample'));
    const snapshots = takeSnapshots(at('snapshots'), sample, SNAPSHOTS);
    const size = MANY_ROWS.toLocaleString('en');
    const times = {
      [`An article of 3 x ${ROWS} paragraphs`]: timeEdits(at('times'), article, ROUNDS),
      [`A project of 3 x ${size} paragraphs`]: timeEdits(at('large-times'), large, ROUNDS),
    };
    return [
      {
        title: 'What is written into the history',
        head: ['', 'patches', 'commands', 'whole file'],
        rows: [
          [`Rows 1 and 300 of ${ROWS} confirmed at once`, ...sizes(changeFarRows(at('far'), article))],
          ...snapshots.map((bytes, n) => [`The sample, ${n + 1} of its snapshots taken`, ...sizes(bytes)]),
          [
            `${TYPED.toLocaleString('en')} edits of one paragraph`,
            ...sizes(typeOn(at('typed'), article, TYPED)),
          ],
          [
            `${ROUNDS} edits of a project of 3 x ${size} paragraphs`,
            ...sizes(typeOn(at('large'), large, ROUNDS)),
          ],
        ],
      },
      {
        title: `Keeping an edit, and beside it a new title (${ROUNDS} of each, in turn)`,
        head: ['', 'edit, p50', 'title, p50', 'ratio'],
        rows: Object.entries(times).map(([name, { edits, titles }]) => {
          const [edit, title] = [quantile(edits, 0.5), quantile(titles, 0.5)];
          return [name, inMs(edit), inMs(title), `${(edit / title).toFixed(2)} x`];
        }),
      },
    ];
  });
}

/** @param {import('./history/record').HistoryBytes} bytes */
function sizes({ patches, commands, file }) {
  return [patches, commands, file].map((bytes) => `${(bytes / 1000).toFixed(1)} kB`);
}
