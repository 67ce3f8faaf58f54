import { dialog } from 'electron';
import type { Replies } from '../../shared/contract/channels';
import { fail, ok } from '../../shared/model/failure';
import type { AppContext } from '../app-context';
import { OTHER_TEXT } from '../merge-copy';
import { translator } from '../translate';
import { handle } from './handle';

/** So often a copy is compared anew because somebody typed meanwhile. */
const MOST_TRIES = 3;

/** Bringing in what a reviewer did in a copy of the open project. */
export function handleMerge(context: AppContext): void {
  handle('project/mergeCopy', async () => {
    if (!context.open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showOpenDialog({
      title: t('dialog.mergeCopy'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen.filePaths;
    return path ? mergeIntoOpen(context, path, t('copy.other', { text: OTHER_TEXT })) : ok(null);
  });
}

/** Has a copy compared with the open project until that stays as it was for so long; then takes over what comes of it. */
async function mergeIntoOpen(
  context: AppContext,
  theirs: string,
  other: string,
): Promise<Replies['project/mergeCopy']> {
  const { open } = context;
  if (!open) return fail('noProject');
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { state } = open;
    const by = { author: context.author(), time: Date.now() };
    const ours = { path: open.path, at: open.mark() };
    const done = await context.run('merge', { kind: 'merge', copies: { ours, theirs, by, other } });
    if (context.open !== open) return ok(null);
    const merged = done.ok ? done.value : done;
    if (!merged.ok && merged.failure.code !== 'mergeOutdated') return merged;
    if (!merged.ok || open.state !== state) continue;
    const { patch, conflicts, flags } = merged.value;
    const taken = open.takeOver(patch, 'takeMerged', by);
    return taken.ok ? ok({ conflicts, flags }) : taken;
  }
  return fail('mergeOutdated');
}
