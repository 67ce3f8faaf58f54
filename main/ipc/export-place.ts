import { dirname, join } from 'node:path';
import { app } from 'electron';
import { freeFileName } from '../system/file-name';
import { changeSettings, settings } from '../system/settings';

let last: string | null = null;

/** The file that was last written; null before the first since the start. */
export function lastExport(): string | null {
  return last;
}

/** The next export begins in the folder of this one. */
export function rememberExport(path: string): void {
  last = path;
  changeSettings({ exportFolder: dirname(path) });
}

/** Where the last export went, else the person's documents. */
export function exportFolder(): string {
  return settings().exportFolder || app.getPath('documents');
}

/** A free name for a dialog to begin with. */
export function proposeExport(title: string, extension: string): string {
  const folder = exportFolder();
  return join(folder, freeFileName(folder, title, extension));
}
