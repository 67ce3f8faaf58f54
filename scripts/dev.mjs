import { rm } from 'node:fs/promises';
import { stamp } from './build.mjs';
import { runScript, runTool } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';

await runScript(async () => {
  const { executable, args } = await prepareMachine();
  // The development server writes to `out` what only works beside it.
  await rm(stamp, { force: true });
  return withDisplay((env) =>
    runTool('electron-vite', 'electron-vite', ['dev', '--', ...args, ...process.argv.slice(2)], {
      ...env,
      ELECTRON_EXEC_PATH: executable,
    }),
  );
});
