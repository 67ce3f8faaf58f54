import { fail, ok, type Result } from '../../shared/model/failure';
import type { StandingChoice } from '../../shared/contract/channels';
import type { AppContext } from '../app-context';
import type { OpenProject } from '../open-project';
import { openProjectFile } from '../project/project-file';
import { handle } from './handle';
import { mergeInto } from './merge';

/** What a person does about a file that was replaced or is gone while they had it open. */
export function handleStanding(context: AppContext): void {
  handle('project/settle', async ({ choice }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    if (choice === 'theirs') return openTheirs(context, open);
    const done = await carryOut(context, open, choice);
    if (!done.ok) return done;
    context.rememberOpen();
    return ok({ ...open.snapshot(), told: done.value });
  });
  handle('project/theirs', () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const looked = openProjectFile(open.path, { readOnly: true });
    if (!looked.ok) return looked;
    const { id, title } = looked.value.project();
    looked.value.close();
    return ok({ title, isCopy: id === open.project.id });
  });
}

/** @returns how much of both contradicts each other where they were merged */

async function carryOut(
  context: AppContext,
  open: OpenProject,
  choice: Exclude<StandingChoice, 'theirs'>,
): Promise<Result<number>> {
  if (choice === 'merge') {
    const merged = await open.mergeTheirs((path) => mergeInto(context, open, path));
    return merged.ok ? ok(merged.value?.told ?? 0) : merged;
  }
  const moved = choice === 'mine' ? open.keepMine() : open.putBack();
  return moved.ok ? ok(0) : moved;
}

/** Ours is left only when theirs can be opened and ours lies in a file of its own. */
function openTheirs(context: AppContext, open: OpenProject) {
  const { path } = open;
  const looked = openProjectFile(path, { readOnly: true });
  if (!looked.ok) return looked;
  looked.value.close();
  const aside = open.layAside();
  if (!aside.ok) return aside;
  context.closeProject();
  const opened = context.openProject(path);
  return opened.ok ? ok({ ...opened.value, told: 0 }) : opened;
}
