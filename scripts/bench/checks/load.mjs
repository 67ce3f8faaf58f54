import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../setup/command.mjs';

/**
 * @typedef {object} CheckCommand
 * @property {(request: object, t: (key: string, params?: object) => string) => Promise<
 *   { readonly ok: true, readonly value: { readonly text: string } } | { readonly ok: false, readonly failure: { readonly code: string } }
 * >} checkTexts
 */

/**
 * Compiles the command `check` and hands it over for as long as `use` takes: starting a process for every text
 * would take longer than all checks.
 * @template T
 * @param {(command: CheckCommand) => Promise<T>} use
 */
export async function withCheckCommand(use) {
  // Inside the project, where what is compiled finds its packages.
  const folder = await mkdtemp(path.join(root, 'out', 'bench-checks-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(root, 'main/cli/check.ts'),
        outDir: folder,
        rollupOptions: { output: { format: 'es', entryFileNames: 'check.mjs' } },
      },
    });
    return await use(await import(pathToFileURL(path.join(folder, 'check.mjs')).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
