import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { fail, ok } from '../../shared/model/failure';
import type { AppContext } from '../app-context';
import { backupFolder } from '../backup-folder';
import { copyBackup, listBackups } from '../project/backups';
import { freeFileName } from '../project/file-name';
import { flagDoubtful } from '../project/flag-doubtful';
import { createProjectFile } from '../project/project-file';
import { translator } from '../translate';
import { makeTemporaryFolder } from '../unfinished';
import { askForFiles } from './file-dialogs';
import { handle } from './handle';

/** Getting back what a damaged or spoiled project held. */
export function handleRecover(context: AppContext): void {
  handle('project/backups', () => listBackups(backupFolder()));
  handle('project/openBackup', ({ path }) => {
    const backup = listBackups(backupFolder()).find((known) => known.path === path);
    if (!backup) return fail('projectNotFound', { path });
    const target = recoveredPath(context, backup.origin);
    const copied = copyBackup(path, target, backup.origin);
    return copied.ok ? context.openProject(target) : copied;
  });
  handle('project/salvage', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.damagedProject'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen;
    if (!path) return ok(null);
    // In a process that can be stopped: the file may be damaged on purpose, so that reading it never ends.
    const temporary = makeTemporaryFolder('salvage');
    const done = await context.run('import', { kind: 'salvage', path, folder: temporary });
    rmSync(temporary, { recursive: true, force: true });
    if (!done.ok) return done;
    const read = done.value;
    if (!read.ok) return read;
    const target = recoveredPath(context, path);
    const { project, salvaged } = read.value;
    const marked = flagDoubtful(project, salvaged.doubtful, {
      note: t('recover.doubtful'),
      author: context.author(),
      time: Date.now(),
      newId: randomUUID,
    });
    const created = createProjectFile(target, marked);
    if (!created.ok) return created;
    created.value.close();
    const opened = context.openProject(target);
    return opened.ok ? ok({ snapshot: opened.value, salvaged }) : opened;
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
