import { installPackages } from './setup/packages.mjs';
import { prepareMachine } from './setup/prepare.mjs';
import { runScript, SetupError } from './setup/command.mjs';
import { chooseStages, parts } from './test/steps.mjs';

/**
 * Reads `[--only PART [arguments of its test runner]]`.
 * @param {readonly string[]} args
 */
function readArguments([only, part, ...rest]) {
  if (only === undefined) return { part: undefined, rest };
  if (only === '--only' && part !== undefined && parts.includes(part)) return { part, rest };
  throw new SetupError(`Call it as: npm test, or npm test -- --only ${parts.join('|')}`);
}

/** @param {number} started milliseconds, as of `performance.now()` */
function formatTime(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

await runScript(async () => {
  const { part, rest } = readArguments(process.argv.slice(2));
  await (part === undefined || part === 'e2e' ? prepareMachine(['strace']) : installPackages());
  const started = performance.now();
  /** @type {string[]} */
  const summary = [];
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const remarks = [];
  let passed = 0;
  let failed = 0;
  const runLane = async (/** @type {readonly import('./test/steps.mjs').Step[]} */ steps) => {
    for (const step of steps) {
      console.log(`\n== ${step.title}`);
      const begun = performance.now();
      const tally = await step.run();
      passed += tally.passed;
      failed += tally.failed;
      complaints.push(...(tally.complaints ?? []));
      remarks.push(...(tally.remarks ?? []));
      summary.push(`${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${step.title} (${formatTime(begun)})`);
    }
  };
  for (const lanes of chooseStages(part, rest)) await Promise.all(lanes.map(runLane));
  // Once more at the very end: of a long log often only the end is kept.
  if (complaints.length > 0) console.log(`\n== What failed\n${complaints.join('\n')}`);
  console.log(
    `\n== Summary, ${formatTime(started)}\n${[...summary, ...remarks].join('\n')}\n\n${passed} passed, ${failed} failed`,
  );
  return failed === 0 ? 0 : 1;
});
