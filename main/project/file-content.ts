import { createHash } from 'node:crypto';
// It opens as carefully as outside-file.ts, and must be able to leave the file open.
// oxlint-disable-next-line triptych/outside-file
import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

/** What a file says, by which it is known again wherever it lies. */
export const fileContentSchema = z
  .object({
    /** bytes */
    size: z.int().nonnegative(),
    sha256: z.string(),
  })
  .readonly();

export type FileContent = z.infer<typeof fileContentSchema>;

/** Bytes read at a time. */
export const PIECE = 2 ** 20;

export function isSameContent(a: FileContent, b: FileContent): boolean {
  return a.size === b.size && a.sha256 === b.sha256;
}

/** Whether a file can be one of these by its length alone: reading through what somebody else put there may take long. */
export function mayBe(path: string, known: readonly FileContent[]): boolean {
  const { size } = lstatSync(path);
  return known.some((each) => each.size === size);
}

/** What the system says of a file: as long as it says the same, nobody wrote into it or put another in its place. */
export function stampOf(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Whether two stamps are of the same file with nothing written into it meanwhile, whatever names it was given. */
export function isSameFile(a: string, b: string | null): boolean {
  const withoutNames = (stamp: string) => stamp.split(' ').slice(0, -1).join(' ');
  return b !== null && withoutNames(a) === withoutNames(b);
}

/** Whether it is neither a link nor a folder nor anything else that only has a name. */
export function isPlainFile(path: string): boolean {
  return lstatSync(path).isFile();
}

/** Opening a link or a pipe would lead elsewhere, or wait; Windows knows neither flag. */
export const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file through. Throws an error of the system.
 *
 * @param keepOpen takes the descriptor over, for a file on which this process has a lock; closing it would end that
 */
export function contentOf(path: string, keepOpen: (descriptor: number) => void = closeSync): FileContent {
  const file = openSync(path, CAREFULLY);
  try {
    const hash = createHash('sha256');
    const bytes = Buffer.alloc(PIECE);
    let size = 0;
    for (;;) {
      const read = readSync(file, bytes, 0, PIECE, size);
      if (read === 0) return { size, sha256: hash.digest('hex') };
      hash.update(bytes.subarray(0, read));
      size += read;
    }
  } finally {
    keepOpen(file);
  }
}
