import { build, isBuildCurrent } from './build.mjs';
import { root, runCommand, runScript, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';
import { hasDisplay } from './setup/system-libraries.mjs';
import { chooseAppArguments } from './start/arguments.mjs';

await runScript(async () => {
  const runtime = await prepareMachine();
  if (!(await isBuildCurrent()) && (await build()) !== 0)
    throw new SetupError('The app could not be built; see above.');
  // npm runs scripts in the folder of the repository and names the one it was called in.
  const args = chooseAppArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  // A machine without a display has no desktop services either, and Chromium would report each of them.
  const switches = hasDisplay() ? runtime.args : [...runtime.args, '--log-level=3'];
  return withDisplay((env) => runCommand(runtime.executable, [...switches, root, ...args], { env }));
});
