import { userInfo } from 'node:os';
import { dialog, nativeTheme, shell } from 'electron';
import type { AppContext } from '../app/app-context';
import { takeKeptFailures } from '../system/kept-failures';
import { settings } from '../system/settings';
import { translator } from '../system/translate';
import { typologyInUse } from '../app/typology-in-use';
import { readAddress } from '../system/web-address';
import { keepOpen } from '../app/window';
import { handle } from '../app/handle';

/** The state of the app, its settings, and links that lead out of it. */
export function handleSettings(context: AppContext): void {
  handle('app/state', () => {
    // A page that is only now loaded asks for nothing that was read for another.
    context.documents.forgetAll();
    const { typology, failure: damage } = typologyInUse();
    // Read first: what is wrong with them is told with the rest.
    const current = settings();
    const kept = takeKeptFailures((failure) => context.tell('kept/failed', failure));
    const failures = [context.startFailure, ...kept, damage].filter((failure) => failure !== null);
    context.startFailure = null;
    return {
      settings: current,
      uiLanguage: context.uiLanguage(),
      systemAuthor: userInfo().username,
      snapshot: context.open?.snapshot() ?? null,
      typology,
      failures,
    };
  });
  handle('settings/write', (change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    context.changeSettings(Object.fromEntries(given));
    nativeTheme.themeSource = settings().theme;
    return null;
  });
  handle('link/open', async ({ href }) => {
    const leads = readAddress(href);
    if (!leads || !context.window) return null;
    const t = translator(context.uiLanguage());
    const asked = await dialog.showMessageBox(context.window, {
      type: 'question',
      message: t('dialog.openLink', { host: leads.host }),
      detail: leads.href,
      buttons: [t('dialog.openLinkYes'), t('dialog.cancel')],
      defaultId: 1,
      cancelId: 1,
    });
    if (asked.response === 0) await shell.openExternal(leads.href);
    return null;
  });
  handle('clipboard/do', ({ what }) => {
    context.window?.webContents[what]();
    return null;
  });
  handle('window/close', () => {
    context.window?.close();
    return null;
  });
  handle('window/stay', () => {
    if (context.window) keepOpen(context.window);
    return null;
  });
  handle('window/restart', () => {
    context.window?.webContents.reload();
    return null;
  });
  nativeTheme.themeSource = settings().theme;
}
