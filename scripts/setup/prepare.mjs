import { prepareRuntime } from '../runtime/locate.mjs';
import { installPackages } from './packages.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/** What tests start on a Linux, each with its Debian package: calls are counted, and what is written another office opens. */
export const TEST_PROGRAMS = { strace: 'strace', soffice: 'libreoffice-writer-nogui' };

/**
 * Brings a fresh machine to where the app can run: npm packages, Electron, and what Electron needs from the
 * system. Does nothing where all is there.
 * @param {Readonly<Record<string, string>>} programs what tests need beside that where the system is a Linux, each with
 *   the Debian package it comes in
 * @returns {Promise<import('../runtime/locate.mjs').Runtime>}
 */
export async function prepareMachine(programs = {}) {
  await installPackages();
  const runtime = await prepareRuntime();
  await installSystemLibraries(runtime.executable, programs);
  return runtime;
}
