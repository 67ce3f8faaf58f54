import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../setup/command.mjs';

/**
 * @typedef {typeof import('../../../shared/align/align-versions')} Aligner
 * @typedef {typeof import('../../../shared/align/weights') & typeof import('./describe')} Model
 */

const entries = {
  aligner: path.join(root, 'shared/align/align-versions.ts'),
  weights: path.join(root, 'shared/align/weights.ts'),
  describe: path.join(root, 'scripts/bench/align/describe.ts'),
};

/**
 * Compiles the aligner into a folder that is there for as long as `use` takes.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 */
export async function withBuiltAligner(use) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-align-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        rollupOptions: {
          input: entries,
          output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder as built
 * @returns {Promise<Aligner>}
 */
export function loadAligner(folder) {
  return load(folder, 'aligner');
}

/**
 * @param {string} folder as built
 * @returns {Promise<Model>}
 */
export async function loadModel(folder) {
  return { ...(await load(folder, 'weights')), ...(await load(folder, 'describe')) };
}

/**
 * @param {string} folder
 * @param {keyof typeof entries} name
 */
function load(folder, name) {
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}
