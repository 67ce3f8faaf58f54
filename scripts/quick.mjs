import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changedFiles } from './quick/changed-files.mjs';
import { nearestTests } from './quick/nearest-tests.mjs';
import { windowTestsOf } from './quick/window-tests.mjs';
import { prepareMachine, TEST_PROGRAMS } from './setup/prepare.mjs';
import { readCommand, root, runScript } from './setup/command.mjs';
import { runStages } from './test/run-stages.mjs';
import { quickStages } from './test/steps.mjs';

/** So many files of unit tests run at most, and so many window tests at least where there are more of them. */
const MOST_UNIT_FILES = 10;
const ENOUGH_WINDOW_TESTS = 6;

/** A file of unit tests; those of hostile input try sizes, which takes long. */
const UNIT_TEST = /^tests\/unit\/(?!hostile\/).*\.test\.tsx?$/;

/** Whether a window can show that a file changed. */
const SHOWN = /^(main|renderer|shared|locales|sample|tests\/e2e)\//;

/** @param {string} name of a file of window tests */
function windowTestFile(name) {
  return `tests/e2e/${name}.spec.ts`;
}

/** @param {string} name */
function countTests(name) {
  const text = readFileSync(path.join(root, windowTestFile(name)), 'utf8');
  return [...text.matchAll(/^ *test(\.each)?\(/gm)].length;
}

/**
 * The first of some files of window tests that have enough tests together.
 * @param {readonly string[]} names
 */
function enoughOf(names) {
  const sums = names.map((_, index) =>
    names.slice(0, index).reduce((sum, name) => sum + countTests(name), 0),
  );
  return names.filter((_, index) => (sums[index] ?? 0) < ENOUGH_WINDOW_TESTS);
}

await runScript(async () => {
  await prepareMachine(TEST_PROGRAMS);
  const named = process.argv.slice(2);
  const changed = named.length > 0 ? named : await changedFiles();
  if (changed.length === 0) {
    console.log('Nothing has changed. To run the tests of a file: npm run quick -- PATH');
    return 0;
  }
  const { output } = await readCommand('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  const modules = output.split('\n').filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const unit = nearestTests(modules, changed, (file) => UNIT_TEST.test(file));
  const window = windowTestsOf(changed.filter((file) => SHOWN.test(file)));
  const chosen = { unit: unit.slice(0, MOST_UNIT_FILES), window: enoughOf(window).map(windowTestFile) };
  const code = await runStages(quickStages(changed, chosen));
  console.log(
    `Of ${unit.length} files of unit tests that reach what changed the nearest ${chosen.unit.length} were run; window tests: ${chosen.window.map((file) => path.basename(file)).join(', ') || 'none'}. All of them: npm test.`,
  );
  return code;
});
