import { readCommand } from '../setup/command.mjs';

/** @param {readonly string[]} args */
async function git(args) {
  const { code, output } = await readCommand('git', args);
  return code === 0 ? output.split('\n').filter((line) => line !== '') : [];
}

/**
 * The files that differ from where this branch left `main`; on `main` itself from the last commit. What is new and not yet
 * added counts, what is gone does not. Paths are relative to the repository.
 */
export async function changedFiles() {
  const [base = 'HEAD'] = await git(['merge-base', 'refs/heads/main', 'HEAD']);
  const [changed, added] = await Promise.all([
    git(['diff', '--name-only', '--diff-filter=d', base]),
    git(['ls-files', '--others', '--exclude-standard']),
  ]);
  return [...changed, ...added];
}
