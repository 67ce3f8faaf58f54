import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findOfficial } from './runtime/official.mjs';
import { runScript, runTool } from './setup/command.mjs';
import { prepareMachine } from './setup/prepare.mjs';

await runScript(async () => {
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
  const given = process.argv.slice(2);
  const targets = given.length === 0 ? ['--dir'] : given;
  return runTool('electron-builder', 'electron-builder', [...targets, '--publish', 'never', ...electron]);
});
