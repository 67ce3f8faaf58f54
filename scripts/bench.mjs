import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureAgainst } from './bench/against.mjs';
import { measureAlign } from './bench/align.mjs';
import { measureChecks } from './bench/check-time.mjs';
import { measureCommandLine } from './bench/command-line.mjs';
import { measureDiff } from './bench/diff.mjs';
import { measureDist } from './bench/dist.mjs';
import { renderTable } from './bench/figures.mjs';
import { measureHistory } from './bench/history.mjs';
import { measureLaunch } from './bench/launch.mjs';
import { measureProject } from './bench/project.mjs';
import { measureReconcile } from './bench/reconcile.mjs';
import { measureView } from './bench/view.mjs';
import { build, isBuildCurrent } from './build.mjs';
import { readCommand, root, runScript, SetupError } from './setup/command.mjs';
import { prepareMachine } from './setup/prepare.mjs';

/**
 * @typedef {import('./bench/figures.mjs').Table} Table
 * @typedef {import('./runtime/locate.mjs').Runtime} Runtime
 */

/** @type {Readonly<Record<string, (runtime: Runtime) => Promise<readonly Table[]>>>} */
const benchmarks = {
  launch: measureLaunch,
  view: measureView,
  project: measureProject,
  history: measureHistory,
  align: measureAlign,
  diff: measureDiff,
  reconcile: measureReconcile,
  checks: measureChecks,
  'command-line': measureCommandLine,
  dist: measureDist,
};

const document = path.join(root, 'docs', 'benchmarks.md');

/**
 * Puts a text between the two marks of a name: "<!-- name -->" and "<!-- /name -->".
 * @param {string} page
 * @param {string} name
 * @param {string} text
 */
function fillIn(page, name, text) {
  const marked = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
  if (!marked.test(page)) throw new SetupError(`docs/benchmarks.md has no place for "${name}".`);
  return page.replace(marked, (_, before, after) => `${before}\n${text}\n${after}`);
}

/** @param {Runtime} runtime */
async function nameMachine(runtime) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const electron = await readCommand(runtime.executable, ['-p', 'process.versions.electron'], { env });
  return [
    `${os.availableParallelism()} cores`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB of memory`,
    `${os.type()} on ${os.arch()}`,
    `Node ${process.versions.node}`,
    `Electron ${electron.output.trim()}`,
  ].join(', ');
}

/** What is asked for: names of benchmarks, none for all; see docs/benchmarks.md. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        write: { type: 'boolean' },
        against: { type: 'string' },
        turns: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

await runScript(async () => {
  const { values: options, positionals: names } = readArguments();
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined)
    throw new SetupError(`There is no benchmark "${unknown}", but ${Object.keys(benchmarks).join(', ')}.`);
  const runtime = await prepareMachine();
  if (!(await isBuildCurrent()) && (await build()) !== 0)
    throw new SetupError('The app could not be built; see above.');
  const machine = await nameMachine(runtime);
  console.log(`\n${machine}`);
  if (options.against !== undefined) {
    const tables = await measureAgainst(options.against, names, Number(options.turns));
    console.log(`\n${tables.map(renderTable).join('\n\n')}`);
    return 0;
  }
  let page = fillIn(await readFile(document, 'utf8'), 'machine', machine);
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const text = (await measure(runtime)).map(renderTable).join('\n\n');
    console.log(`\n${text}`);
    page = fillIn(page, name, text);
  }
  if (options.write) await writeFile(document, page);
  return 0;
});
