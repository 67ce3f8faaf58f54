import { join } from 'node:path';
import { app, shell } from 'electron';

/** Shows the licences of everything Triptych is made of, in the computer's own program for texts. */
export async function showLicences(): Promise<void> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'out');
  const path = join(folder, 'licences.txt');
  const problem = await shell.openPath(path);
  if (problem) shell.showItemInFolder(path);
}
