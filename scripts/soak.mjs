import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, runScript, SetupError } from './setup/command.mjs';
import { installPackages } from './setup/packages.mjs';
import { bundle } from './soak/bundle.mjs';

const parts = ['kill', 'replace', 'copies', 'power', 'disk', 'damage', 'long', 'cost', 'merge'];

/**
 * How much of the full run is wanted, and which parts: `npm run soak -- 0.1 kill power` does a tenth of two of them.
 * @param {readonly string[]} args
 * @returns {readonly string[]} the share, then the parts; none for all
 */
function readArguments(args) {
  const named = args.filter((arg) => parts.includes(arg));
  const [share = '1', ...unknown] = args.filter((arg) => !parts.includes(arg));
  if (unknown.length === 0 && Number(share) > 0 && Number(share) <= 1) return [share, ...named];
  throw new SetupError(`Call it as: npm run soak, or npm run soak -- 0.1 ${parts.join(' ')}`);
}

// Kills, power cuts, full disks, damaged files and long sessions, again and again; see docs/reliability.md.
await runScript(async () => {
  const wanted = readArguments(process.argv.slice(2));
  await installPackages();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-soak-'));
  try {
    const session = await bundle(path.join(root, 'tests', 'soak', 'session.ts'), folder);
    const { script, env } = await bundle(path.join(root, 'tests', 'soak', 'soak.ts'), folder);
    const version2 = path.join(root, 'tests', 'fixtures', 'projects', 'version-2.triptych');
    const args = ['--expose-gc', script, session.script, version2, ...wanted];
    const running = spawn(process.execPath, args, { env, stdio: 'inherit' });
    const [code] = await once(running, 'exit');
    return code ?? 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
