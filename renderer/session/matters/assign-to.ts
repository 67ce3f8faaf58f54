import { tellUndoable } from '../notices/tell-undoable';
import { send } from '../project/project-store';

/** Gives a flag to somebody to see to, or with null to nobody, and tells it. */
export async function assignTo(flagId: string, assignee: string | null): Promise<void> {
  if (!(await send({ type: 'assignFlag', flagId, assignee }))) return;
  if (assignee === null) tellUndoable('news.doneUnassigned', {});
  else tellUndoable('news.doneAssigned', { name: assignee });
}
