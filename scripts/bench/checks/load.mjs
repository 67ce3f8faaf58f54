import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../setup/command.mjs';

/**
 * What may be compiled, and what comes of it.
 * @typedef {{
 *   readonly 'scripts/bench/checks/check-texts.ts': typeof import('./check-texts'),
 *   readonly 'scripts/bench/documents/try-document.ts': typeof import('../documents/try-document'),
 *   readonly 'scripts/bench/kyrgyz/measure.ts': typeof import('../kyrgyz/measure'),
 *   readonly 'scripts/bench/pages/try-page.ts': typeof import('../pages/try-page'),
 *   readonly 'shared/align/sounds.ts': typeof import('../../../shared/align/sounds'),
 *   readonly 'shared/text/tokens.ts': typeof import('../../../shared/text/tokens'),
 * }} Modules
 */

/**
 * Compiles a module of the project and hands it over for as long as `use` takes: to call the command `check` in a
 * process of its own for every text would take longer than all checks.
 * @template {keyof Modules} E
 * @template T
 * @param {E} entry its path in the project
 * @param {(module: Modules[E]) => Promise<T>} use
 */
export async function withModule(entry, use) {
  // Inside the project, where what is compiled finds its packages.
  const folder = await mkdtemp(path.join(root, 'out', 'bench-checks-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(root, entry),
        outDir: folder,
        rollupOptions: { output: { format: 'es', entryFileNames: 'module.mjs' } },
      },
    });
    /** @type {Modules[E]} */
    const module = await import(pathToFileURL(path.join(folder, 'module.mjs')).href);
    return await use(module);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
