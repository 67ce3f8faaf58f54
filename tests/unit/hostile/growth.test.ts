import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROWING, type Growing } from '../../hostile/growth';
import { countWork } from '../../hostile/work';

/** Where `npm run fuzz` is told what everything costs; without it only what once grew too fast is looked at. */
const REPORT = process.env['TRIPTYCH_GROWTH_REPORT'];

/** At four times the input; a little more than four for what sorts. */
const MOST_WORK = 4.5;

const ONCE_TOO_FAST =
  /^(edit: flags side by side|find: |compare: paragraphs: (all in one|one paragraph)|export: (footnotes|short marks|links without).*\.(md|html)$)/;

const nameOf = ({ kind, what }: Growing): string => `${kind}: ${what}`;

const tried = GROWING.filter((growing) => REPORT || ONCE_TOO_FAST.test(nameOf(growing)));

test.each(tried.map((growing) => [nameOf(growing), growing] as const))(
  'does at most 4.5 times the work at four times the input: %s',
  async (name, { n, make }) => {
    const work: number[] = [];
    const times: number[] = [];
    for (const size of [n, 4 * n]) {
      const run = await make(size);
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      work.push(await countWork(run));
    }
    const [few = 0, many = 0] = work;
    if (REPORT)
      appendFileSync(REPORT, `${JSON.stringify({ name, n, times, growth: many / Math.max(1, few) })}\n`);
    if (ONCE_TOO_FAST.test(name)) expect(many / few).toBeLessThan(MOST_WORK);
  },
);
