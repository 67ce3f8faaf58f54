import { createHash } from 'node:crypto';
import { closeSync, lstatSync, readSync, type BigIntStats } from 'node:fs';
import { z } from 'zod';
import { openOutside } from '../system/outside-file';

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

/** Whether two files hold the same bytes. */
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
  return stampIn(lstatSync(path, { bigint: true }));
}

/** The same, of what the system has said already. */
export function stampIn({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
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

/**
 * Reads a file through. Throws an error of the system.
 *
 * @param keepOpen takes the descriptor over, for a file on which this process has a lock; closing it would end that
 */
export function contentOf(path: string, keepOpen: (descriptor: number) => void = closeSync): FileContent {
  const file = openOutside(path);
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
