import { createHash } from 'node:crypto';
// The working copy is already open; what is made here is made anew.
// oxlint-disable-next-line triptych/outside-file
import { chmodSync, closeSync, fsyncSync, openSync, read, readSync, writeSync } from 'node:fs';
// oxlint-disable-next-line triptych/outside-file
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PIECE, type FileContent } from './file-content';

/** https://www.sqlite.org/fileformat.html#the_database_header: write and read version; 1 is "without a log". */
const VERSIONS_AT = 18;
const WITHOUT_LOG = [1, 1];

const readPiece = promisify(read);

/**
 * Copies a database whose log is folded in to a new file that says it has no log, on the disk for good, with the rights
 * given. Between two foldings the database itself does not change, so the person may go on meanwhile.
 *
 * @param source a descriptor of the database that stays open: closing one would give up the lock on it
 * @param isWanted asked after each piece; when it says no the rest is left undone and the value is null
 */
export async function copySnapshot(
  source: number,
  draft: string,
  mode: number,
  isWanted: () => boolean,
): Promise<FileContent | null> {
  const target = await open(draft, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const bytes = Buffer.alloc(PIECE);
    let size = 0;
    for (;;) {
      const { bytesRead } = await readPiece(source, bytes, 0, PIECE, size);
      if (!isWanted()) return null;
      if (bytesRead === 0) break;
      const piece = prepare(bytes.subarray(0, bytesRead), size);
      hash.update(piece);
      let written = 0;
      while (written < piece.length) written += (await target.write(piece, written)).bytesWritten;
      size += bytesRead;
    }
    await target.chmod(mode);
    await target.sync();
    return isWanted() ? { size, sha256: hash.digest('hex') } : null;
  } finally {
    await target.close();
  }
}

/** The same at once. */
export function copySnapshotNow(source: number, draft: string, mode: number): FileContent {
  const target = openSync(draft, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const bytes = Buffer.alloc(PIECE);
    let size = 0;
    for (;;) {
      const bytesRead = readSync(source, bytes, 0, PIECE, size);
      if (bytesRead === 0) break;
      const piece = prepare(bytes.subarray(0, bytesRead), size);
      hash.update(piece);
      for (let written = 0; written < piece.length;) written += writeSync(target, piece, written);
      size += bytesRead;
    }
    fsyncSync(target);
    return { size, sha256: hash.digest('hex') };
  } finally {
    closeSync(target);
    chmodSync(draft, mode);
  }
}

function prepare(piece: Buffer, at: number): Buffer {
  if (at === 0) piece.set(WITHOUT_LOG, VERSIONS_AT);
  return piece;
}
