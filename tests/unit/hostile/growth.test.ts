import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROWING } from '../../hostile/growth/all';
import type { Growing } from '../../hostile/growth/growing';
import { countWork } from '../../hostile/work';

/** Where `npm run fuzz` is told what everything costs; without it only what once grew too fast is looked at. */
const REPORT = process.env['TRIPTYCH_GROWTH_REPORT'];

/** At four times the input; a little more than four for what sorts. */
const MOST_GROWTH = 4.5;

/** What keeps the processor busy for less is not told from chance, in milliseconds. */
const BUSY = 200;

/** How many times the smallest size is tried at most. */
const LARGEST = 64;

const ONCE_TOO_FAST =
  /^(align: |edit: flags side by side|find: |compare: paragraphs: (all in one|one paragraph)|compare: (links and marks|marks that cross|versions: (all in one|one paragraph))|export: (footnotes|short marks|links without).*\.(md|html)$|import: (marks in marks, \.(md|html)|tags that close|links without an end|an equation of rows|an equation of tables|a picture in many forms, \.html|pictures in one line|deletions|replies|insertions)|write back: (notes|paragraphs), .*\.odt|write back: paragraphs and one picture|write back: pictures in one line)/;

const nameOf = ({ kind, what }: Growing): string => `${kind}: ${what}`;

const tried = GROWING.filter((growing) => REPORT || ONCE_TOO_FAST.test(nameOf(growing)));

const named = tried.map((growing) => [nameOf(growing), growing] as const);

test.each(named.filter(([name]) => ONCE_TOO_FAST.test(name)))(
  'does at most 4.5 times the work at four times the input: %s',
  async (_, growing) => {
    expect(await growthOfWork(growing)).toBeLessThan(MOST_GROWTH);
  },
);

if (REPORT)
  test.each(named)(
    'takes at most 4.5 times the time at four times the input: %s',
    async (name, growing) => {
      const measured = await timeAtFourTimes(growing);
      appendFileSync(REPORT, `${JSON.stringify({ name, ...measured, work: await growthOfWork(growing) })}\n`);
      expect(measured.growth ?? 0).toBeLessThanOrEqual(MOST_GROWTH);
    },
    600_000,
  );

/** By how much more is done at four times the smallest size, as it is counted. */
async function growthOfWork({ n, make }: Growing): Promise<number> {
  const few = await countWork(await make(n));
  return (await countWork(await make(4 * n))) / Math.max(1, few);
}

/**
 * The processor's time at the first size that keeps it busy, and at four times that. What the app refuses, and what is
 * quick at all sizes it takes, has no growth; its time is that at the largest size tried.
 */
async function timeAtFourTimes(growing: Growing) {
  const { n, most = Infinity } = growing;
  let quick = { n, times: [0], growth: null as number | null };
  for (let size = n; size <= LARGEST * n && size <= most; size *= 4) {
    const few = await timeOf(growing, size);
    if (few === null) break;
    quick = { n: size, times: [few], growth: null };
    if (few < BUSY || 4 * size > most) continue;
    const many = await timeOf(growing, 4 * size);
    return many === null ? quick : leastOf(growing, size, few, many);
  }
  return quick;
}

/**
 * The least time of both sizes. Other work on the machine only ever makes one of them longer, so what seems to grow
 * too fast is measured twice more, the two sizes in turn.
 */
async function leastOf(growing: Growing, n: number, few: number, many: number) {
  let [small, large] = [few, many];
  for (let again = 0; again < 2 && large / small > MOST_GROWTH; again += 1) {
    small = Math.min(small, (await timeOf(growing, n)) ?? small);
    large = Math.min(large, (await timeOf(growing, 4 * n)) ?? large);
  }
  return { n, times: [small, large], growth: large / small };
}

/** Milliseconds the processor was busy; null when the input is refused. */
async function timeOf({ make }: Growing, size: number): Promise<number | null> {
  const run = await make(size);
  const before = process.cpuUsage();
  const made = await run();
  const { user, system } = process.cpuUsage(before);
  const refused = made instanceof Object && 'ok' in made && made.ok === false;
  return refused ? null : (user + system) / 1000;
}
