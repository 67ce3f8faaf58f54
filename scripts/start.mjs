import { build, isBuildCurrent } from './build.mjs';
import { root, runCommand, runScript, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';
import { chooseAppArguments } from './start/arguments.mjs';

await runScript(async () => {
  const runtime = await prepareMachine();
  if (!(await isBuildCurrent()) && (await build()) !== 0)
    throw new SetupError('The app could not be built; see above.');
  // npm runs scripts in the folder of the repository and names the one it was called in.
  const args = chooseAppArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  return withDisplay((env) => runCommand(runtime.executable, [...runtime.args, root, ...args], { env }));
});
