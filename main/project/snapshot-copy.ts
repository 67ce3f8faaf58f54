import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, fstatSync, fsync, fsyncSync, read, readSync, write } from 'node:fs';
import { promisify } from 'node:util';
import { createOwn, writeAll } from '../system/outside-file';
import { PIECE, type FileContent } from './file-content';

/** https://www.sqlite.org/fileformat.html#the_database_header: write and read version; 1 is "without a log". */
const VERSIONS_AT = 18;
const WITHOUT_LOG = [1, 1];

const readPiece = promisify(read);
const writePiece = promisify(write);
const syncFile = promisify(fsync);

/**
 * Bytes read at a time while others go on. After each piece others have their turn, however long it takes them: with
 * small pieces a copy of some megabytes would wait for dozens of edits of who does not pause.
 */
const LARGE_PIECE = 4 * PIECE;

/**
 * Copies what is in an open file to a new one, on the disk for good when this returns. Throws an error of the system.
 *
 * @param mode the rights of the copy
 * @param prepare may change a piece that begins at this byte
 */
export function copySynced(
  source: number,
  to: string,
  mode: number,
  prepare: (piece: Buffer, at: number) => void = () => undefined,
): FileContent {
  const target = createOwn(to);
  try {
    const hash = createHash('sha256');
    const bytes = Buffer.alloc(PIECE);
    let size = 0;
    for (;;) {
      const bytesRead = readSync(source, bytes, 0, PIECE, size);
      if (bytesRead === 0) break;
      const piece = bytes.subarray(0, bytesRead);
      prepare(piece, size);
      hash.update(piece);
      writeAll(target, piece);
      size += bytesRead;
    }
    fchmodSync(target, mode);
    fsyncSync(target);
    return { size, sha256: hash.digest('hex') };
  } finally {
    closeSync(target);
  }
}

/** Lets a database whose log is folded in say that it has none. */
export function sayWithoutLog(piece: Buffer, at: number): void {
  if (at === 0) piece.set(WITHOUT_LOG, VERSIONS_AT);
}

/**
 * Copies a database whose log is folded in to a new file that says it has no log, on the disk for good, with the rights
 * given, while others go on. Between two foldings the database itself does not change, so the person may go on, too.
 * Fails with an error of the system.
 *
 * @param source a descriptor of the database that stays open: closing one would give up the lock on it
 * @param isWanted asked after each piece; when it says no the rest is left undone and the value is null
 * @param meanwhile done while the disk finishes what is known to be coming by then; the value is what came of it
 */
export async function copySnapshotSlowly<T>(
  source: number,
  draft: string,
  mode: number,
  isWanted: () => boolean,
  meanwhile: (coming: FileContent) => Promise<T>,
): Promise<{ readonly content: FileContent; readonly came: T } | null> {
  // At once: a file that is made later than somebody gives this up would be in the way of who comes next.
  const target = createOwn(draft);
  try {
    const hash = createHash('sha256');
    const { size } = fstatSync(source);
    const bytes = Buffer.alloc(Math.min(size, LARGE_PIECE));
    let copied = 0;
    while (copied < size) {
      const { bytesRead } = await readPiece(source, bytes, 0, bytes.length, copied);
      if (!isWanted()) return null;
      if (bytesRead === 0) break;
      const piece = bytes.subarray(0, bytesRead);
      sayWithoutLog(piece, copied);
      hash.update(piece);
      let written = 0;
      while (written < piece.length) written += (await writePiece(target, piece, written)).bytesWritten;
      copied += bytesRead;
    }
    if (!isWanted()) return null;
    fchmodSync(target, mode);
    const content = { size: copied, sha256: hash.digest('hex') };
    // Each is waited for, also where the other fails: nothing may go on behind the back of who is told so.
    const [synced, came] = await Promise.allSettled([syncFile(target), meanwhile(content)]);
    if (synced.status === 'rejected') throw synced.reason;
    if (came.status === 'rejected') throw came.reason;
    return { content, came: came.value };
  } finally {
    closeSync(target);
  }
}
