import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCommand, root, SetupError } from '../setup/command.mjs';
import { withDisplay } from '../setup/display.mjs';
import { inMegabytes, inMs, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const RUNS = 9;

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {readonly string[]} args the folder of the app, and what it is told
 * @property {string} ready what its page answers with true when it shows what is waited for
 * @property {number[]} times
 * @property {number[]} memory
 */

/**
 * The start of the app with its sample beside that of an Electron with an empty window, both started in turn and
 * watched by the same probe.
 * @param {import('../runtime/locate.mjs').Runtime} runtime
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureLaunch(runtime) {
  return withTemporaryFolder((folder) =>
    withDisplay(async (env) => {
      const empty = path.join(folder, 'empty');
      await writeEmptyApp(empty);
      /** @type {readonly Candidate[]} */
      const candidates = [
        {
          name: 'Empty window',
          args: [empty],
          ready: `document.readyState === 'complete'`,
          times: [],
          memory: [],
        },
        {
          name: 'Triptych, rows of the sample',
          args: [root, '--sample'],
          ready: `document.documentElement.dataset.ready && document.querySelector('[data-row]')`,
          times: [],
          memory: [],
        },
      ];
      for (let run = 0; run <= RUNS; run += 1) {
        for (const [index, candidate] of candidates.entries()) {
          const { time, memory } = await launch(runtime, env, candidate, path.join(folder, `data-${index}`));
          // The first start of each makes its profile: it only warms up.
          if (run === 0) continue;
          candidate.times.push(time);
          candidate.memory.push(memory);
        }
      }
      return [
        {
          title: `From launch to the first picture (${RUNS} starts each, in turn)`,
          head: ['', 'fastest', 'median', 'slowest', 'memory'],
          rows: candidates.map(({ name, times, memory }) => [
            name,
            ...[0, 0.5, 1].map((share) => inMs(quantile(times, share))),
            inMegabytes(quantile(memory, 0.5)),
          ]),
        },
      ];
    }),
  );
}

/** @param {string} folder */
async function writeEmptyApp(folder) {
  await mkdir(folder);
  const manifest = { name: 'empty', version: '1.0.0', main: 'main.cjs' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Empty</title>');
  await writeFile(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile('index.html'));
`,
  );
}

/**
 * @param {import('../runtime/locate.mjs').Runtime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @param {Candidate} candidate
 * @param {string} profile
 * @returns {Promise<{ time: number, memory: number }>} ms, and kilobytes of all its processes
 */
async function launch(runtime, env, { name, args, ready }, profile) {
  const probe = path.join(import.meta.dirname, 'launch-probe.cjs');
  const switches = [...runtime.args, `--user-data-dir=${profile}`, '--lang=en-GB', '-r', probe];
  const started = Date.now();
  const { output } = await readCommand(runtime.executable, [...switches, ...args], {
    env: { ...env, HOME: path.dirname(profile), BENCH_READY: ready },
  });
  if (output === '') throw new SetupError(`${name} ended without showing anything.`);
  const { time, memory } = JSON.parse(output);
  return { time: time - started, memory };
}
