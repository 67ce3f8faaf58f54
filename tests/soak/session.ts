import { join } from 'node:path';
import { createProjectFile } from '../../main/project/project-file';
import { writeFileAtomically } from '../../main/write-file-atomically';
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

function edit(path: string, kind: Kind, seed: number): never {
  const editor = new RandomEditor(seed);
  for (;;) {
    const keeper = openKeeper(path, kind);
    say(`open ${digestOf(keeper.project())}`);
    for (let n = 0; n < SITTING; n += 1) {
      const action = editor.next(keeper.project(), keeper.can());
      say(action.kind === 'do' ? `> do ${digestOf(action.after)}` : `> ${action.kind}`);
      keeper.carryOut(action);
      say(`= ${digestOf(keeper.project())}`);
    }
    keeper.close();
  }
}

/** Makes new projects and exports the same file again and again. */
async function makeFiles(folder: string, first: number): Promise<never> {
  for (let n = first; ; n += 1) {
    value(createProjectFile(join(folder, `new-${n}.triptych`), sampleProject(2))).close();
    value(await writeFileAtomically(join(folder, 'export.txt'), Buffer.from(`${n} `.repeat(5000))));
    say(`= ${n}`);
  }
}

async function work(): Promise<never> {
  const [mode, path = '', kind = 'triptych', seed = '0'] = process.argv.slice(2);
  if (kind === 'unsynced') await stopSyncing();
  return mode === 'edit' ? edit(path, kind as Kind, Number(seed)) : makeFiles(path, Number(seed));
}

void work();
