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
    return ok(open.snapshot());
  });
}

function carryOut(
  context: AppContext,
  open: OpenProject,
  choice: Exclude<StandingChoice, 'theirs'>,
): Promise<Result<unknown>> | Result<unknown> {
  switch (choice) {
    case 'mine':
      return open.keepMine();
    case 'putBack':
      return open.putBack();
    case 'merge':
      return open.mergeTheirs((path) => mergeInto(context, open, path));
  }
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
  return context.openProject(path);
}
