import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { copyFile, open, readFile, type FileHandle } from 'node:fs/promises';

/*
 * Files of the app's own: its parts, what it keeps in its folders, and what it has just made under a name nobody can
 * know. Nothing else may come this way: what others can have put in its place comes in through outside-file.ts.
 */

/** Opens a file to be read, and gives its descriptor. Throws an error of the system. */
export function openOwn(path: string): number {
  return openSync(path, 'r');
}

/** Creates a file while others go on; never opens one that is there, or a link. Fails with an error of the system. */
export function createOwnSlowly(path: string, rights: number): Promise<FileHandle> {
  return open(path, 'wx', rights);
}

/** Throws an error of the system. */
export function readOwn(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Reads a file while others go on. Fails with an error of the system. */
export function readOwnSlowly(path: string): Promise<Buffer> {
  return readFile(path);
}

/** Throws an error of the system. */
export function appendOwn(path: string, text: string): void {
  appendFileSync(path, text);
}

/** Copies a file that was made here to a name nobody can know, while others go on. Fails with an error of the system. */
export function copyOwn(from: string, to: string): Promise<void> {
  return copyFile(from, to);
}

/** Waits until all of a file is on the disk. Throws an error of the system. */
export function syncOwn(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
