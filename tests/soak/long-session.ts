import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createProjectFile, openProjectFile } from '../../main/project/project-file';
import { applyCommand } from '../../shared/commands/command';
import type { Project } from '../../shared/model/project';
import { entry, sampleProject, sampleRow, value } from '../unit/main/project/sample-project';
import { digestOf } from './digest';
import { openKeeper } from './keeper';
import { RandomEditor } from './random-editor';

/** What came of a long session that was held against a simple model. */
export interface LongSession {
  readonly actions: number;
  readonly undone: number;
  readonly redone: number;
  /** After which actions the file said something else than the model; at most a few are listed. */
  readonly differences: readonly number[];
}

/** The file is closed and opened again after so many actions. */
const SITTING = 250;

/** The model begins anew after so many actions: it keeps every state there ever was. */
const CHAPTER = 1000;

/**
 * Carries out random commands, undoes and redoes. The model is a list of whole states and a place in it: it knows
 * nothing of patches, tables or groups.
 */
export function workLong(folder: string, actions: number, seed: number): LongSession {
  const path = join(folder, 'long.triptych');
  const editor = new RandomEditor(seed);
  const counts = { undo: 0, redo: 0, do: 0 };
  const differences: number[] = [];
  let states: readonly Project[] = [];
  let at = 0;
  let keeper = null;
  for (let n = 0; n < actions; n += 1) {
    if (n % CHAPTER === 0) {
      keeper?.close();
      rmSync(path, { force: true });
      states = [sampleProject(8)];
      at = 0;
      value(createProjectFile(path, sampleProject(8))).close();
      keeper = openKeeper(path, 'triptych');
    } else if (n % SITTING === 0) {
      keeper?.close();
      keeper = openKeeper(path, 'triptych');
    }
    if (!keeper) throw new Error('nothing is open');
    const action = editor.next(keeper.project(), keeper.can());
    keeper.carryOut(action);
    counts[action.kind] += 1;
    if (action.kind === 'undo') at -= 1;
    else if (action.kind === 'redo') at += 1;
    else {
      states = [...states.slice(0, at + 1), action.after];
      at += 1;
    }
    const model = states[at];
    const can = keeper.can();
    const agrees = can.undo === at > 0 && can.redo === at < states.length - 1;
    if (!model || !agrees || digestOf(keeper.project()) !== digestOf(model)) differences.push(n);
    if (differences.length > 9) break;
  }
  keeper?.close();
  return {
    actions: counts.do + counts.undo + counts.redo,
    undone: counts.undo,
    redone: counts.redo,
    differences,
  };
}

/** Times in ms, and bytes of memory in use after a clean-up. */
export interface LongRun {
  readonly early: number;
  readonly late: number;
  readonly before: number;
  readonly after: number;
}

const EDITS = 1000;
const WATCHED = 50;

/**
 * Opens a project, makes 1,000 edits, and closes it: how long the first and the last 50 take (their median), and what
 * memory is in use before and after. For a process that was started with `--expose-gc`.
 */
export function measureLong(folder: string, collect: () => void): LongRun {
  const path = join(folder, 'measured.triptych');
  const rows = Array.from({ length: 300 }, (_, n) =>
    sampleRow(`r${n + 1}`, 'Residents were never asked. '.repeat(10)),
  );
  // Once for all that is only set up the first time.
  editOften(path, rows, WATCHED);
  collect();
  const before = process.memoryUsage().heapUsed;
  const times = editOften(path, rows, EDITS);
  collect();
  const after = process.memoryUsage().heapUsed;
  const early = median(times.slice(0, WATCHED));
  const late = median(times.slice(-WATCHED));
  return { early, late, before, after };
}

function editOften(path: string, rows: Project['rows'], edits: number): readonly number[] {
  rmSync(path, { force: true });
  value(createProjectFile(path, { ...sampleProject(), rows })).close();
  const file = value(openProjectFile(path));
  const times: number[] = [];
  for (let n = 0; n < edits; n += 1) {
    const content = { text: `Edit ${n} `.repeat(20), marks: [] };
    const command = { type: 'editParagraph', paragraphId: `r${1 + (n % rows.length)}-en`, content } as const;
    const started = performance.now();
    const after = value(applyCommand(file.project(), command, { author: 'Айгүл', time: n }));
    value(file.record(after, entry('editParagraph')));
    times.push(performance.now() - started);
  }
  file.close();
  return times;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
