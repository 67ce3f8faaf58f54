import { randomUUID } from 'node:crypto';
import type { PlannedCopy, Replies } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import { NO_CHOICES, type MergeChoices } from '../../shared/reconcile/merge-choices';
import type { AppContext } from '../app/app-context';
import { handle } from '../app/handle';
import type { OpenProject } from '../app/open-project';
import { stampOfProject } from '../app/project-stamp';
import { translator } from '../system/translate';
import { askForFiles } from './file-dialogs';

/** So often a copy is compared anew because somebody typed meanwhile. */
const MOST_TRIES = 3;

/** Bringing in what a reviewer did in a copy of the open project: first what that would do, then doing it. */
export function handleMerge(context: AppContext): void {
  // The window names the copy a person chose by an id, never by its path.
  let chosen: { readonly copyId: string; readonly path: string } | null = null;
  handle('copy/plan', async ({ copyId }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    if (copyId === null) {
      const path = await askForCopy(context);
      if (path === null) return ok(null);
      chosen = { copyId: randomUUID(), path };
    }
    if (!chosen || (copyId !== null && chosen.copyId !== copyId)) return fail('commandRefused');
    return planCopy(context, open, chosen);
  });
  handle('copy/merge', async ({ copyId, stamp, choices }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    if (chosen?.copyId !== copyId) return fail('commandRefused');
    if (stampOfProject(open.project) !== stamp) return fail('projectMoved');
    return mergeInto(context, open, chosen.path, choices);
  });
}

async function askForCopy(context: AppContext): Promise<string | null> {
  const t = translator(context.uiLanguage());
  const [path] = await askForFiles(context, {
    title: t('dialog.mergeCopy'),
    properties: ['openFile'],
    filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
  });
  return path ?? null;
}

/** Works out what merging a copy would do to a project that stays as it is for so long. */
async function planCopy(
  context: AppContext,
  open: OpenProject,
  { copyId, path }: { readonly copyId: string; readonly path: string },
): Promise<Result<PlannedCopy | null>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { state, project } = open;
    const copies = copiesOf(context, open, path, NO_CHOICES);
    const done = await context.run('merge', { kind: 'planMerge', copies });
    if (context.open !== open) return ok(null);
    const plan = done.ok ? done.value : done;
    if (!plan.ok && plan.failure.code !== 'mergeOutdated') return plan;
    if (!plan.ok || open.state !== state) continue;
    return ok({ copyId, plan: plan.value, stamp: stampOfProject(project) });
  }
  return fail('mergeOutdated');
}

/**
 * Has a copy compared with a project until that stays as it was for so long; then takes over what comes of it.
 *
 * @param choices of the person; null where nobody was asked. They are about the project as it is now: where it is
 *   another by then, that is told with `projectMoved`.
 */
export async function mergeInto(
  context: AppContext,
  open: OpenProject,
  theirs: string,
  choices: MergeChoices | null = null,
): Promise<Replies['copy/merge']> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { state } = open;
    const copies = copiesOf(context, open, theirs, choices);
    const done = await context.run('merge', { kind: 'merge', copies });
    if (context.open !== open) return ok(null);
    const merged = done.ok ? done.value : done;
    if (!merged.ok && merged.failure.code !== 'mergeOutdated') return merged;
    if (!merged.ok || open.state !== state) {
      if (choices) return fail('projectMoved');
      continue;
    }
    const taken = open.takeMerged(merged.value, copies.by);
    return taken.ok ? ok({ told: merged.value.told, state: open.state }) : taken;
  }
  return fail('mergeOutdated');
}

function copiesOf(context: AppContext, open: OpenProject, theirs: string, choices: MergeChoices | null) {
  return {
    ours: { path: open.workedOn, at: open.mark() },
    theirs,
    by: { author: context.author(), time: Date.now() },
    language: context.uiLanguage(),
    choices,
  };
}
