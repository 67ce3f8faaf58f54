import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError } from './command.mjs';
import { hasDisplay } from './system-libraries.mjs';

/**
 * Calls `use` with an environment in which windows can be opened: this process's own, or on a Linux without
 * a display that of an invisible X server, which lives as long as the call.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withDisplay(use) {
  const env = { ...process.env };
  // Set in the terminals of some editors, this would make Electron a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  if (hasDisplay()) return use(env);
  // The server picks a free display itself and writes its number to descriptor 3 once it takes connections.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'close');
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await Promise.race([once(pipe, 'data'), ended.then(() => [undefined])]);
  if (number === undefined)
    throw new SetupError('Xvfb, the invisible display, did not start. Run `Xvfb :99` to see why.');
  const display = `:${String(number).trim()}`;
  console.log(`No display here: using an invisible one (Xvfb ${display}).`);
  try {
    return await use({ ...env, DISPLAY: display });
  } finally {
    server.kill();
    await ended;
  }
}

/**
 * Calls `use` with so many invisible displays, named in `WINDOW_DISPLAYS`, where there is no display: a window takes the
 * keyboard from any other on its own.
 * @template T
 * @param {number} count
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} use
 * @param {readonly string[]} started those that are there already
 * @returns {Promise<T>}
 */
export function withDisplays(count, use, started = []) {
  return withDisplay((env) => {
    const displays = hasDisplay() ? [] : [...started, env.DISPLAY ?? ''];
    if (hasDisplay() || displays.length === count)
      return use({ ...env, WINDOW_DISPLAYS: displays.join(' ') });
    return withDisplays(count, use, displays);
  });
}
