import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok } from '../../shared/model/failure';
import type { AppContext } from '../app-context';
import { backupFolder } from '../backup-folder';
import { copyBackup, listBackups } from '../project/backups';
import { freeFileName } from '../project/file-name';
import { createProjectFile } from '../project/project-file';
import { salvageProject } from '../project/salvage';
import { translator } from '../translate';
import { handle } from './handle';

/** Getting back what a damaged or spoiled project held. */
export function handleRecover(context: AppContext): void {
  handle('project/backups', () => listBackups(backupFolder()));
  handle('project/openBackup', ({ path }) => {
    const backup = listBackups(backupFolder()).find((known) => known.path === path);
    if (!backup) return fail('projectNotFound', { path });
    const target = recoveredPath(context, backup.origin);
    const copied = copyBackup(path, target);
    return copied.ok ? context.openProject(target) : copied;
  });
  handle('project/salvage', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await dialog.showOpenDialog({
      title: t('dialog.damagedProject'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen.filePaths;
    if (!path) return ok(null);
    if (context.open?.path === path) return fail('projectInUse', { path });
    const read = salvageProject(path);
    if (!read.ok) return read;
    const target = recoveredPath(context, path);
    const created = createProjectFile(target, read.value.project);
    if (!created.ok) return created;
    created.value.close();
    const opened = context.openProject(target);
    return opened.ok ? ok({ snapshot: opened.value, salvaged: read.value.salvaged }) : opened;
  });
}

/** A free name beside the project or, where its folder is gone, among the documents. */
function recoveredPath(context: AppContext, origin: string): string {
  const t = translator(context.uiLanguage());
  const beside = dirname(origin);
  const folder = existsSync(beside) ? beside : app.getPath('documents');
  const name = `${basename(origin, '.triptych')} ${t('recover.suffix')}`;
  return join(folder, freeFileName(folder, name, 'triptych'));
}
