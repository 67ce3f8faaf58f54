import { prepareRuntime } from '../runtime/locate.mjs';
import { installPackages } from './packages.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/**
 * Brings a fresh machine to where the app can run: npm packages, Electron, and what Electron needs from the
 * system. Does nothing where all is there.
 * @param {readonly string[]} programs what tests need beside that, where the system is a Linux
 * @returns {Promise<import('../runtime/locate.mjs').Runtime>}
 */
export async function prepareMachine(programs = []) {
  await installPackages();
  const runtime = await prepareRuntime();
  await installSystemLibraries(runtime.executable, programs);
  return runtime;
}
