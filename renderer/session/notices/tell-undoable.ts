import { handOver } from '../typing/active-editor';
import { showNewsOfState, type NoticeAct } from './notice-store';
import { projectStore } from '../project/project-store';
import { stepBack } from '../typing/step-back';

/**
 * Tells of the last change of the project, with a way to take it back as long as it is the last.
 *
 * @param others what else can be done about it, before that
 */
export function tellUndoable(
  key: string,
  params: Readonly<Record<string, string | number>>,
  others: readonly NoticeAct[] = [],
): void {
  const undo = { key: 'act.undo', perform: () => void handOver().then(() => stepBack('undo')) };
  showNewsOfState(projectStore.getState().state, key, params, [...others, undo]);
}
