import os from 'node:os';
import path from 'node:path';

/**
 * The folder for what this project downloads, outside of the repository so that every clone shares it.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home the home folder
 * @returns {string}
 */
export function chooseCacheFolder(platform, env, home) {
  const caches = {
    darwin: path.join(home, 'Library', 'Caches'),
    win32: env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'),
    linux: env.XDG_CACHE_HOME || path.join(home, '.cache'),
  };
  return path.join(
    platform === 'darwin' || platform === 'win32' ? caches[platform] : caches.linux,
    'triptych',
  );
}

/** The cache folder of this user on this machine. */
export const cacheFolder = chooseCacheFolder(process.platform, process.env, os.homedir());
