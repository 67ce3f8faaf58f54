import { isAbsolute, join, relative, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import type { ImportedBlock } from '../../../shared/model/imported-document';
import type { Picture } from '../../../shared/model/picture';
import { MB, PICTURE_LIMIT_MB } from '../../../shared/model/limits';
import { readOutsideSlowly, type Door } from '../../system/outside-file';
import type { ReadBlocks } from '../read-blocks';
import type { PictureShelf } from './picture-shelf';

/** A text only names it, and may come from anybody: a link could lead to whatever this person can read. */
const PICTURE_DOOR: Door = { most: PICTURE_LIMIT_MB * MB, byLink: false };

/** Looked for beside one file; a page of an article has some dozens. */
const MOST_LOOKED_FOR = 500;

/** What was read with the pictures that lie beside its file or below; all others stay where they are. */
export async function withFilesBeside(
  read: ReadBlocks,
  folder: string | undefined,
  shelf: PictureShelf,
): Promise<ReadBlocks> {
  if (folder === undefined) return read;
  const known = new Map<string, Picture | null>();
  const blocks: ImportedBlock[] = [];
  for (const imported of read.blocks) {
    const { block } = imported;
    const { picture } = block;
    if (!picture || picture.hash !== null || picture.kind !== null) {
      blocks.push(imported);
      continue;
    }
    const { address } = picture;
    if (!known.has(address) && known.size < MOST_LOOKED_FOR)
      known.set(address, await readBeside(folder, address, shelf));
    const found = known.get(address);
    blocks.push(found ? { ...imported, block: { ...block, picture: { ...picture, ...found } } } : imported);
  }
  return { ...read, blocks };
}

async function readBeside(folder: string, address: string, shelf: PictureShelf): Promise<Picture | null> {
  const path = pathBeside(folder, address);
  if (path === null || !(await isBelow(folder, path))) return null;
  const read = await readOutsideSlowly(path, PICTURE_DOOR);
  if (!read.ok) return null;
  const picture = shelf.put(read.value, address);
  return picture.kind === null ? null : picture;
}

/** Null for what lies in no folder, or not below this one. */
function pathBeside(folder: string, address: string): string | null {
  if (address === '' || /^[a-z][\w+.-]*:|^[\\/]|\0/i.test(address)) return null;
  const plain = address.split(/[?#]/, 1)[0] ?? '';
  try {
    const path = join(folder, decodeURIComponent(plain));
    const from = relative(folder, path);
    return from === '' || isAbsolute(from) || from.split(sep).includes('..') ? null : path;
  } catch {
    // Signs that stand for no letters.
    return null;
  }
}

/** Whether a file is below a folder by all links on the way as well. */
async function isBelow(folder: string, path: string): Promise<boolean> {
  try {
    const [top, file] = await Promise.all([realpath(folder), realpath(path)]);
    return file.startsWith(top + sep);
  } catch {
    // It is not there.
    return false;
  }
}
