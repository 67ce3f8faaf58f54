import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeLicences } from './release/licences.mjs';
import { root, runCommand, runScript, runTool } from './setup/command.mjs';

const out = path.join(root, 'out');

/** Marks `out` as complete; its time is when the build began. */
export const stamp = path.join(out, '.built');

/** Everything the build reads. */
const sources = [
  'main',
  'renderer',
  'shared',
  'locales',
  'sample',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];

/** The oldest Electron the app runs on: the code is built for it, whichever Electron is at hand. */
const oldestElectron = '33';

/**
 * When the newest of the files was last changed. Folders count too: theirs changes when a file is removed.
 * @param {readonly string[]} places files and folders; missing ones are passed over
 * @returns {Promise<number>} milliseconds since 1970, 0 for nothing
 */
export async function findLastChange(places) {
  const times = await Promise.all(
    places.filter(existsSync).map(async (place) => {
      const found = await stat(place);
      if (!found.isDirectory()) return found.mtimeMs;
      const names = await readdir(place);
      return Math.max(found.mtimeMs, await findLastChange(names.map((name) => path.join(place, name))));
    }),
  );
  return Math.max(0, ...times);
}

/** Whether `out` holds the build of the sources as they are. */
export async function isBuildCurrent() {
  const changed = await findLastChange(sources.map((source) => path.join(root, source)));
  return existsSync(stamp) && (await stat(stamp)).mtimeMs >= changed;
}

/**
 * Builds the app and its bundled sample project afresh into `out`.
 * @returns {Promise<number>} an exit code
 */
export async function build() {
  console.log('Building the app');
  const started = new Date();
  await rm(out, { recursive: true, force: true });
  const env = { ...process.env, ELECTRON_MAJOR_VER: oldestElectron };
  const built = await runTool('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn'], env);
  // npx runs the command of this package as a program.
  if (built === 0) await chmod(path.join(out, 'main', 'cli.cjs'), 0o755);
  const code = built || (await buildSample());
  if (code !== 0) return code;
  await writeLicences(root, path.join(out, 'licences.txt'));
  // A source changed during the build is newer than the stamp, so the next start builds again.
  await writeFile(stamp, started.toISOString());
  await utimes(stamp, started, started);
  return 0;
}

/** @returns {Promise<number>} an exit code */
async function buildSample() {
  const articles = ['ru', 'ky', 'en'].map((language) => [`--${language}`, `sample/article.${language}.md`]);
  if (!articles.every(([, file]) => existsSync(path.join(root, String(file))))) return 0;
  const project = path.join('out', 'sample', 'sample.triptych');
  await mkdir(path.join(out, 'sample'));
  const cli = path.join('out', 'main', 'cli.cjs');
  return runCommand(process.execPath, [cli, 'align', ...articles.flat(), '--out', project]);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runScript(build);
