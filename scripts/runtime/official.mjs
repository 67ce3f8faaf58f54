import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCommand, root } from '../setup/command.mjs';
import { startProgress } from './progress.mjs';

/** A host that stays silent for so long (in milliseconds) counts as unreachable. */
const patience = 15_000;

const packageFolder = path.join(root, 'node_modules', 'electron');

/**
 * The executable the `electron` package has downloaded, if it has.
 * @returns {string | undefined}
 */
export function findOfficial() {
  const pathFile = path.join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Downloads Electron the way the `electron` package does: first into its cache, which allows a progress line
 * and to give up on a silent host, then by its own installer, which finds the archive there.
 * @returns {Promise<{ executable: string } | { problem: string }>}
 */
export async function downloadOfficial() {
  const requireFromElectron = createRequire(path.join(packageFolder, 'install.js'));
  const { version } = requireFromElectron('./package.json');
  const { downloadArtifact } = await import(pathToFileURL(requireFromElectron.resolve('@electron/get')).href);
  const progress = startProgress(`Downloading Electron ${version}`);
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error(`no answer for ${patience / 1000} seconds`));
  let timer = setTimeout(giveUp, patience);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      checksums: requireFromElectron('./checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      downloadOptions: {
        quiet: true,
        signal: silence.signal,
        getProgressCallback: async (/** @type {{ percent: number }} */ { percent }) => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, patience);
          progress.show(percent);
        },
      },
    });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    clearTimeout(timer);
    progress.end();
  }
  const { errors } = await readCommand(process.execPath, [path.join(packageFolder, 'install.js')]);
  const executable = findOfficial();
  return executable === undefined ? { problem: errors.trim() } : { executable };
}
