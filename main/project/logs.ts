import { lstatSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/failure';
import {
  COMPANION_DOOR,
  copyOutside,
  lookOutside,
  PROJECT_DOOR,
  readHead,
  type Outside,
} from '../system/outside-file';

/**
 * What may lie beside a project and belongs to it: the log of a session that was not closed, and the journal of a
 * change of the whole file that was cut off.
 */
export const LOGS = ['-wal', '-journal'] as const;

/** All that SQLite may keep beside a database. */
export const COMPANIONS = [...LOGS, '-shm'] as const;

/**
 * Whether SQLite may be let near a project: it opens what lies beside the file under certain names, writes into it and
 * removes it. A project comes from a folder that somebody else may have filled, and there `article.triptych-wal` can be
 * a link to a file of the person, a pipe, or without end. Fails with `projectUnsafe`.
 */
export function checkCompanions(location: string): Result<void> {
  for (const end of COMPANIONS) {
    const looked = lookOutside(location + end, COMPANION_DOOR);
    if (!looked.ok && looked.refusal.why !== 'missing') return unsafe(location, end, looked.refusal.detail);
  }
  return ok(undefined);
}

/**
 * Copies a project as it lies there, with its logs, for its owner only; over what is there. Fails with what
 * `checkCompanions` fails with, and with `projectNotFound`, `projectNotAProject`, `projectDamaged` or `fileUnreadable`;
 * throws an error of the system when the copy cannot be written.
 */
export function copyWithLogs(from: string, to: string): Result<void> {
  for (const log of LOGS) {
    const copied = copyLog(from, to, log);
    if (!copied.ok) return copied;
  }
  const copied = copyProject(from, to);
  if (copied.ok) dropForeignLog(to);
  return copied;
}

/** Copies one of the logs, where there is one; fails and throws as `copyWithLogs`. */
export function copyLog(from: string, to: string, log: (typeof LOGS)[number]): Result<void> {
  rmSync(to + log, { force: true });
  const copied = copyOutside(from + log, to + log, COMPANION_DOOR);
  if (copied.ok || copied.refusal.why === 'missing') return ok(undefined);
  return unsafe(from, log, copied.refusal.detail);
}

/** Copies a project without its logs; fails and throws as `copyWithLogs`. */
export function copyProject(from: string, to: string): Result<void> {
  rmSync(to, { force: true });
  return projectResult(copyOutside(from, to, PROJECT_DOOR), from);
}

/** What it means for a person that a project was not let in. */
export function projectResult<T>(outside: Outside<T>, path: string): Result<T> {
  if (outside.ok) return ok(outside.value);
  const { why, detail } = outside.refusal;
  switch (why) {
    case 'missing':
      return fail('projectNotFound', { path });
    case 'notPlain':
      return fail('projectNotAProject', { path });
    case 'tooLarge':
      return fail('projectDamaged', { path, detail: `${detail} bytes` });
    case 'unreadable':
      return fail('fileUnreadable', { path, detail });
  }
}

/** https://www.sqlite.org/fileformat.html#the_database_header: the read version of a file that is worked on with a log */
const READ_VERSION_AT = 19;
const WITH_LOG = 2;

/**
 * Removes a log from beside a project that says it needs none: it was closed, or put there from elsewhere, so the log is
 * another's, and SQLite would replay it all the same.
 */
export function dropForeignLog(path: string): void {
  const head = readHead(path, PROJECT_DOOR, READ_VERSION_AT + 1);
  if (head.ok && head.value[READ_VERSION_AT] !== WITH_LOG) rmSync(`${path}-wal`, { force: true });
}

/** Renames a project. The logs come first: the file without them would be an older state under a newer name. */
export function renameWithLogs(from: string, to: string): void {
  for (const log of LOGS) if (isThere(from + log)) renameSync(from + log, to + log);
  renameSync(from, to);
}

/** Whether a log of SQLite lies beside a file. */
export function hasLogs(path: string): boolean {
  return LOGS.some((log) => isThere(path + log));
}

/** Removes a project with all that SQLite may keep beside it. */
export function removeWithLogs(path: string): void {
  for (const end of ['', ...COMPANIONS]) rmSync(path + end, { force: true });
}

/** Whether anything has this name, also a link to nothing. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function unsafe(location: string, end: string, detail: string): Result<never> {
  return fail('projectUnsafe', { path: location, beside: `${basename(location)}${end}`, detail });
}
