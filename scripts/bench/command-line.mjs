import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { npmCommand, readCommand, root, SetupError } from '../setup/command.mjs';
import { inMs, quantile } from './figures.mjs';

const RUNS = 10;

const cli = path.join(root, 'out', 'main', 'cli.cjs');

/**
 * Runs the command line to its end.
 * @param {readonly string[]} args
 * @returns {Promise<{ time: number, memory: number }>} ms, and at most used kilobytes
 */
export async function runCommandLine(args) {
  const peak = path.join(import.meta.dirname, 'peak-memory.cjs');
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', peak, cli, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const memory = text(/** @type {import('node:stream').Readable} */ (child.stdio[3]));
  const [code] = await once(child, 'close');
  const time = performance.now() - started;
  if (code !== 0) throw new SetupError(`triptych ${args[0]} failed; see above.`);
  return { time, memory: Number(await memory) };
}

/**
 * How long the command line takes to do next to nothing.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureCommandLine() {
  const npx = npmCommand(['exec', '--', 'triptych', '--version']);
  return [
    {
      title: `Start of the command line (${RUNS} runs each)`,
      head: ['', 'fastest', 'median', 'slowest'],
      rows: [
        ['Node with an empty script', ...(await timeRuns(process.execPath, ['--eval', '']))],
        ['`node out/main/cli.cjs --version`', ...(await timeRuns(process.execPath, [cli, '--version']))],
        ['`npx triptych --version`', ...(await timeRuns(npx.file, npx.args, npx.shell))],
      ],
    },
  ];
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {boolean} [shell]
 */
async function timeRuns(file, args, shell = false) {
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const { code, errors } = await readCommand(file, args, { shell });
    if (code !== 0) throw new SetupError(errors);
    times.push(performance.now() - started);
  }
  return [0, 0.5, 1].map((share) => inMs(quantile(times, share)));
}
