import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeIcns, makeIco } from './release/icon-files.mjs';
import { readCommand, root, runScript, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';

const resources = path.join(root, 'resources');

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** What a Linux desktop asks for, and the most Windows does. */
const linuxLargest = 512;
const icoLargest = 256;

// Draws resources/icon.svg anew in all the sizes and formats that packages need.
await runScript(async () => {
  const runtime = await prepareMachine();
  const drawing = path.join(import.meta.dirname, 'release', 'draw-icon');
  const icon = await readFile(path.join(resources, 'icon.svg'), 'utf8');
  const { code, output, errors } = await withDisplay((env) =>
    readCommand(runtime.executable, [...runtime.args, drawing], {
      env: { ...env, ICON: icon, ICON_SIZES: JSON.stringify(sizes) },
    }),
  );
  if (code !== 0) throw new SetupError(`The icon could not be drawn.\n${errors}`);
  const drawn = JSON.parse(output);
  const pictures = sizes.map((size) => ({ size, png: Buffer.from(drawn[size], 'base64') }));
  await mkdir(path.join(resources, 'icons'), { recursive: true });
  for (const { size, png } of pictures.filter(({ size }) => size <= linuxLargest))
    await writeFile(path.join(resources, 'icons', `${size}x${size}.png`), png);
  await writeFile(
    path.join(resources, 'icon.ico'),
    makeIco(pictures.filter(({ size }) => size <= icoLargest)),
  );
  await writeFile(path.join(resources, 'icon.icns'), makeIcns(pictures));
  return 0;
});
