import { arch, availableParallelism, release, totalmem, type } from 'node:os';
import { app, clipboard } from 'electron';
import type { AppContext } from './app-context';
import { lastLogLines } from '../system/log/log';
import { writeDiagnostics } from '../system/log/write-diagnostics';
import { settings } from '../system/settings';

const LOG_LINES = 200;

/** Puts on the clipboard what helps to find a bug. */
export async function copyDiagnostics({ open }: Pick<AppContext, 'open'>): Promise<void> {
  const memory = Math.round(totalmem() / 2 ** 30);
  // A promise only in newer Electrons.
  await clipboard.writeText(
    writeDiagnostics({
      version: app.getVersion(),
      packaged: app.isPackaged,
      versions: process.versions,
      system: `${type()} ${release()} ${arch()}, ${availableParallelism()} cores, ${memory} GB`,
      languages: app.getPreferredSystemLanguages(),
      settings: settings(),
      project: open && {
        rows: open.project.rows.length,
        flags: open.project.flags.length,
        readOnly: open.readOnly !== null,
      },
      log: lastLogLines(LOG_LINES),
    }),
  );
}
