import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Called by electron-builder once a package's folder is filled: takes out what an Electron that was unpacked here has
 * beside its program, the app that shows when no other is given.
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} packed
 */
export default async function afterPack({ appOutDir, packager }) {
  await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
