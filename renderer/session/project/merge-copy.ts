import type { PlannedCopy } from '../../../shared/contract/channels';
import type { MergeChoices } from '../../../shared/reconcile/merge-choices';
import { bridge } from '../bridge';
import { showFailure } from '../notices/notice-store';
import { tellUndoable } from '../notices/tell-undoable';
import { mirrored } from './project-store';
import { SHOW_FLAGS } from './settle-file';
import { keepAll } from '../typing/unkept-store';

/**
 * Merges a copy as a person decided, as one step of undo, and tells what came of it. `moved` where the project is another
 * by now than the choices are about: then nothing was done, as where it failed, which is told.
 */
export async function mergePlanned(
  { copyId, stamp }: PlannedCopy,
  choices: MergeChoices,
): Promise<'merged' | 'moved' | 'failed'> {
  await keepAll();
  const merged = await bridge.request('copy/merge', { copyId, stamp, choices });
  if (!merged.ok && merged.failure.code === 'projectMoved') return 'moved';
  if (!merged.ok) {
    showFailure(merged.failure);
    return 'failed';
  }
  if (!merged.value) return 'failed';
  const { told, state } = merged.value;
  // The answer may overtake the change.
  await mirrored(state);
  if (told === 0) tellUndoable('news.copyMerged', {});
  else tellUndoable('news.copyConflicts', { count: told }, [SHOW_FLAGS]);
  return 'merged';
}

/** What the copy would do to the project as it is now; null where that cannot be found out, which is told. */
export async function planAgain(copyId: string): Promise<PlannedCopy | null> {
  const planned = await bridge.request('copy/plan', { copyId });
  if (planned.ok) return planned.value;
  showFailure(planned.failure);
  return null;
}
