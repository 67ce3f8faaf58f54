import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { systemErrorCode } from './system-error';

/**
 * How a kind of file is let in. Every file that lies on a disk comes in here: anybody may have put it there, and what
 * has the name of a file may be a pipe that waits for ever, a device that never ends, or a link to another file.
 */
export interface Door {
  /** The most bytes of such a file. */
  readonly most: number;
  /** Whether a person may come by a link: what they chose, they may have linked. What was only found may not be one. */
  readonly byLink: boolean;
}

const MB = 2 ** 20;

/** What a project may hold: years of work on an article come to some megabytes. */
export const PROJECT_DOOR: Door = { most: 1024 * MB, byLink: true };

/** What SQLite leaves beside a project. A log is folded into the file every few megabytes. */
export const COMPANION_DOOR: Door = { most: 256 * MB, byLink: false };

/** A note of a line beside a project. */
export const NOTE_DOOR: Door = { most: 4096, byLink: false };

/** Categories of errors that somebody wrote. */
export const TYPOLOGY_DOOR: Door = { most: MB, byLink: true };

/** What the app keeps among its own data. */
export const OWN_DOOR: Door = { most: 64 * MB, byLink: true };

/** Why a file was not let in. */
export interface Refusal {
  readonly why: 'missing' | 'notPlain' | 'tooLarge' | 'unreadable';
  /** The code of the system, or how many bytes there are. */
  readonly detail: string;
}

export type Outside<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** On Windows, which has neither, a pipe has a name of its own and needs no care. */
const {
  O_NONBLOCK = 0,
  O_NOFOLLOW = 0,
  O_RDONLY,
} = constants as Partial<typeof constants> & {
  readonly O_RDONLY: number;
};

/** So much is copied at a time. */
const BLOCK = MB;

/** What is told of a file that could be read; nothing of it is opened. */
export function lookOutside(path: string, door: Door): Outside<Stats> {
  // No file has such a name.
  if (path.includes('\0')) return refused({ why: 'missing', detail: 'ENOENT' });
  return orRefusal((): Outside<Stats> => {
    const stats = door.byLink ? statSync(path) : lstatSync(path);
    const refusal = refusalOf(stats, door);
    return refusal ? refused(refusal) : letIn(stats);
  });
}

/** All bytes of a file. */
export function readOutside(path: string, door: Door): Outside<Buffer> {
  return withFile(path, door, (file, { size }): Outside<Buffer> => {
    const bytes = readUpTo(file, door.most + 1, size + 1);
    return bytes.length > door.most ? tooLarge(bytes.length) : letIn(bytes);
  });
}

/** The first bytes of a file, fewer where it is shorter. */
export function readHead(path: string, door: Door, length: number): Outside<Buffer> {
  return withFile(path, door, (file) => letIn(readUpTo(file, length, length)));
}

/**
 * Copies a file to a new one that only its owner may read. Throws an error of the system when the copy cannot be
 * written, also where there is a file of that name.
 */
export function copyOutside(from: string, to: string, door: Door): Outside<void> {
  return withFile(from, door, (file): Outside<void> => {
    const copy = createOwn(to);
    let whole = false;
    try {
      const block = Buffer.alloc(BLOCK);
      let copied = 0;
      for (;;) {
        const length = reading(() => readSync(file, block, 0, BLOCK, null));
        if (length === 0) break;
        copied += length;
        if (copied > door.most) return tooLarge(copied);
        writeAll(copy, block.subarray(0, length));
      }
      whole = true;
      return letIn(undefined);
    } finally {
      closeSync(copy);
      if (!whole) rmSync(to, { force: true });
    }
  });
}

