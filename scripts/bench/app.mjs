import path from 'node:path';
import { _electron } from 'playwright';
import { root } from '../setup/command.mjs';
import { withDisplay } from '../setup/display.mjs';
import { installProbe } from './page-probe.mjs';

/**
 * @typedef {import('./page-probe.mjs').Probe} Probe
 * @typedef {import('../runtime/locate.mjs').Runtime} Runtime
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').ElectronApplication} App
 */

/**
 * Starts the real app for as long as `use` takes.
 * @template T
 * @param {Runtime} runtime
 * @param {string} home
 * @param {(app: App, page: Page) => Promise<T>} use
 * @param {readonly string[]} told what the app is told to open
 * @returns {Promise<T>}
 */
export function withApp(runtime, home, use, told = []) {
  return withDisplay(async (env) => {
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [...runtime.args, `--user-data-dir=${path.join(home, 'data')}`, '--lang=en-GB', root, ...told],
      env: /** @type {Record<string, string>} */ ({ ...env, HOME: home, LANGUAGE: 'en' }),
      colorScheme: null,
    });
    try {
      const page = await app.firstWindow();
      await page.locator('html[data-ready="true"]').waitFor();
      await page.evaluate(installProbe);
      return await use(app, page);
    } finally {
      await app.close();
    }
  });
}

/**
 * Calls a function of the probe in the page.
 * @template {keyof Probe} K
 * @param {Page} page
 * @param {K} name
 * @param {Parameters<Probe[K]>} args
 * @returns {Promise<Awaited<ReturnType<Probe[K]>>>}
 */
export function probe(page, name, ...args) {
  const call = { called: name, given: /** @type {any} */ (args) };
  return page.evaluate(({ called, given }) => /** @type {any} */ (window).bench[called](...given), call);
}
