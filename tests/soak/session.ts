import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createProjectFile } from '../../main/project/project-file';
import { writeFileAtomically } from '../../main/system/write-file-atomically';
import { sampleProject, value } from '../unit/main/project/sample-project';
import { digestOf } from './digest';
import { openKeeper, stopSyncing, type Kind } from './keeper';
import { RandomEditor } from './random-editor';
import { say } from './say';

/**
 * A process of its own that works on a project until it is killed, or makes new files, and says what it did: before
 * each action what it is about to do (">") and after it that it was done ("=").
 */

/** The project is closed and opened again after so many actions: that, too, can be the moment of a kill. */
const SITTING = 25;

async function edit(path: string, kind: Kind, seed: number): Promise<never> {
  const editor = new RandomEditor(seed);
  for (;;) {
    const keeper = openKeeper(path, kind);
    say(`open ${digestOf(keeper.project())}`);
    for (let n = 0; n < SITTING; n += 1) {
      const action = editor.next(keeper.project(), keeper.can());
      say(action.kind === 'do' ? `> do ${digestOf(action.after)}` : `> ${action.kind}`);
      keeper.carryOut(action);
      say(`= ${digestOf(keeper.project())}`);
      // The file is brought up to date meanwhile.
      await setTimeout(1);
    }
    keeper.close();
  }
}

/** Works on a project without a pause until it is told to close it. */
async function hold(path: string, kind: Kind, seed: number, base: string): Promise<void> {
  const editor = new RandomEditor(seed);
  let isWanted = true;
  process.stdin.once('data', () => {
    isWanted = false;
    process.stdin.destroy();
  });
  const keeper = openKeeper(path, kind, base);
  say(`open ${digestOf(keeper.project())}`);
  while (isWanted) {
    const action = editor.next(keeper.project(), keeper.can());
    say(action.kind === 'do' ? `> do ${digestOf(action.after)}` : `> ${action.kind}`);
    keeper.carryOut(action);
    say(`= ${digestOf(keeper.project())}`);
    await setTimeout(1);
  }
  keeper.close();
}

/** Makes new projects and exports the same file again and again. */
async function makeFiles(folder: string, first: number): Promise<never> {
  for (let n = first; ; n += 1) {
    value(createProjectFile(join(folder, `new-${n}.triptych`), sampleProject(2))).close();
    value(await writeFileAtomically(join(folder, 'export.txt'), Buffer.from(`${n} `.repeat(5000))));
    say(`= ${n}`);
  }
}

async function work(): Promise<void> {
  const [mode, path = '', kind = 'triptych', seed = '0', base = ''] = process.argv.slice(2);
  if (kind === 'unsynced') await stopSyncing();
  if (mode === 'hold') return hold(path, kind as Kind, Number(seed), base);
  return mode === 'edit' ? edit(path, kind as Kind, Number(seed)) : makeFiles(path, Number(seed));
}

void work();
