import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';

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
