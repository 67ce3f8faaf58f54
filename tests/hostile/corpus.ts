import { writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVES } from './archives';
import type { HostileFile } from './hostile-file';
import { HTML } from './html';
import { OPEN_TEXTS } from './open-texts';
import { PLACES } from './places';
import { PROJECTS } from './projects';
import { TEXTS } from './text';
import { WORD } from './word';
import { XML } from './xml';

/** Every hostile file there is, by what is bad about it. */
export const CORPUS: readonly HostileFile[] = [
  ...ARCHIVES,
  ...XML,
  ...WORD,
  ...OPEN_TEXTS,
  ...HTML,
  ...TEXTS,
  ...PLACES,
  ...PROJECTS,
];

/** Makes a hostile file in a folder of its own, and gives its path. */
export async function makeHostile(folder: string, file: HostileFile): Promise<string> {
  const own = join(folder, String(CORPUS.indexOf(file)));
  mkdirSync(own);
  const path = join(own, file.fileName);
  if (file.place) await file.place(path);
  else await writeFile(path, await file.content());
  return path;
}