/** As `readOutside`, while others go on: for what may lie on a slow disk. */
export async function readOutsideSlowly(path: string, door: Door): Promise<Outside<Buffer>> {
  const looked = lookOutside(path, door);
  if (!looked.ok) return looked;
  let file;
  try {
    file = await open(path, flagsOf(door));
    const stats = await file.stat();
    const refusal = refusalOf(stats, door);
    if (refusal) return refused(refusal);
    const blocks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const rest = stats.size - length;
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(rest >= 0 ? Math.min(BLOCK, rest + 1) : BLOCK),
      );
      if (bytesRead === 0) break;
      length += bytesRead;
      if (length > door.most) return tooLarge(length);
      blocks.push(buffer.subarray(0, bytesRead));
    }
    return letIn(Buffer.concat(blocks, length));
  } catch (error) {
    return refused(refusalOfError(error));
  } finally {
    await file?.close();
  }
}

/**
 * Opens a file to be read, for who has to keep it open. Neither a link is followed nor a pipe waited for; whether it is
 * a plain file is for the caller to look at. Throws an error of the system.
 */
export function openOutside(path: string): number {
  return openSync(path, flagsOf({ byLink: false }));
}

/** Creates a file that only its owner may read, and gives its descriptor; never opens one that is there, or a link. */
export function createOwn(path: string): number {
  return openSync(path, 'wx', 0o600);
}

/** Writes all bytes; the system may take less at a time, as on a disk that is filling up. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

/** An error while reading, so that it can be told from one while writing. */
class ReadingFailed extends Error {}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ReadingFailed(systemErrorCode(error));
  }
}

function withFile<T>(path: string, door: Door, work: (file: number, stats: Stats) => Outside<T>): Outside<T> {
  // Opening alone can do something to a device, and a link has to be seen before it is followed.
  const looked = lookOutside(path, door);
  if (!looked.ok) return looked;
  const opened = orRefusal(() => letIn(openSync(path, flagsOf(door))));
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    // Something else may lie there by now.
    const stats = fstatSync(file);
    const refusal = refusalOf(stats, door);
    return refusal ? refused(refusal) : work(file, stats);
  } catch (error) {
    if (error instanceof ReadingFailed) return refused({ why: 'unreadable', detail: error.message });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The file may be longer than it says, or grow. */
function readUpTo(file: number, most: number, expected: number): Buffer {
  const blocks: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const block = Buffer.alloc(Math.min(most - length, expected > length ? expected - length : BLOCK));
    const read = reading(() => readSync(file, block, 0, block.length, null));
    if (read === 0) break;
    length += read;
    blocks.push(block.subarray(0, read));
  }
  return blocks.length === 1 && blocks[0] ? blocks[0] : Buffer.concat(blocks, length);
}

function flagsOf({ byLink }: Pick<Door, 'byLink'>): number {
  return O_RDONLY | O_NONBLOCK | (byLink ? 0 : O_NOFOLLOW);
}

function refusalOf(stats: Stats, { most, byLink }: Door): Refusal | null {
  if (!stats.isFile())
    return {
      why: 'notPlain',
      detail: stats.isDirectory() ? 'EISDIR' : stats.isSymbolicLink() ? 'ELOOP' : 'ENOTSUP',
    };
  // A second name for another file is as good as a link.
  if (!byLink && stats.nlink > 1) return { why: 'notPlain', detail: 'EMLINK' };
  return stats.size > most ? { why: 'tooLarge', detail: String(stats.size) } : null;
}

function refusalOfError(error: unknown): Refusal {
  const code = systemErrorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { why: 'missing', detail: code };
  return { why: code === 'ELOOP' ? 'notPlain' : 'unreadable', detail: code };
}

function orRefusal<T>(work: () => Outside<T>): Outside<T> {
  try {
    return work();
  } catch (error) {
    return refused(refusalOfError(error));
  }
}

function letIn<T>(value: T): Outside<T> {
  return { ok: true, value };
}

function refused(refusal: Refusal): Outside<never> {
  return { ok: false, refusal };
}

function tooLarge(size: number): Outside<never> {
  return refused({ why: 'tooLarge', detail: String(size) });
}

/** Whether there is no file at a path. Where that cannot be told, as on a drive that does not answer, there may be one. */
export async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    const code = systemErrorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}
