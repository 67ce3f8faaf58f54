import { isAbsolute, join, relative, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import type { Picture } from '../../../shared/model/picture';
import { MB, PICTURE_LIMIT_MB } from '../../../shared/model/limits';
import { readOutsideSlowly, type Door } from '../../system/outside-file';
import type { ReadBlocks } from '../read-blocks';
import type { PictureShelf } from './picture-shelf';
import { relativePath, withPictures } from './with-pictures';

/** A text only names it, and may come from anybody: a link could lead to whatever this person can read. */
const PICTURE_DOOR: Door = { most: PICTURE_LIMIT_MB * MB, byLink: false };

/** What was read with the pictures that lie beside its file or below; all others stay where they are. */
export async function withFilesBeside(
  read: ReadBlocks,
  folder: string | undefined,
  shelf: PictureShelf,
): Promise<ReadBlocks> {
  return folder === undefined ? read : withPictures(read, (address) => readBeside(folder, address, shelf));
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
  const plain = relativePath(address);
  if (plain === null) return null;
  const path = join(folder, plain);
  const from = relative(folder, path);
  return from === '' || isAbsolute(from) || from.split(sep).includes('..') ? null : path;
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
