import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Which share of the lines of each house the unit tests run. The floor of the session is in vitest.config.ts. */
const HOUSES = ['renderer/session', 'shared', 'main'];

/** @typedef {{ readonly lines: { readonly total: number, readonly covered: number } }} Covered */

const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
let failed = false;
try {
  execFileSync(process.execPath, [vitest, 'run', '--coverage', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
} catch {
  // What failed has been said; the figures are of interest all the same.
  failed = true;
}

/** @type {Readonly<Record<string, Covered>>} */
const files = JSON.parse(readFileSync(path.join(root, 'coverage/coverage-summary.json'), 'utf8'));
for (const house of HOUSES) {
  const ours = Object.entries(files).filter(([file]) => file.startsWith(path.join(root, house) + path.sep));
  const sum = (/** @type {'total' | 'covered'} */ what) =>
    ours.reduce((before, [, { lines }]) => before + lines[what], 0);
  const share = sum('total') === 0 ? 0 : (100 * sum('covered')) / sum('total');
  console.log(`${house}: ${share.toFixed(1)}% of ${sum('total')} lines`);
}
process.exitCode = failed ? 1 : 0;
