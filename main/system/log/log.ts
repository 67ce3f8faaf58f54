import { join } from 'node:path';
import { app } from 'electron';
import { describeError, type DescribedError } from './describe-error';
import { LogFile, type Facts } from './log-file';

let file: LogFile | null = null;

/** Begins the log of this run in the app's own data. */
export function startLog(): void {
  file = new LogFile(join(app.getPath('userData'), 'logs'));
  const { electron } = process.versions;
  log('start', {
    version: app.getVersion(),
    packaged: app.isPackaged,
    electron: electron ?? null,
    platform: process.platform,
    arch: process.arch,
  });
}

/** Writes down that something happened. Never give it a title, a name or a text. */
export function log(event: string, facts: Facts = {}): void {
  file?.write(event, facts);
}

/** Writes down a bug: what it was and where in the program, without what its message quotes. */
export function logError(event: string, error: unknown, facts: Facts = {}): void {
  logDescribed(event, describeError(error), facts);
}

/** The same of a bug that another process has described. */
export function logDescribed(
  event: string,
  { name, message, frames }: DescribedError,
  facts: Facts = {},
): void {
  file?.write(event, { ...facts, error: name }, [message, ...frames].filter(Boolean));
}

/** The last lines of the log, oldest first; none before the log is begun. */
export function lastLogLines(count: number): readonly string[] {
  return file?.tail(count) ?? [];
}
