import { runScript } from './setup/command.mjs';
import { prepareMachine } from './setup/prepare.mjs';

await runScript(async () => {
  const { executable } = await prepareMachine();
  console.log(`Ready. Electron: ${executable}`);
  return 0;
});
