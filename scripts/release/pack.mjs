import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import sevenZip from '7zip-bin';
import { build } from '../build.mjs';
import { findOfficial } from '../runtime/official.mjs';
import { runTool } from '../setup/command.mjs';
import { prepareMachine } from '../setup/prepare.mjs';

/**
 * Builds the app and packs it into `dist`.
 * @param {readonly string[]} targets as electron-builder takes them: `--dir`, or `--linux tar.gz`
 * @returns {Promise<number>} an exit code
 */
export async function pack(targets) {
  const { folder } = await prepareMachine();
  const code = await build();
  if (code !== 0) return code;
  // Where Electron's own download is out of reach, the package gets the Electron that runs the app here.
  const electron =
    findOfficial() === undefined
      ? [
          `--config.electronDist=${folder}`,
          `--config.electronVersion=${readFileSync(path.join(folder, 'version'), 'utf8').trim()}`,
        ]
      : [];
  // From npm, as everything else: electron-builder would download its own. npm keeps no right to execute it.
  await chmod(sevenZip.path7za, 0o755);
  const env = {
    ELECTRON_BUILDER_7ZIP_PATH: sevenZip.path7za,
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '5',
    ...process.env,
  };
  return runTool(
    'electron-builder',
    'electron-builder',
    [...targets, '--publish', 'never', ...electron],
    env,
  );
}
