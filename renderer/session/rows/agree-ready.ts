import type { Language } from '../../../shared/model/language';
import { performHere } from '../acts/perform';
import { showNewsOfState } from '../notices/notice-store';
import { projectStore, send } from '../project/project-store';

/**
 * Agrees these rows in these languages in one step of undo, and tells how many, and how many were left out because
 * something is open in them.
 */
export async function agreeReady(
  rowIds: readonly string[],
  languages: readonly Language[],
  left: number,
): Promise<void> {
  if (!(await send({ type: 'agreeRows', rowIds, languages }))) return;
  const undo = { key: 'act.undo', perform: () => performHere('undo') };
  const key = left > 0 ? 'news.doneAgreedRowsBut' : 'news.doneAgreedRows';
  showNewsOfState(projectStore.getState().state, key, { count: rowIds.length, left }, [undo]);
}
