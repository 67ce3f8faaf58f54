import type { AppContext } from '../app-context';
import { copyDiagnostics } from '../copy-diagnostics';
import { showLicences } from '../licences';
import { logError } from '../log/log';
import { handle } from './handle';

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
