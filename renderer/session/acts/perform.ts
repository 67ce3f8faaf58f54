import { findParagraph } from '../../../shared/model/find-paragraph';
import { handOver } from '../active-editor';
import { isLeaving } from '../leave-project';
import { clearNotice, showNews, showNewsOfState } from '../notice-store';
import { projectStore } from '../project-store';
import { targetNow, type Target } from '../target';
import type { Selected } from '../view-store';
import { actOf, type ActId } from './all-acts';
import { situationNow } from './situation';
import type { Tell } from './tell';
import type { Answer } from './why';

/** Whether an act can be done on a target at this moment, or why not. */
export function judge(id: ActId, target: Target): Answer {
  return actOf(id).when(situationNow(), target);
}

/**
 * Does what a person asked for, wherever they did: menu, key, palette or button. What it is about comes from there; what
 * is typed is handed over first where the act is about it. Why it cannot be done is told, and so is a change of rows and
 * statuses, with a way back.
 */
export async function perform(id: ActId, target: Target): Promise<void> {
  const act = actOf(id);
  // The menu is there also while the project is being left.
  if (isLeaving() && act.flush) return;
  clearNotice();
  if (act.flush) await handOver();
  const answer = judge(id, target);
  if (answer !== 'yes') return showNews(`why.${answer}`);
  const { state, project } = projectStore.getState();
  const { place } = target;
  const number = project ? project.rows.findIndex(({ id }) => id === place?.rowId) + 1 : 0;
  const paragraphId = act.doneAt?.() ?? null;
  await act.run(target);
  if (!act.tell || !project || projectStore.getState().state === state) return;
  tellDone(act.tell, place, paragraphId === null ? number : numberOfRowWith(paragraphId));
}

/** Tells what was done in the row of that number, with a way to take it back. */
function tellDone(tell: Tell, place: Selected | null, number: number): void {
  const { state, history, project } = projectStore.getState();
  if (!history.undo || !project) return;
  const row = project.rows.find(({ id }) => id === place?.rowId);
  const { key, params } = tell({ row, language: place?.language ?? null, number, command: history.undo });
  const undo = { key: 'act.undo', perform: () => performHere('undo') };
  showNewsOfState(state, key, params, [undo]);
}

/** The number, from 1, of the row that holds a paragraph; 0 where none does. */
function numberOfRowWith(paragraphId: string): number {
  return (findParagraph(projectStore.getState().project?.rows ?? [], paragraphId)?.rowIndex ?? -1) + 1;
}

/** Does what a button asks for that is about where a person is, or about no place. */
export function performHere(id: ActId): void {
  void perform(id, targetNow());
}
