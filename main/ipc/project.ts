import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok, type FailureCode, type Result } from '../../shared/model/failure';
import { conflictFlags } from '../../shared/reconcile/conflict-flags';
import type { AppContext } from '../app-context';
import { mergedParts } from '../merge-copy';
import type { OpenProject } from '../open-project';
import { freeFileName } from '../project/file-name';
import { forgetRecent, settings } from '../settings';
import { translator } from '../translate';
import { handle } from './handle';

/** Opening, changing and keeping projects. */
export function handleProject(context: AppContext): void {
  handle('project/choose', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showOpenDialog({
      title: t('dialog.openProject'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen.filePaths;
    return path ? context.openProject(path) : ok(null);
  });
  handle('project/openRecent', ({ path }) => {
    const known = settings().recent.some((recent) => recent.path === path);
    return known ? context.openProject(path) : fail('projectNotFound', { path });
  });
  handle('project/forgetRecent', ({ path }) => {
    forgetRecent(path);
    context.tellSettings();
    return null;
  });
  handle('project/openDropped', ({ path }) => context.openProject(path));
  handle('project/openWaiting', () => {
    const path = context.waitingPath;
    context.waitingPath = null;
    return path === null ? ok(null) : context.openProject(path);
  });
  handle('project/openSample', () => openSample(context));
  handle('project/close', () => {
    context.closeProject();
    return null;
  });
  handle('project/command', ({ command, group }) => {
    if (!context.open) return fail('noProject');
    return context.open.change(command, { author: context.author(), time: Date.now(), group });
  });
  handle('project/undo', () => context.open?.undo() ?? fail('noProject'));
  handle('project/redo', () => context.open?.redo() ?? fail('noProject'));
  handle('project/history', (filter) => context.open?.history(filter) ?? { lines: [], authors: [] });
  handle('project/revisions', ({ paragraphId }) => context.open?.revisions(paragraphId) ?? fail('noProject'));
  handle(
    'project/lastChanges',
    ({ paragraphIds }) => context.open?.lastChanges(paragraphIds) ?? fail('noProject'),
  );
  handle('project/textsAt', ({ seq }) => context.open?.textsAt(seq) ?? fail('noProject'));
  handle('project/select', ({ rowId }) => {
    context.open?.select(rowId);
    return null;
  });
  handle('project/mergeCopy', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showOpenDialog({
      title: t('dialog.mergeCopy'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen.filePaths;
    if (!path) return ok(null);
    return mergeIn(context, open, path);
  });
  handle('project/saveCopy', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showSaveDialog({
      title: t('dialog.saveCopy'),
      defaultPath: open.path.replace(/\.triptych$/, ` ${t('dialog.copySuffix')}.triptych`),
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    if (!chosen.filePath) return ok(null);
    const saved = open.saveCopy(chosen.filePath);
    return saved.ok ? ok(chosen.filePath) : saved;
  });
}

/** Merges another copy into the open project; what both changed each in another way is flagged. */
export function mergeIn(
  context: AppContext,
  open: OpenProject,
  path: string,
): Result<{ readonly conflicts: number; readonly flags: number }> {
  const merged = open.mergeCopy(path);
  if (!merged.ok) return merged;
  const t = translator(context.uiLanguage());
  const { project, conflicts } = merged.value;
  const by = { author: context.author(), time: Date.now() };
  const flags = conflictFlags(project, conflicts, (text) => t('copy.other', { text }), by);
  const parts = mergedParts({ ...project, flags: [...project.flags, ...flags] });
  const done = open.change({ type: 'takeMerged', ...parts }, { ...by, group: null });
  return done.ok ? ok({ conflicts: conflicts.length, flags: flags.length }) : done;
}

const SAMPLE_NAME = 'Kambar-Ata-1';

/** A sample in this state gives way to a fresh copy; the broken file stays where it is. */
const REPLACED: readonly FailureCode[] = ['projectNotFound', 'projectNotAProject', 'projectDamaged'];

/** Opens the sample from the app's own data, where it can be changed; it is copied there the first time. */
export async function openSample(context: AppContext) {
  const folder = join(app.getPath('userData'), 'sample');
  const path = join(folder, `${SAMPLE_NAME}.triptych`);
  const opened = context.openProject(path);
  if (opened.ok || !REPLACED.includes(opened.failure.code)) return opened;
  await mkdir(folder, { recursive: true });
  const root = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const fresh = join(folder, freeFileName(folder, SAMPLE_NAME, 'triptych'));
  const copied = await copyFile(join(root, 'sample', 'sample.triptych'), fresh).then(
    () => true,
    () => false,
  );
  return copied ? context.openProject(fresh) : fail('projectNotFound', { path: fresh });
}
