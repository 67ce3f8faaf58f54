import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../../shared/contract/channels';
import { fail, type Result } from '../../shared/model/failure';
import { lookOutside, OWN_DOOR, PROJECT_DOOR, readOutside } from '../system/outside-file';
import { systemErrorCode, writeFailure } from '../system/system-error';
import { draftPath } from '../system/unfinished';
import { giveRights, rightsOf, writeOwnFile } from '../system/write-file-atomically';
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
 * project that is as it was at its last backup needs none. Only the person may read it. Whatever goes wrong here is
 * logged and no more: a full disk must not keep anybody from their text.
 *
 * @param root the folder of all backups
 * @param location the file, without symbolic links; it must not be open in this process
 * @param now ms since 1970
 */
export function draftBackup(root: string, location: string, now: number): BackupDraft {
  const folder = join(root, createHash('sha256').update(location).digest('hex').slice(0, 16));
  const draft = draftPath(folder);
  const drop = () => removeWithLogs(draft);

  orLog(location, () => {
    makePrivate(root);
    makePrivate(folder);
    const copied = copyWithLogs(location, draft);
    if (copied.ok) return;
    console.error(`${basename(location)} not backed up:`, copied.failure.code);
    drop();
  });
  return {
    drop: () => orLog(location, drop),
    keep: (title) =>
      orLog(location, () => {
        const [last] = backupsIn(folder);
        if (last && isSame(draft, join(folder, last.name))) return drop();
        renameWithLogs(draft, join(folder, nameOf((last?.order ?? 0) + 1, now)));
        for (const old of backupsIn(folder).slice(MOST)) removeWithLogs(join(folder, old.name));
        const noted = writeOwnFile(join(folder, ORIGIN), JSON.stringify({ path: location, title }));
        if (!noted.ok) console.error(`origin of ${basename(location)} not noted:`, noted.failure.code);
      }),
  };
}

/**
 * Copies a backup to a file of its own, the log that may be beside it folded in; never over another file. Who may read
 * the project may read the copy, where the project is still there; else its owner only.
 */
export function copyBackup(backup: string, target: string, origin = ''): Result<void> {
  const draft = draftPath(dirname(target));
  try {
    const copied = copyWithLogs(backup, draft);
    if (!copied.ok) return copied;
    const opened = openProjectFile(draft);
    if (!opened.ok) return fail(opened.failure.code, { ...opened.failure.params, path: backup });
    // One made by a newer Triptych is not for us to fold the log into.
    const newer = opened.value.readOnly ? opened.value.saveCopy(target) : null;
    opened.value.close();
    if (newer) return newer;
    giveRights(draft, rightsOf(origin));
    return placeNewFile(draft, target);
  } catch (error) {
    return writeFailure(error, target);
  } finally {
    removeWithLogs(draft);
  }
}

/** What differs in the header is only how often the file was opened. */
const HEADER_LENGTH = 100;

/** Larger ones are kept twice rather than held in memory twice, in bytes. */
const MOST_COMPARED = 2 ** 28;

function isSame(a: string, b: string): boolean {
  if (hasLogs(a) || hasLogs(b)) return false;
  const [one, other] = [lookOutside(a, PROJECT_DOOR), lookOutside(b, PROJECT_DOOR)];
  if (!one.ok || !other.ok || one.value.size !== other.value.size || one.value.size > MOST_COMPARED)
    return false;
  const [these, those] = [readOutside(a, PROJECT_DOOR), readOutside(b, PROJECT_DOOR)];
  return (
    these.ok && those.ok && these.value.subarray(HEADER_LENGTH).equals(those.value.subarray(HEADER_LENGTH))
  );
}

/** All backups, the newest first. */
export function listBackups(root: string): readonly Backup[] {
  return foldersIn(root)
    .flatMap((folder) => {
      const { path, title } = readOrigin(folder);
      return backupsIn(folder).map(({ name, time }) => {
        return { path: join(folder, name), origin: path, title, time };
      });
    })
    .sort((a, b) => b.time - a.time);
}

/** The folders in a folder, as paths; none where it is not there. */
export function foldersIn(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name));
}

/** `0000012 2026-01-31T12-30-00.000Z.triptych`; before there were numbers `2026-01-31T12-30-00.000Z.triptych`. */
const NAME = /^(?:(\d{7,15}) )?(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z\.triptych$/;

interface NamedBackup {
  readonly name: string;
  /** Counts what was backed up, from 1; 0 for what was before there were numbers. */
  readonly order: number;
  /** What the clock said, ms since 1970. */
  readonly time: number;
}

function nameOf(order: number, time: number): string {
  return `${String(order).padStart(7, '0')} ${new Date(time).toISOString().replaceAll(':', '-')}.triptych`;
}

/**
 * The backups of a folder, the last one made first. The order is that of making: a clock that was once wrong would have
 * its backups taken for the newest for years, and every new one for too old to be kept.
 */
function backupsIn(folder: string): readonly NamedBackup[] {
  return readdirSync(folder)
    .flatMap((name): NamedBackup[] => {
      const [, order, day = '', ...clock] = NAME.exec(name) ?? [];
      const time = Date.parse(`${day}T${clock.join(':')}Z`);
      return Number.isNaN(time) ? [] : [{ name, order: Number(order ?? 0), time }];
    })
    .sort((a, b) => b.order - a.order || b.time - a.time);
}

/** Where the project of a folder is, and what it is called; the backups are there without it, too. */
function readOrigin(folder: string): z.infer<typeof originSchema> {
  const read = readOutside(join(folder, ORIGIN), OWN_DOOR);
  try {
    return originSchema.parse(read.ok ? JSON.parse(read.value.toString('utf8')) : null);
  } catch {
    // Cut off, or gone: written anew at the next opening.
    return { path: '', title: basename(folder) };
  }
}

/** A folder nobody else may look into, also where it was made before that was seen to. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

function orLog(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(`${basename(path)} not backed up:`, systemErrorCode(error));
  }
}
