import type { AppContext } from '../app/app-context';
import { copyDiagnostics } from '../app/copy-diagnostics';
import { showLicences } from '../app/licences';
import { logError } from '../system/log/log';
import { handle } from '../app/handle';

/** What went wrong in the window, and what is told of it. */
export function handleDiagnostics(context: AppContext): void {
  handle('log/error', ({ where, ...error }) => {
    logError('bug in the window', error, { where });
    return null;
  });
  handle('diagnostics/copy', async () => {
    await copyDiagnostics(context);
    return null;
  });
  handle('licences/show', async () => {
    await showLicences();
    return null;
  });
}
