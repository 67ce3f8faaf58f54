import { posix } from 'node:path';
import { fail, ok, type Result } from '../../../shared/model/failure';
import type { Picture } from '../../../shared/model/picture';
import { openArchive, readWhole, type Archive } from '../docx/archive';
import { Unreadable } from '../docx/unreadable';
import type { PictureShelf } from '../pictures/picture-shelf';
import { relativePath, withPictures } from '../pictures/with-pictures';
import type { ReadBlocks } from '../read-blocks';

/** A web page in an archive. */
export interface ZippedPage {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Puts the pictures in the archive that a text of the page names on a shelf. */
  readonly withFilesInside: (read: ReadBlocks, shelf: PictureShelf) => Promise<ReadBlocks>;
}

/**
 * The web page of an archive, as Google Docs saves one with its pictures. Nothing is unpacked onto the disk.
 *
 * @param file only named in failures
 * @returns or `fileArchive` (no page in it), `fileSeveralPages` (with `count`), `fileWrongType`, `fileDamaged`, `fileUnsafe`,
 * `fileUnpacksTooLarge`
 */
export async function openZippedPage(bytes: Uint8Array, file: string): Promise<Result<ZippedPage>> {
  try {
    const archive = await openArchive(bytes);
    const pages = outermost([...archive.entries.keys()].filter(isPage));
    const [name] = pages;
    if (name === undefined) return fail('fileArchive', { file });
    if (pages.length > 1) return fail('fileSeveralPages', { file, count: pages.length });
    return ok({
      fileName: posix.basename(name),
      bytes: (await readWhole(archive, name)) ?? new Uint8Array(),
      withFilesInside: (read, shelf) =>
        withPictures(read, (address) => readInside(archive, posix.dirname(name), address, shelf)),
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file, ...error.failure.params });
  }
}

/** What Macs and editors leave beside the files of a person is no page of theirs. */
function isPage(name: string): boolean {
  return /\.x?html?$/i.test(name) && !name.split('/').some((part) => /^(?:\.|__MACOSX$)/.test(part));
}

/** Those that lie in the fewest folders: a frame or an advertisement lies deeper than the page that shows it. */
function outermost(names: readonly string[]): readonly string[] {
  const depthOf = (name: string) => name.split('/').length;
  const least = Math.min(...names.map(depthOf));
  return names.filter((name) => depthOf(name) === least);
}

async function readInside(
  archive: Archive,
  folder: string,
  address: string,
  shelf: PictureShelf,
): Promise<Picture | null> {
  const path = relativePath(address);
  if (path === null) return null;
  try {
    const bytes = await readWhole(archive, posix.join(folder, path));
    const picture = bytes && shelf.put(bytes, address);
    return picture?.kind ? picture : null;
  } catch (error) {
    // The words of the page can be read all the same.
    if (!(error instanceof Unreadable)) throw error;
    return null;
  }
}
