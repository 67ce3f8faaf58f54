import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../../shared/contract/channels';
import { keepJson, readJson } from '../keep-json';
import { fail, type Result } from '../../shared/model/failure';
import { systemErrorCode, writeFailure } from '../system-error';
import { copyWithLogs, hasLogs, removeWithLogs, renameWithLogs } from './logs';
import { placeNewFile } from './place-new-file';
import { openProjectFile } from './project-file';

/** So many openings of a project are kept. */
const MOST = 10;

const ORIGIN = 'origin.json';

const originSchema = z.object({ path: z.string(), title: z.string() }).readonly();

/** A copy that is kept only when the project turns out to be one. */
export interface BackupDraft {
  readonly keep: (title: string) => void;
  readonly drop: () => void;
}

/**
 * Copies a project as it lies there, before anything is done to it, with the log a crash may have left beside it. A
 * project that is as it was at its last backup needs none. Whatever goes wrong here is logged and no more: a full disk
 * must not keep anybody from their text.
 *
 * @param root the folder of all backups
 * @param location the file, without symbolic links; it must not be open in this process
 * @param now ms since 1970
 */
export function draftBackup(root: string, location: string, now: number): BackupDraft {
  const folder = join(root, createHash('sha256').update(location).digest('hex').slice(0, 16));
  const draft = join(folder, 'draft.triptych');
  const name = join(folder, `${new Date(now).toISOString().replaceAll(':', '-')}.triptych`);
  const drop = () => removeWithLogs(draft);

  orLog(location, () => {
    mkdirSync(folder, { recursive: true });
    drop();
    copyWithLogs(location, draft);
  });
  return {
    drop: () => orLog(location, drop),
    keep: (title) =>
      orLog(location, () => {
        const [last] = namesIn(folder);
        if (last !== undefined && isSame(draft, join(folder, last))) return drop();
        renameWithLogs(draft, name);
        keepJson(join(folder, ORIGIN), { path: location, title });
        for (const old of namesIn(folder).slice(MOST)) removeWithLogs(join(folder, old));
      }),
  };
}

/** Copies a backup to a file of its own, the log that may be beside it folded in; never over another file. */
export function copyBackup(backup: string, target: string): Result<void> {
  const draft = join(dirname(target), `.triptych-${randomUUID()}.tmp`);
  try {
    copyWithLogs(backup, draft);
    const opened = openProjectFile(draft);
    if (!opened.ok) return fail(opened.failure.code, { ...opened.failure.params, path: backup });
    // One made by a newer Triptych is not for us to fold the log into.
    const newer = opened.value.readOnly ? opened.value.saveCopy(target) : null;
    opened.value.close();
    return newer ?? placeNewFile(draft, target);
  } catch (error) {
    return writeFailure(error, target);
  } finally {
    removeWithLogs(draft);
  }
}

/** What differs in the header is only how often the file was opened. */
const HEADER_LENGTH = 100;

function isSame(a: string, b: string): boolean {
  if (hasLogs(a) || hasLogs(b)) return false;
  if (statSync(a).size !== statSync(b).size) return false;
  return readFileSync(a).subarray(HEADER_LENGTH).equals(readFileSync(b).subarray(HEADER_LENGTH));
}

/** All backups, the newest first. */
export function listBackups(root: string): readonly Backup[] {
  return foldersIn(root)
    .flatMap((folder) => {
      const origin = originSchema.safeParse(readJson(join(folder, ORIGIN)));
      const { path = '', title = basename(folder) } = origin.data ?? {};
      return namesIn(folder).map((name) => {
        const at = join(folder, name);
        return { path: at, origin: path, title, time: timeOf(name) };
      });
    })
    .sort((a, b) => b.time - a.time);
}

function foldersIn(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name));
}

/** The backups of a folder by name, the newest first. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d.*\.triptych$/.test(name))
    .sort()
    .reverse();
}

/** "2026-01-31T12-30-00.000Z.triptych" as ms since 1970. */
function timeOf(name: string): number {
  const [day = '', clock = ''] = name.replace(/\.triptych$/, '').split('T');
  return Date.parse(`${day}T${clock.replaceAll('-', ':')}`);
}

function orLog(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(`${basename(path)} not backed up:`, systemErrorCode(error));
  }
}
