import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { SettledFile, StandingChoice } from '../../shared/contract/channels';
import type { AppContext } from '../app/app-context';
import type { OpenProject } from '../app/open-project';
import { openProjectFile } from '../project/project-file';
import { translator } from '../system/translate';
import { askForPlace } from './file-dialogs';
import { handle } from '../app/handle';
import { mergeInto } from './merge';

/** What a person does about a file that was replaced or is gone while they had it open. */
export function handleStanding(context: AppContext): void {
  handle('project/settle', async ({ choice }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    if (choice === 'theirs') return openTheirs(context, open);
    if (choice === 'place') return choosePlace(context, open);
    const done = await carryOut(context, open, choice);
    return done.ok ? ok(settled(context, open, done.value)) : done;
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
  choice: Exclude<StandingChoice, 'theirs' | 'place'>,
): Promise<Result<number>> {
  if (choice === 'merge') {
    const merged = await open.mergeTheirs(async (path) => {
      const done = await mergeInto(context, open, path);
      // It takes its time: who was put away meanwhile must not take hold of the file again.
      return context.open === open ? done : fail('projectPutAway', { path });
    });
    return merged.ok ? ok(merged.value?.told ?? 0) : merged;
  }
  const moved = choice === 'mine' ? open.keepMine() : open.putBack();
  return moved.ok ? ok(0) : moved;
}

/** @param told how much was told of what contradicts */
function settled(context: AppContext, open: OpenProject, told: number): SettledFile {
  context.rememberOpen();
  return { ...open.snapshot(), told };
}

/** Ours is left only when theirs can be opened and ours lies in a file of its own. */
async function openTheirs(context: AppContext, open: OpenProject): Promise<Result<SettledFile>> {
  const { path } = open;
  const looked = openProjectFile(path, { readOnly: true });
  if (!looked.ok) return looked;
  looked.value.close();
  const kept = open.keepMine();
  if (!kept.ok) return kept;
  const opened = await context.openProject(path);
  if (opened.ok) return ok({ ...opened.value, told: 0 });
  if (opened.failure.code !== 'jobCancelled') context.tell('kept/failed', opened.failure);
  // Ours is open all the while, in its own file.
  return context.open === open ? ok(settled(context, open, 0)) : opened;
}

/** The folder is gone: where the project is now, or is to be. */
async function choosePlace(context: AppContext, open: OpenProject): Promise<Result<SettledFile | null>> {
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
  const moved = open.putBack(at);
  return moved.ok ? ok(settled(context, open, 0)) : moved;
}

/** The nearest folder above a path that is still there: one that was renamed mostly lies in it. */
function folderLeftOf(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : folderLeftOf(folder);
}
