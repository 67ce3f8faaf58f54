import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from '../build.mjs';
import { runTool } from '../setup/command.mjs';
import { withDisplays } from '../setup/display.mjs';
import { tallyEndToEndTests, tallyUnitTests } from './reports.mjs';

/**
 * @typedef {import('./reports.mjs').Tally} Tally
 * @typedef {{ readonly title: string, readonly run: () => Promise<Tally> }} Step
 * @typedef {readonly (readonly Step[])[]} Stage lanes that run side by side, one step of each at a time
 */

/** The end-to-end tests give up after so long, in milliseconds. */
const endToEndLimit = 1_500_000;

/**
 * A step that is right or wrong as a whole. Only a failed one is counted: the tests are what passes.
 * @param {string} title
 * @param {() => Promise<number>} run gives an exit code
 * @returns {Step}
 */
function check(title, run) {
  return { title, run: async () => ({ passed: 0, failed: (await run()) === 0 ? 0 : 1 }) };
}

/**
 * Runs a test runner that writes a JSON report and reads the report.
 * @template Report
 * @template {Tally} T
 * @param {(reportFile: string) => Promise<number>} run gives an exit code
 * @param {(report: Report) => T} tally
 * @returns {Promise<T | Tally>}
 */
async function runWithReport(run, tally) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-test-'));
  try {
    const file = path.join(folder, 'report.json');
    const code = await run(file);
    const counted = existsSync(file)
      ? tally(JSON.parse(await readFile(file, 'utf8')))
      : { passed: 0, failed: 0 };
    // A runner may fail for a reason that is not in a test, or report that it ran none.
    const unexplained = counted.failed === 0 && (code !== 0 || counted.passed === 0);
    return unexplained ? { ...counted, failed: 1 } : counted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The parts that are compiled apart. */
const PROJECTS = ['shared', 'main', 'renderer/session', 'renderer', 'tests', 'scripts'];

/** @param {string} project */
function types(project) {
  return check(`Types of ${project}`, () => runTool('typescript', 'tsc', ['-p', project, '--noEmit']));
}

/**
 * @param {readonly string[]} files or folders
 * @returns {readonly Step[]}
 */
function lint(files) {
  return [
    check('Lint', () =>
      runTool('oxlint', 'oxlint', ['--type-aware', '--no-error-on-unmatched-pattern', ...files]),
    ),
  ];
}

/** @param {readonly string[]} files or folders */
function format(files) {
  return check('Format', () =>
    runTool('prettier', 'prettier', ['--check', '--log-level', 'warn', '--ignore-unknown', ...files]),
  );
}

/** @type {Stage} */
const checks = [
  lint(['.']),
  [
    ...PROJECTS.map(types),
    format(['.']),
    check('Unused code and packages', () => runTool('knip', 'knip', [])),
  ],
];

/**
 * @param {readonly string[]} args more arguments for vitest
 * @returns {Step}
 */
function unitTests(args) {
  return {
    title: 'Unit tests',
    run: () =>
      runWithReport(
        (file) =>
          runTool('vitest', 'vitest', [
            'run',
            '--reporter=dot',
            '--reporter=json',
            `--outputFile.json=${file}`,
            ...args,
          ]),
        tallyUnitTests,
      ),
  };
}

/**
 * The tests that drive the real app. A run that opened no window has tested nothing and counts as failed. Several run side
 * by side where each has an invisible display of its own, and take test after test from one list: on a person's display
 * the windows would take the keyboard from each other.
 * @param {readonly string[]} args more arguments for Playwright
 * @param {number} lanes at most so many side by side
 * @returns {Step}
 */
function endToEndTests(args, lanes) {
  return {
    title: 'End-to-end tests',
    run: async () => {
      const counted = await runWithReport(
        (file) =>
          withDisplays(lanes, (env) =>
            runTool(
              '@playwright/test',
              'playwright',
              ['test', '--reporter=list,json', '--forbid-only', `--global-timeout=${endToEndLimit}`, ...args],
              { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
            ),
          ),
        tallyEndToEndTests,
      );
      if ('windows' in counted && counted.windows > 0) return counted;
      console.error('No test opened a window of the app.');
      return { ...counted, failed: Math.max(counted.failed, 1) };
    },
  };
}

/** The parts of the tests that can be run alone. */
export const parts = ['checks', 'unit', 'e2e'];

/**
 * The stages of a part of the tests, or of all of them.
 * @param {string | undefined} part one of `parts`
 * @param {readonly string[]} args more arguments for the test runner of the part
 * @returns {readonly Stage[]}
 */
export function chooseStages(part, args) {
  return [
    ...(part === undefined || part === 'checks' ? [checks] : []),
    // The tests of the command line run the built file.
    ...(part === 'checks' ? [] : [[[check('Build', build)]]]),
    ...(part === undefined || part === 'unit' ? [[[unitTests(args)]]] : []),
    ...(part === undefined || part === 'e2e' ? [[[endToEndTests(args, args.length > 0 ? 1 : 2)]]] : []),
  ];
}

/**
 * The stages of a look at what changed: what is quick to check of it, and the tests nearest to it.
 * @param {readonly string[]} changed files
 * @param {{ readonly unit: readonly string[], readonly window: readonly string[] }} tests files
 * @returns {readonly Stage[]}
 */
export function quickStages(changed, { unit, window }) {
  return [
    [
      [...lint(changed), format(changed), ...PROJECTS.map(types)],
      [...(window.length > 0 ? [check('Build', build)] : []), ...(unit.length > 0 ? [unitTests(unit)] : [])],
    ],
    ...(window.length > 0 ? [[[endToEndTests(window, 2)]]] : []),
  ];
}
