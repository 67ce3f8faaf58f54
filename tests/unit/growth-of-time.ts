import { expect } from 'vitest';

/** At four times the input: what grows with the input is at four, what grows with its square at sixteen. */
const MOST_GROWTH = 8;

/** What keeps the processor busy for less is not told from chance, in milliseconds. */
const BUSY = 100;

const TRIES = 3;

/**
 * Expects that `run` keeps the processor busy in proportion to its size, here from `n` to `4 * n`. Both are measured side by
 * side, in the time of this process and not of the clock. What else goes on in the process only adds, so the best of some
 * tries counts.
 */
export function expectToGrowWithSize(run: (size: number) => unknown, n: number): void {
  let least = Infinity;
  for (let tries = 0; tries < TRIES && least >= MOST_GROWTH; tries += 1) {
    const few = busy(() => run(n));
    const many = busy(() => run(4 * n));
    least = Math.min(least, many < BUSY ? 0 : many / Math.max(1, few));
  }
  expect(least).toBeLessThan(MOST_GROWTH);
}

/** How long the processor is busy with something, in milliseconds. */
function busy(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
