import { runScript } from './setup/command.mjs';
import { pack } from './release/pack.mjs';

// The targets of electron-builder as arguments; without any, a folder from which the app runs.
await runScript(async () => {
  const given = process.argv.slice(2);
  return pack(given.length === 0 ? ['--dir'] : given);
});
