import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import type { Salvaged } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import { backupFolder } from '../app/backup-folder';
import { copyBackup, listBackups } from '../project/backups';
import { nameWithEnding } from '../app/name-ending';
import { freeFileName } from '../system/file-name';
import { placeCopy } from '../project/place-copy';
import { translator } from '../system/translate';
import { makeTemporaryFolder } from '../system/unfinished';
import { askForFiles } from './file-dialogs';
import { handle } from '../app/handle';

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
    // In a process that can be stopped: the file may be made so that reading it never ends.
    const folder = makeTemporaryFolder('salvage');
    const target = recoveredPath(context, path);
    const remark = { note: t('recover.doubtful'), author: context.author(), time: Date.now() };
    const recovered = await context
      .run('recover', { kind: 'recover', path, folder, remark })
      .then(async (done): Promise<Result<Salvaged>> => {
        const read = done.ok ? done.value : done;
        if (!read.ok) return read;
        const placed = await placeCopy(read.value.made, target);
        return placed.ok ? ok(read.value.salvaged) : placed;
      })
      .finally(() => rmSync(folder, { recursive: true }));
    if (!recovered.ok) return recovered;
    const opened = await context.openProject(target);
    return opened.ok ? ok({ snapshot: opened.value, salvaged: recovered.value }) : opened;
  });
}

/** A free name beside the project or, where its folder is gone, among the documents. */
function recoveredPath(context: AppContext, origin: string): string {
  const beside = dirname(origin);
  const folder = existsSync(beside) ? beside : app.getPath('documents');
  const name = nameWithEnding(basename(origin, '.triptych'), 'recovered', context.uiLanguage());
  return join(folder, freeFileName(folder, name, 'triptych'));
}
