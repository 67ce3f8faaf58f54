import { installPackages } from './setup/packages.mjs';
import { prepareMachine, TEST_PROGRAMS } from './setup/prepare.mjs';
import { runScript, SetupError } from './setup/command.mjs';
import { runStages } from './test/run-stages.mjs';
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

await runScript(async () => {
  const { part, rest } = readArguments(process.argv.slice(2));
  await (part === 'checks' ? installPackages() : prepareMachine(TEST_PROGRAMS));
  return runStages(chooseStages(part, rest));
});
