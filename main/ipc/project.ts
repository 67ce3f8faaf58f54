import { basename, dirname, join } from 'node:path';
import { fail, ok } from '../../shared/model/failure';
import type { AppContext } from '../app/app-context';
import { nameWithEnding } from '../app/name-ending';
import { openSample } from '../app/open-sample';
import { freeFileName } from '../system/file-name';
import { sendPart } from '../app/sent-project';
import { forgetRecent, settings } from '../system/settings';
import { isMissing } from '../system/outside-file';
import { translator } from '../system/translate';
import { askForFiles, askForPlace } from './file-dialogs';
import { handle } from '../app/handle';

/** Opening, changing and keeping projects. */
export function handleProject(context: AppContext): void {
  handle('project/choose', async () => {
    const t = translator(context.uiLanguage());
    const chosen = await askForFiles(context, {
      title: t('dialog.openProject'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    const [path] = chosen;
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
  handle('project/missingRecent', async () => {
    const looked = await Promise.all(
      settings().recent.map(async ({ path }) => ((await isMissing(path)) ? [path] : [])),
    );
    return looked.flat();
  });
  handle('project/openDropped', ({ path }) => context.openProject(path));
  handle('project/openWaiting', () => {
    const path = context.waitingPath;
    context.waitingPath = null;
    return path === null ? ok(null) : context.openProject(path);
  });
  handle('project/openSample', () => openSample(context));
  handle('project/part', ({ number }) => sendPart(number));
  handle('project/close', () => {
    context.closeProject();
    return null;
  });
  handle('project/command', ({ command, group }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const done = open.change(command, { author: context.author(), time: Date.now(), group });
    return done.ok ? ok(open.state) : done;
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
  handle('project/saveCopy', async () => {
    const { open } = context;
    if (!open) return fail('noProject');
    const language = context.uiLanguage();
    const t = translator(language);
    const folder = dirname(open.path);
    const name = nameWithEnding(basename(open.path, '.triptych'), 'copy', language);
    const chosen = await askForPlace(context, {
      title: t('dialog.saveCopy'),
      defaultPath: join(folder, freeFileName(folder, name, 'triptych')),
      filters: [{ name: t('dialog.projects'), extensions: ['triptych'] }],
    });
    if (chosen === null) return ok(null);
    const saved = open.saveCopy(chosen);
    return saved.ok ? ok(chosen) : saved;
  });
}
