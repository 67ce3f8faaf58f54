import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running';
import { systemErrorCode } from './system-error';

/**
 * What is made and gone again within one run says in its name which process of which computer made it. So what a
 * process left that was killed can be told from what another is at work on, in a folder that several share, too.
 */
const MAKER = `${hostMark()}-${process.pid}`;

/** `.triptych-5f2a91c0-4711-….tmp`, and what SQLite may have left beside a draft that is a database. */
const DRAFT = /^\.triptych-([\da-f]{8})-(\d{1,10})-[\da-f-]{36}\.tmp(?:-wal|-shm|-journal)?$/;

const TEMPORARY = /^triptych-[a-z]+-([\da-f]{8})-(\d{1,10})-\w{6}$/;

/** A name in a folder, unlike every other, for a file that is to be renamed once it is finished. */
export function draftPath(folder: string): string {
  return join(folder, `.triptych-${MAKER}-${randomUUID()}.tmp`);
}

/** Makes a folder for this run that nobody else may look into; whoever makes it removes it. */
export function makeTemporaryFolder(purpose: 'office' | 'read' | 'salvage' | 'window' | 'work'): string {
  return mkdtempSync(join(tmpdir(), `triptych-${purpose}-${MAKER}-`));
}

/**
 * Removes what runs that were killed have left: drafts in these folders, and copies of texts among the temporary files.
 * Only what this person made on this computer, with a process that has ended. A folder that cannot be listed is left.
 */
export async function removeUnfinished(folders: Iterable<string>): Promise<void> {
  for (const folder of new Set(folders)) await removeOf(folder, DRAFT);
  await removeOf(tmpdir(), TEMPORARY);
}

async function removeOf(folder: string, pattern: RegExp): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    systemErrorCode(error);
    return [];
  });
  for (const name of names) {
    const [, host, pid] = pattern.exec(name) ?? [];
    if (host !== hostMark() || isRunning(Number(pid))) continue;
    const path = join(folder, name);
    try {
      if (isOurs(path)) rmSync(path, { recursive: true, force: true });
    } catch (error) {
      console.error('left by a run that was killed, and not removed:', systemErrorCode(error));
    }
  }
}

/** On Windows everything of a person's has the same number. */
function isOurs(path: string): boolean {
  const { uid } = userInfo();
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isSymbolicLink() && (uid === -1 || stats.uid === uid);
}

function hostMark(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
