import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Flag } from '../../../shared/model/flag';
import { dealWith } from './show-matter';
import type { Matter } from './matter';
import { projectStore, send } from '../project/project-store';
import { tellUndoable } from '../notices/tell-undoable';

/** A flag as a matter: its first place says which row it is in. */
export function flagMatter({ id, spans: [first] }: Flag): Matter {
  const rows = projectStore.getState().project?.rows ?? [];
  const rowId = first?.at === 'gap' ? first.rowId : findParagraph(rows, first?.paragraphId ?? '')?.row.id;
  return { kind: 'flag', rowId: rowId ?? '', flagId: id };
}

/** Resolves, dismisses or opens a flag again; from one that is shown it goes on to the next open one. */
export async function setFlagStatus(flag: Flag, status: Flag['status']): Promise<void> {
  const act = async () => {
    if (!(await send({ type: 'setFlagStatus', flagId: flag.id, status }))) return false;
    tellUndoable(`news.doneFlag.${status}`, {});
    return true;
  };
  if (status === 'open') await act();
  else await dealWith(flagMatter(flag), act);
}

/** Puts in the texts a flag suggests, which resolves it, and goes on to the next open one. */
export async function applyFlagFix(flag: Flag): Promise<void> {
  await dealWith(flagMatter(flag), async () => {
    if (!(await send({ type: 'applyFix', flagId: flag.id }))) return false;
    tellUndoable('news.doneFlagFixed', {});
    return true;
  });
}
