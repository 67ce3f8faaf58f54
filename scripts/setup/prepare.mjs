import { prepareRuntime } from '../runtime/locate.mjs';
import { installPackages } from './packages.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/**
 * Brings a fresh machine to where the app can run: npm packages, Electron, and what Electron needs from the
 * system. Does nothing where all is there.
 * @returns {Promise<import('../runtime/locate.mjs').Runtime>}
 */
export async function prepareMachine() {
  await installPackages();
  const runtime = await prepareRuntime();
  await installSystemLibraries(runtime.executable);
  return runtime;
}
