import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { applyCommand } from '../../shared/commands/command';
import { openWorking } from '../../main/project/open-working';
import { createProjectFile } from '../../main/project/project-file';
import { USUAL_PACE } from '../../main/project/published-file';
import { placesIn } from '../unit/main/project/places-in';
import { entry, sampleProject, sampleRow, value } from '../unit/main/project/sample-project';

/** What keeping changes costs while the file is brought up to date behind them; times in ms. */
export interface Cost {
  readonly edits: number;
  /** What 95 of 100 edits took at most. */
  readonly p95: number;
  /** The longest the thread was busy with anything. */
  readonly stall: number;
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
  const { file, close } = value(openWorking(path, placesIn(folder), { user: null, pace: USUAL_PACE }));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  await setTimeout(500);
  delay.enable();
  for (let n = 0; n < edits; n += 1) {
    const content = { text: `Edit ${n} `.repeat(20), marks: [] };
    const command = { type: 'editParagraph', paragraphId: `r${1 + (n % rowCount)}-en`, content } as const;
    const started = performance.now();
    const after = value(applyCommand(file.project(), command, { author: 'Айгүл', time: n }));
    value(file.record(after, entry('editParagraph')));
    times.push(performance.now() - started);
    await setTimeout(PAUSE);
  }
  await setTimeout(2 * USUAL_PACE.idle);
  delay.disable();
  const started = performance.now();
  close();
  const closing = performance.now() - started;
  times.sort((a, b) => a - b);
  return { edits, p95: times[Math.floor(edits * 0.95)] ?? 0, stall: delay.max / 1e6, closing };
}
