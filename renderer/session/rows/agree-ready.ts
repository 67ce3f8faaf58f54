import type { Language } from '../../../shared/model/language';
import { tellUndoable } from '../notices/tell-undoable';
import { send } from '../project/project-store';

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
  tellUndoable(left > 0 ? 'news.doneAgreedRowsBut' : 'news.doneAgreedRows', { count: rowIds.length, left });
}
