import { closeSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Owner } from '../../shared/contract/channels';
import { timeSchema } from '../../shared/model/time';
import { isRunning } from '../system/is-running';
import { createOwn, NOTE_DOOR, readOutside, writeAll } from '../system/outside-file';
import { systemErrorCode } from '../system/system-error';
import { draftPath } from '../system/unfinished';

const noteSchema = z.object({
  user: z.string().max(200),
  host: z.string().max(300),
  pid: z.int().positive(),
  /** ms since 1970 */
  time: timeSchema,
});

/** `article.triptych` -> `article.triptych-lock` */
export function notePath(location: string): string {
  return `${location}-lock`;
}

/**
 * Notes beside a project that has just been locked who has it open, for those who find it locked; as LibreOffice does
 * with `.~lock.name#`. The note itself locks nothing: one that was left by a crash is replaced, and so is whatever else
 * lies there under its name. A folder that takes no note does not keep anybody from opening a project.
 *
 * @param user null to leave no note, only to take away an old one
 * @returns removes the note
 */
export function writeOwnerNote(location: string, user: string | null, time: number): () => void {
  const path = notePath(location);
  if (user === null) {
    orLog(() => rmSync(path, { force: true }));
    return () => undefined;
  }
  const note = JSON.stringify({ user, host: hostname(), pid: process.pid, time });
  orLog(() => placeNote(path, note));
  return () =>
    orLog(() => {
      // Where the folder is shared without locks, the note may by now be somebody else's.
      if (readNote(path) === note) rmSync(path);
    });
}

/** Who says to have a locked project open; null where nobody says so, or a process that has ended. */
export function readOwner(location: string): Owner | null {
  const note = noteSchema.safeParse(parsed(readNote(notePath(location)))).data;
  if (!note || (note.host === hostname() && !isRunning(note.pid))) return null;
  return { user: note.user, host: note.host };
}

/** What the note says; null where there is none, or something that is no note. */
function readNote(path: string): string | null {
  const read = readOutside(path, NOTE_DOOR);
  return read.ok ? read.value.toString('utf8') : null;
}

function parsed(note: string | null): unknown {
  try {
    return note === null ? null : JSON.parse(note);
  } catch {
    // Not a note of ours.
    return null;
  }
}

/** A new file under the name of the note: what is there may be a link to some other file, or a pipe. */
function placeNote(path: string, note: string): void {
  const draft = draftPath(dirname(path));
  try {
    const file = createOwn(draft);
    try {
      writeAll(file, Buffer.from(note));
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function orLog(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error('owner note:', systemErrorCode(error));
  }
}
