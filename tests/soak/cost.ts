import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyCommand } from '../../shared/commands/command';
import { openWorking } from '../../main/project/open-working';
import { USUAL_PACE } from '../../main/project/pacing';
import { createProjectFile, type ProjectFile } from '../../main/project/project-file';
import { placesIn } from '../unit/main/project/places-in';
import { entry, sampleProject, sampleRow, value } from '../unit/main/project/sample-project';

/** What keeping changes costs while the file is brought up to date behind them; times in ms. */
export interface Cost {
  readonly edits: number;
  /** What 95 of 100 edits took at most. */
  readonly p95: number;
  /** The same where the file itself is worked on and nothing else is done, on the same computer in the same minute. */
  readonly inPlace: number;
  /** The longest the thread was busy between edits, most of which is waiting for the disk. */
  readonly pause: number;
  /** The same while nothing is done: the computer's own. */
  readonly idle: number;
  /** How long closing took. */
  readonly closing: number;
}

/** An edit every so many ms, as of a fast typist's pauses. */
const PAUSE = 100;

/** Edits a project of so many rows in the working copy, at the pace of the window. */
export async function measureCost(base: string, rowCount: number, edits: number): Promise<Cost> {
  const folder = mkdtempSync(join(base, 'cost-'));
  const path = join(folder, 'article.triptych');
  const rows = Array.from({ length: rowCount }, (_, n) =>
    sampleRow(`r${n + 1}`, 'Residents were never asked. '.repeat(10)),
  );
  value(createProjectFile(path, { ...sampleProject(), rows })).close();
  const other = value(createProjectFile(join(folder, 'other.triptych'), { ...sampleProject(), rows }));
  const { file, close } = value(openWorking(path, placesIn(folder), { user: null, pace: USUAL_PACE }));
  const idle = await longestPause(() => undefined, edits);
  const times: number[] = [];
  const inPlace: number[] = [];
  const pause = await longestPause((n) => {
    times.push(edit(file, n, rowCount));
    inPlace.push(edit(other, n, rowCount));
  }, edits);
  const started = performance.now();
  close();
  const closing = performance.now() - started;
  other.close();
  return { edits, p95: p95Of(times), inPlace: p95Of(inPlace), pause, idle, closing };
}

/** Does something again and again, and gives the longest time in between in which nothing else could be done. */
async function longestPause(work: (n: number) => void, times: number): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  for (let n = 0; n < times; n += 1) {
    work(n);
    last = performance.now();
    await sleep(PAUSE);
  }
  await sleep(2 * USUAL_PACE.idle);
  clearInterval(watch);
  return longest;
}

function edit(file: ProjectFile, n: number, rowCount: number): number {
  const content = { text: `Edit ${n} `.repeat(20), marks: [] };
  const command = { type: 'editParagraph', paragraphId: `r${1 + (n % rowCount)}-en`, content } as const;
  const started = performance.now();
  const after = value(applyCommand(file.project(), command, { author: 'Айгүл', time: n }));
  value(file.record(after, entry('editParagraph')));
  return performance.now() - started;
}

function p95Of(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
