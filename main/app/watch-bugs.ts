import { app, dialog } from 'electron';
import type { AppContext } from './app-context';
import { copyDiagnostics } from './copy-diagnostics';
import { logError, log } from '../system/log/log';
import { translator } from '../system/translate';

/**
 * Writes bugs down and tells of those that may have left the app in disorder.
 * @param unattended whether nobody is there to answer: the app then ends with an error
 */
export function watchBugs(context: AppContext, unattended: boolean): void {
  let telling = false;
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // Whoever read what the app prints has closed the pipe.
    if (error.code === 'EPIPE') return;
    show(error);
    logError('bug', error);
    if (unattended || !app.isReady()) return app.exit(1);
    if (telling) return;
    telling = true;
    void tellOfBug(context).finally(() => (telling = false));
  });
  process.on('unhandledRejection', (reason) => {
    show(reason);
    logError('broken promise', reason);
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log('window gone', { reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    // A job that is stopped, or done, is killed.
    if (reason !== 'clean-exit' && reason !== 'killed') {
      log('process gone', { type, reason, exitCode, name: name?.replaceAll(' ', '-') ?? null });
    }
  });
}

/** Says that the app could not start, and ends it. */
export function failToStart(context: AppContext, error: unknown, unattended: boolean): void {
  show(error);
  logError('start failed', error);
  const t = translator(context.uiLanguage());
  if (!unattended) dialog.showErrorBox('Triptych', t('crash.start'));
  app.exit(1);
}

async function tellOfBug(context: AppContext): Promise<void> {
  const t = translator(context.uiLanguage());
  const options = {
    type: 'error' as const,
    message: t('crash.title'),
    detail: t('crash.kept'),
    buttons: [t('crash.restart'), t('act.copyDiagnostics'), t('button.close')],
    defaultId: 0,
    cancelId: 2,
  };
  const { window } = context;
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  if (response === 0) window?.webContents.reload();
  if (response === 1) await copyDiagnostics(context);
}

/** For developers: what a packaged app prints may end in a log of the system, and an error can quote a text. */
function show(error: unknown): void {
  if (!app.isPackaged) console.error(error);
}
