import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Unpacks the regular files of a zip archive, keeping which of them are executable. yauzl refuses names that
 * would leave the folder.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where in the folder an entry goes; undefined leaves it out
 * @param {(fraction: number) => void} [onProgress]
 */
export async function unzip(zip, folder, place, onProgress) {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(zip);
  let read = 0;
  for await (const entry of archive.eachEntry()) {
    read += 1;
    onProgress?.(read / archive.entryCount);
    const name = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (name === undefined) continue;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    const executable = (entry.externalFileAttributes >>> 16) & 0o111;
    const source = await archive.openReadStreamPromise(entry);
    await pipeline(source, createWriteStream(target, { mode: executable ? 0o755 : 0o644 }));
  }
}
