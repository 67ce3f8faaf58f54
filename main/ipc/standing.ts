import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { ProjectSnapshot, StandingChoice } from '../../shared/contract/channels';
import type { AppContext } from '../app-context';
import type { OpenProject } from '../open-project';
import { openProjectFile } from '../project/project-file';
import { translator } from '../translate';
import { askForPlace } from './file-dialogs';
import { handle } from './handle';
import { mergeInto } from './merge';

/** What a person does about a file that was replaced or is gone while they had it open. */
export function handleStanding(context: AppContext): void {
  handle('project/settle', async ({ choice }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    if (choice === 'theirs') return openTheirs(context, open);
    if (choice === 'place') return choosePlace(context, open);
    return settled(context, open, await carryOut(context, open, choice));
  });
}

function carryOut(
  context: AppContext,
  open: OpenProject,
  choice: Exclude<StandingChoice, 'theirs' | 'place'>,
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

function settled(context: AppContext, open: OpenProject, done: Result<unknown>): Result<ProjectSnapshot> {
  if (!done.ok) return done;
  context.rememberOpen();
  return ok(open.snapshot());
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

/** The folder is gone: where the project is now, or is to be. */
async function choosePlace(context: AppContext, open: OpenProject): Promise<Result<ProjectSnapshot | null>> {
  const { path } = open;
  const t = translator(context.uiLanguage());
  const at = await askForPlace(context, {
    title: t('dialog.placeOfProject'),
    defaultPath: join(folderLeftOf(path), basename(path)),
    filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
  });
  if (at === null) return ok(null);
  // Another project may have been opened meanwhile.
  if (context.open !== open) return fail('projectPutAway', { path });
  return settled(context, open, open.putBack(at));
}

/** The nearest folder above a path that is still there: one that was renamed mostly lies in it. */
function folderLeftOf(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : folderLeftOf(folder);
}
