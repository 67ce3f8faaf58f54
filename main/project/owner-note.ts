import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Owner } from '../../shared/contract/channels';
import { systemErrorCode } from '../system-error';

/** A note that is longer is none. */
const MOST_BYTES = 4096;

const noteSchema = z.object({
  user: z.string(),
  host: z.string(),
  pid: z.int().positive(),
  /** ms since 1970 */
  time: z.number(),
});

/** `article.triptych` -> `article.triptych-lock` */
export function notePath(location: string): string {
  return `${location}-lock`;
}

/**
 * Notes beside a project that has just been locked who has it open, for those who find it locked; as LibreOffice does
 * with `.~lock.name#`. The note itself locks nothing: one that was left by a crash is written over. A folder that takes
 * no note does not keep anybody from opening a project.
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
  orLog(() => writeFileSync(path, note));
  return () =>
    orLog(() => {
      // Where the folder is shared without locks, the note may by now be somebody else's.
      if (existsSync(path) && readFileSync(path, 'utf8') === note) rmSync(path);
    });
}

/** Who says to have a locked project open; null where nobody says so, or a process that has ended. */
export function readOwner(location: string): Owner | null {
  try {
    const path = notePath(location);
    if (statSync(path).size > MOST_BYTES) return null;
    const note = noteSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
    if (!note || (note.host === hostname() && !isRunning(note.pid))) return null;
    return { user: note.user, host: note.host };
  } catch (error) {
    // Half-written, or being removed just now.
    if (error instanceof SyntaxError || systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) !== 'ESRCH';
  }
}

function orLog(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error('owner note:', systemErrorCode(error));
  }
}
