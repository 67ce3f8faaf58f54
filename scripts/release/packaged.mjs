import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { findRuntime } from '../runtime/locate.mjs';
import { readCommand, root, SetupError } from '../setup/command.mjs';

const dist = path.join(root, 'dist');

/** A program that cannot load shows a box and waits for ever: after so long, in milliseconds, it is ended. */
const patience = 150_000;

/** Where electron-builder leaves the app it packs, from `dist`. */
const places = {
  darwin: ['mac-universal/Triptych.app/Contents/MacOS/Triptych', 'mac/Triptych.app/Contents/MacOS/Triptych'],
  win32: ['win-unpacked/Triptych.exe'],
};

/**
 * The archive for Linux, if one was packed.
 * @returns {Promise<string | undefined>}
 */
export async function findArchive() {
  const names = existsSync(dist) ? await readdir(dist) : [];
  const name = names.find((each) => each.endsWith('.tar.gz'));
  return name === undefined ? undefined : path.join(dist, name);
}

/**
 * The packaged program: on Linux unpacked from its archive, as a person would, elsewhere where it was packed.
 * @param {string} folder where to unpack to
 * @returns {Promise<string>}
 */
export async function installPackaged(folder) {
  const { platform } = process;
  if (platform === 'darwin' || platform === 'win32') {
    const found = places[platform].map((place) => path.join(dist, place)).find(existsSync);
    if (found === undefined)
      throw new SetupError('There is no packaged app in dist: run `npm run dist` first.');
    return found;
  }
  const archive = await findArchive();
  if (archive === undefined)
    throw new SetupError('There is no archive in dist: run `npm run dist -- --linux tar.gz` first.');
  await mkdir(folder, { recursive: true });
  const { code, errors } = await readCommand('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  if (code !== 0) throw new SetupError(`${archive} could not be unpacked.\n${errors}`);
  return path.join(folder, 'triptych');
}

/**
 * Runs the packaged program in a home of its own until it ends.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, home: string }} where
 */
export async function runPackaged(executable, args, { env, home }) {
  await mkdir(home, { recursive: true });
  const switches = findRuntime()?.args ?? [];
  const clean = { ...env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), APPDATA: home };
  return readCommand(executable, [...switches, ...args], { cwd: home, env: clean, timeout: patience });
}

/**
 * What a packaged program says of its own trial.
 * @typedef {{ rows: number, findings: number, ms: Readonly<Record<string, number>> }} SmokeReport
 *
 * @param {string} executable
 * @param {{ env: NodeJS.ProcessEnv, home: string }} where
 * @returns {Promise<SmokeReport>}
 */
export async function smokePackaged(executable, where) {
  const { code, output, errors } = await runPackaged(executable, ['--smoke'], where);
  const line = output.split('\n').find((each) => each.startsWith('{'));
  if (code !== 0 || line === undefined)
    throw new SetupError(`The packaged app did not pass its own trial.\n${line ?? errors}`);
  return JSON.parse(line);
}

/**
 * The size of a file, or of all files in a folder, in bytes.
 * @param {string} place
 * @returns {Promise<number>}
 */
export async function measureSize(place) {
  const about = await stat(place);
  if (!about.isDirectory()) return about.size;
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(path.join(file.parentPath, file.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/**
 * What the log of a home says, empty where there is none.
 * @param {string} home
 */
export async function readLog(home) {
  const { platform } = process;
  const data = {
    darwin: path.join(home, 'Library', 'Application Support', 'triptych'),
    win32: path.join(home, 'triptych'),
    linux: path.join(home, '.config', 'triptych'),
  };
  const file = path.join(
    data[platform === 'darwin' || platform === 'win32' ? platform : 'linux'],
    'logs',
    'triptych.log',
  );
  return existsSync(file) ? readFile(file, 'utf8') : '';
}
