import { Worker } from 'node:worker_threads';
import { CHECKS } from '../../shared/checks/finding';
import type { Overseer } from '../../shared/checks/step';

/** A step of the checks that takes longer than this will not end. */
const LOOK_MS = 1000;
const LOOKS = 60;

/** What is said of a step that does not end: the one of each check in a row, or in the article. */
export interface Sentences {
  readonly inRow: (check: string, row: number) => string;
  readonly inArticle: (check: string) => string;
}

export interface Watch extends Overseer {
  readonly end: () => void;
}

/** A thread of its own, as the one that checks may be stuck. It sees a count of steps, and the check and row of the last. */
const THREAD = `
const { workerData: { steps, checks, looks, lookMs, pid, output } } = require('node:worker_threads');
let last = -1;
let seen = 0;
setInterval(() => {
  const [count, check, row] = steps;
  seen = count === last ? seen + 1 : 0;
  last = count;
  if (count === 0 || seen < looks) return;
  const { inRow, inArticle } = checks[check];
  require('node:fs').writeSync(output, 'triptych: ' + (row === 0 ? inArticle : inRow.replace('\\u0001', row)) + '\\n');
  process.kill(pid, 'SIGKILL');
}, lookMs);
`;

/**
 * Ends the program, and says which check it was at and where, when a step of the checks does not end.
 *
 * @param rowIds the rows in order
 */
export function watchSteps(
  rowIds: readonly string[],
  { inRow, inArticle }: Sentences,
  { looks = LOOKS, lookMs = LOOK_MS, pid = process.pid, output = 2 } = {},
): Watch {
  const steps = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const numbers = new Map(rowIds.map((id, n) => [id, n + 1]));
  const checks = CHECKS.map((check) => ({
    // The number of the row is put in by the thread.
    inRow: inRow(check, -1).replace('-1', '\u0001'),
    inArticle: inArticle(check),
  }));
  const workerData = { steps, checks, looks, lookMs, pid, output };
  const thread = new Worker(THREAD, { eval: true, workerData });
  thread.unref();
  return {
    isLeftOut: () => false,
    begins: ({ check, rowId }) => {
      steps[1] = CHECKS.indexOf(check);
      steps[2] = rowId === null ? 0 : (numbers.get(rowId) ?? 0);
      steps[0] = (steps[0] ?? 0) + 1;
    },
    end: () => void thread.terminate(),
  };
}
