import { closeSync, copyFileSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';

/**
 * What may lie beside a project and belongs to it: the log of a session that was not closed, and the journal of a
 * change of the whole file that was cut off.
 */
export const LOGS = ['-wal', '-journal'] as const;

/** Copies a project as it lies there, with its logs; over what is there. */
export function copyWithLogs(from: string, to: string): void {
  for (const log of LOGS) {
    rmSync(to + log, { force: true });
    if (existsSync(from + log)) copyFileSync(from + log, to + log);
  }
  copyFileSync(from, to);
  dropForeignLog(to);
}

/** https://www.sqlite.org/fileformat.html#the_database_header: the read version of a file that is worked on with a log */
const READ_VERSION_AT = 19;
const WITH_LOG = 2;

/**
 * Removes a log from beside a project that says it needs none: it was closed, or put there from elsewhere, so the log is
 * another's, and SQLite would replay it all the same.
 */
export function dropForeignLog(path: string): void {
  const byte = Buffer.alloc(1);
  const file = openSync(path, 'r');
  try {
    readSync(file, byte, 0, 1, READ_VERSION_AT);
  } finally {
    closeSync(file);
  }
  if (byte[0] !== WITH_LOG) rmSync(`${path}-wal`, { force: true });
}

/** Renames a project. The logs come first: the file without them would be an older state under a newer name. */
export function renameWithLogs(from: string, to: string): void {
  for (const log of LOGS) if (existsSync(from + log)) renameSync(from + log, to + log);
  renameSync(from, to);
}

export function hasLogs(path: string): boolean {
  return LOGS.some((log) => existsSync(path + log));
}

/** Removes a project with all that SQLite may keep beside it. */
export function removeWithLogs(path: string): void {
  for (const end of ['', ...LOGS, '-shm']) rmSync(path + end, { force: true });
}
