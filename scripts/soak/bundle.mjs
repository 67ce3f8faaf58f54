import path from 'node:path';
import { build } from 'vite';
import { root } from '../setup/command.mjs';

/**
 * Bundles a TypeScript program that is to run in a process of its own.
 * @param {string} entry
 * @param {string} folder where the bundle goes
 * @returns {Promise<{ readonly script: string, readonly env: NodeJS.ProcessEnv }>} how to start it with Node
 */
export async function bundle(entry, folder) {
  const name = `${path.basename(entry, '.ts')}.cjs`;
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: name } },
    },
  });
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') };
  return { script: path.join(folder, name), env };
}
