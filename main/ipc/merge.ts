import type { Replies } from '../../shared/contract/channels';
import { fail, ok } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import type { OpenProject } from '../app/open-project';
import { translator } from '../system/translate';
import { askForFiles } from './file-dialogs';
import { handle } from '../app/handle';

/** So often a copy is compared anew because somebody typed meanwhile. */
const MOST_TRIES = 3;

/** Bringing in what a reviewer did in a copy of the open project. */
export function handleMerge(context: AppContext): void {
  handle('project/mergeCopy', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.mergeCopy'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen;
    return path ? mergeInto(context, open, path) : ok(null);
  });
}

/** Has a copy compared with a project until that stays as it was for so long; then takes over what comes of it. */
export async function mergeInto(
  context: AppContext,
  open: OpenProject,
  theirs: string,
): Promise<Replies['project/mergeCopy']> {
  const language = context.uiLanguage();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { state } = open;
    const by = { author: context.author(), time: Date.now() };
    const ours = { path: open.workedOn, at: open.mark() };
    const done = await context.run('merge', { kind: 'merge', copies: { ours, theirs, by, language } });
    if (context.open !== open) return ok(null);
    const merged = done.ok ? done.value : done;
    if (!merged.ok && merged.failure.code !== 'mergeOutdated') return merged;
    if (!merged.ok || open.state !== state) continue;
    const taken = open.takeMerged(merged.value, by);
    return taken.ok ? ok({ told: merged.value.told }) : taken;
  }
  return fail('mergeOutdated');
}
