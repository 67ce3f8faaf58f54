import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand, readCommand, root, runCommand, SetupError } from '../setup/command.mjs';
import { compareTables, readTables } from './compare-tables.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

/** @typedef {import('./figures.mjs').Table} Table */

/**
 * Measures this state and an earlier commit in one sitting, so that the ratio says something on any machine: turn by turn,
 * each built in a folder of its own and measured by its own scripts.
 * @param {string} commit as git names it
 * @param {readonly string[]} names of benchmarks that both have
 * @param {number} turns how often each is measured; the middle values are compared
 * @returns {Promise<readonly Table[]>}
 */
export async function measureAgainst(commit, names, turns) {
  return withTemporaryFolder(async (folder) => {
    const before = path.join(folder, 'before');
    if ((await runCommand('git', ['worktree', 'add', '--detach', before, commit])) !== 0)
      throw new SetupError(`git has no commit "${commit}".`);
    try {
      await install(before);
      /** @type {(readonly Table[])[]} */
      const old = [];
      /** @type {(readonly Table[])[]} */
      const present = [];
      for (let turn = 0; turn < turns; turn += 1) {
        old.push(await measureIn(before, names));
        present.push(await measureIn(root, names));
      }
      return compareTables(old, present);
    } finally {
      await runCommand('git', ['worktree', 'remove', '--force', before]);
    }
  });
}

/**
 * Gives a working tree its packages: those of this one where it needs the same.
 * @param {string} tree
 */
async function install(tree) {
  const [theirs, ours] = await Promise.all(
    [tree, root].map((each) => readFile(path.join(each, 'package-lock.json'), 'utf8')),
  );
  if (theirs === ours)
    return symlink(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  const { file, args, shell } = npmCommand(['ci', '--prefer-offline']);
  if ((await runCommand(file, args, { cwd: tree, shell })) !== 0)
    throw new SetupError('The packages of that commit could not be installed; see above.');
}

/**
 * @param {string} tree
 * @param {readonly string[]} names
 */
async function measureIn(tree, names) {
  const script = path.join(tree, 'scripts', 'bench.mjs');
  const { code, output, errors } = await readCommand(process.execPath, [script, ...names], { cwd: tree });
  if (code !== 0) throw new SetupError(`${errors}\nThe benchmark failed in ${tree}.`);
  return readTables(output);
}
