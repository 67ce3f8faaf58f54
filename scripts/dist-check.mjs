import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withTemporaryFolder } from './bench/temporary-folder.mjs';
import { findWrongFuses } from './release/fuses.mjs';
import { pack } from './release/pack.mjs';
import { installPackaged, measureSize, readLog, runPackaged, smokePackaged } from './release/packaged.mjs';
import { root, runScript, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';

/**
 * @param {boolean} holds
 * @param {string} claim
 */
function expect(holds, claim) {
  if (!holds) throw new SetupError(`FAILED: ${claim}`);
  console.log(`ok: ${claim}`);
}

/** @param {string} folder */
async function checkPackaged(folder) {
  const executable = await installPackaged(path.join(folder, 'installed'));
  const wrong = await findWrongFuses(executable);
  expect(wrong.length === 0, `the fuses of the program are as wanted ${wrong.join(', ')}`.trim());
  await withDisplay(async (env) => {
    const home = path.join(folder, 'home');
    const { rows, ms } = await smokePackaged(executable, { env, home: path.join(folder, 'smoke') });
    expect(rows > 0, `the app tries itself out: ${rows} rows after ${ms.rows} ms, all after ${ms.export} ms`);

    // Named as the desktop names a file that was double-clicked.
    const project = path.join(folder, 'Статья 1.triptych');
    await copyFile(path.join(root, 'out', 'sample', 'sample.triptych'), project);
    const picture = path.join(folder, 'picture.png');
    const shown = await runPackaged(executable, [pathToFileURL(project).href, '--screenshot', picture], {
      env,
      home,
    });
    expect(shown.code === 0, 'the app opens a project it is given');
    expect((await readFile(picture)).subarray(1, 4).toString() === 'PNG', 'and shows it');
    expect((await readLog(home)).includes(` opened rows=${rows} `), 'with all its rows');

    // What the fuses are for.
    const asNode = { ...env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere/evil.cjs' };
    const another = path.join(folder, 'another.png');
    const held = await runPackaged(executable, [project, '--inspect=0', '--screenshot', another], {
      env: asNode,
      home,
    });
    expect(
      held.code === 0 && (await measureSize(another)) > 0 && !held.errors.includes('Debugger listening'),
      'it stays the app whatever the environment and the arguments ask for',
    );
  });
}

// Packs the app (or with --as-is takes what is in dist) and tries it out in a clean home.
await runScript(async () => {
  const asIs = process.argv.includes('--as-is');
  const code = asIs ? 0 : await pack(process.platform === 'linux' ? ['--linux', 'tar.gz'] : ['--dir']);
  if (code === 0) await withTemporaryFolder(checkPackaged);
  return code;
});
