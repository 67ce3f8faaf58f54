import { closeSync, existsSync, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReadOnlyReason } from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import { createOwn } from '../system/outside-file';
import { finish, type Steps } from '../system/steps';
import { systemErrorCode, writeFailure } from '../system/system-error';
import { makeTemporaryFolder } from '../system/unfinished';
import { reasonFor } from './connection';
import { contentOf, isPlainFile, mayBe, stampOf, type FileContent } from './file-content';
import { freeFileName } from '../system/file-name';
import { guardFile } from './guard';
import type { Hold } from './own-place';
import { readHeader, type ProjectHeader } from './header';
import { fileKey, isHeld } from './held-files';
import { checkCompanions, copyProject, hasLogs, LOGS } from './logs';
import { readOwner } from './owner-note';
import { USUAL_PACE, type Pace } from './pacing';
import type { Places } from './place-beside';
import { openInSteps, openProjectFile, type ProjectFile, type Written } from './project-file';
import { PublishedFile, type OnStanding } from './published-file';
import { CURRENT_VERSION } from './schema';
import {
  draftName,
  heldName,
  isOurs,
  listWorkingCopies,
  makeWorkingCopy,
  removeUnfinishedCopies,
  removeWorkingCopy,
  setAsideWorkingCopy,
  writeManifest,
  type WorkingCopy,
} from './working-copy';

/** A project that is open for a person. */
export interface Working {
  readonly file: ProjectFile;
  /** Their file, as opposed to the copy that is worked on; null where it is only read. */
  readonly published: PublishedFile | null;
  /** Closes it; the value is whether the working copy had to stay, for the file could not be written. */
  readonly close: () => boolean;
}

interface Wishes {
  /** Who is noted beside the file as long as it is open; null for nobody. */
  readonly user: string | null;
  /** Told where a file that says it is a project really is, while it may still be read as it lies. */
  readonly beforeOpening?: (location: string) => void;
  readonly onStanding?: OnStanding;
  readonly pace?: Pace;
}

/** How often opening is begun again because the file was written meanwhile. */
const TRIES = 5;

/**
 * Opens a project to be worked on in a copy of the app's own, from which its file is brought up to date every few
 * seconds and on closing. A copy that a crash has left, or a file that could not be written, is gone on with. Fails as
 * `openProjectFile` does, and opens for reading when that does.
 */
export function openWorking(path: string, places: Places, wishes: Wishes): Result<Working> {
  return finish(openWorkingInSteps(path, places, wishes));
}

/** `openWorking` in steps. Where they are not gone on with, nothing stays open or locked, and no copy is left. */
export function* openWorkingInSteps(path: string, places: Places, wishes: Wishes): Steps<Result<Working>> {
  // No file has such a name, and asking for it throws.
  if (path.includes('\0')) return fail('projectNotFound', { path });
  const location = locate(path);
  removeUnfinishedCopies(places.working, Date.now());
  const left = findLeft(places.working, location);
  const resumed = left && (yield* resume(path, location, left, places, wishes));
  if (resumed) return resumed;
  try {
    if (isHeld(fileKey(location))) return fail('projectInUse', { path });
  } catch (error) {
    return fail(systemErrorCode(error) === 'ENOENT' ? 'projectNotFound' : 'fileUnreadable', { path });
  }
  const header = readHeader(location);
  if (!header.ok) return header;
  // Before anything is copied, and before SQLite opens what lies beside the file.
  const beside = checkCompanions(location);
  if (!beside.ok) return beside;
  wishes.beforeOpening?.(location);
  if (header.value.version > CURRENT_VERSION) return yield* openReading(path, { kind: 'notWritable' });
  const folded = foldLeftover(location, header.value);
  if (folded) return folded;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const begun = yield* begin(path, location, header.value.version, places, wishes);
    if (begun) return begun;
  }
  return yield* openReading(path, { kind: 'inUse', owner: readOwner(location) });
}

/** The real path, also of a file that is gone. */
function locate(path: string): string {
  for (const at of [path, dirname(path)]) {
    try {
      const real = realpathSync(at);
      return at === path ? real : join(real, basename(path));
    } catch (error) {
      systemErrorCode(error);
    }
  }
  return resolve(path);
}

function* openReading(path: string, reason: ReadOnlyReason): Steps<Result<Working>> {
  const opened = yield* openInSteps(path, { readOnly: reason });
  return opened.ok ? ok(reading(opened.value)) : opened;
}

function reading(file: ProjectFile): Working {
  return {
    file,
    published: null,
    close: () => {
      file.close();
      return false;
    },
  };
}

/** A working copy for this file: by its path or, where the file was moved meanwhile, by what it says. */
function findLeft(root: string, location: string): WorkingCopy | null {
  const all = listWorkingCopies(root);
  const known = all.find(({ manifest: { home } }) => home.path === location);
  if (known) return known;
  const asMine = all.find(({ manifest: { beside } }) => beside?.path === location);
  // Who opens the copy of theirs that was made beside another file goes on there.
  if (asMine?.manifest.beside)
    return { ...asMine, manifest: { ...asMine.manifest, home: asMine.manifest.beside, beside: null } };
  const lost = all.filter(({ manifest: { home } }) => !existsSync(home.path));
  if (lost.length === 0) return null;
  const content = contentThere(
    location,
    lost.flatMap(({ manifest }) => manifest.home.ours),
  );
  const moved = content && lost.find(({ manifest: { home } }) => isOurs(content, home.ours));
  return moved
    ? { ...moved, manifest: { ...moved.manifest, home: { ...moved.manifest.home, path: location } } }
    : null;
}

/** What lies there; null where nothing does that could be one of ours. */
function contentThere(location: string, ours: readonly FileContent[]): FileContent | null {
  try {
    if (!isPlainFile(location) || !mayBe(location, ours) || isHeld(fileKey(location))) return null;
    return contentOf(location);
  } catch (error) {
    systemErrorCode(error);
    return null;
  }
}

/** Goes on in a working copy that was left; null where that cannot be. */
function* resume(
  path: string,
  location: string,
  copy: WorkingCopy,
  places: Places,
  wishes: Wishes,
): Steps<Result<Working> | null> {
  let isSame = false;
  /** What the system said of it before it was read. */
  let stamp: string | null = null;
  try {
    if (existsSync(location)) {
      if (isHeld(fileKey(location))) return fail('projectInUse', { path });
      stamp = stampOf(location);
    }
    const content = contentThere(location, copy.manifest.home.ours);
    isSame = content !== null && isOurs(content, copy.manifest.home.ours);
  } catch (error) {
    return writeFailure(error, path);
  }
  if (isSame) {
    const beside = checkCompanions(location);
    if (!beside.ok) return beside;
    // None of ours ever lies there.
    const aside = putLogsAside(location);
    if (!aside.ok) return aside;
    // While it is not locked yet: reading it as it lies would give up the lock.
    wishes.beforeOpening?.(location);
  }
  const guard = isSame ? guardFile(location) : null;
  if (guard && !guard.ok) {
    const reason = reasonFor(guard.failure.code, location);
    // What is not there yet waits in the working copy.
    if (reason?.kind === 'inUse') return yield* openReading(path, reason);
  }
  const listener: { hear: (what: Written) => void } = { hear: () => undefined };
  const lock = guard?.ok ? guard.value : null;
  const opened = yield* orRelease(
    openInSteps(copy.database, { called: path, onWritten: (what) => listener.hear(what) }),
    () => lock?.release(),
  );
  if (!opened.ok || opened.value.readOnly) {
    lock?.release();
    if (opened.ok) opened.value.close();
    const isBusy = opened.ok || opened.failure.code === 'projectInUse';
    if (isBusy)
      return existsSync(location)
        ? yield* openReading(path, { kind: 'inUse', owner: readOwner(location) })
        : null;
    console.error('working copy set aside:', opened.failure.code, setAsideWorkingCopy(copy.folder));
    return null;
  }
  let isTheirs: boolean;
  try {
    // Since it was read something else may have been put there.
    const isStillOurs = isSame && stamp !== null && isStill(location, stamp);
    isTheirs = settleHeld(location, copy, isStillOurs);
  } catch (error) {
    opened.value.close();
    lock?.release();
    return writeFailure(error, path);
  }
  if (isTheirs) lock?.release();
  const state = { astray: isTheirs || !isSame, behind: true };
  const hold = lock && stamp !== null && !isTheirs ? { guard: lock, stamp } : null;
  return ok(work(opened.value, copy, hold, state, places, wishes, listener));
}

/**
 * A kill may have come while the person's file was replaced, before it was known whether that was still ours. What
 * somebody had just written there takes its place again, or, where there is something else by now, a name of its own.
 *
 * @param isSame whether what lies there now is ours
 * @returns whether theirs lies there now
 */
function settleHeld(location: string, { folder, manifest: { home } }: WorkingCopy, isSame: boolean): boolean {
  const held = join(dirname(location), heldName(folder));
  if (!existsSync(held) || !isPlainFile(held)) return false;
  const was = contentThere(held, home.ours);
  if (was && isOurs(was, home.ours)) {
    rmSync(held);
    return false;
  }
  const isFree = isSame || !existsSync(location);
  const stem = basename(location, '.triptych');
  renameSync(
    held,
    isFree ? location : join(dirname(location), freeFileName(dirname(location), stem, 'triptych')),
  );
  return isFree;
}

/** Copies a file to work on it and locks it; null when it was written meanwhile. */
function* begin(
  path: string,
  location: string,
  version: number,
  places: Places,
  wishes: Wishes,
): Steps<Result<Working> | null> {
  // First without keeping the lock: copying would give it up.
  const tried = guardFile(location);
  if (!tried.ok) {
    const reason = reasonFor(tried.failure.code, location);
    return reason
      ? yield* openReading(path, reason)
      : fail(tried.failure.code, { ...tried.failure.params, path });
  }
  tried.value.release();
  if (!takesFiles(dirname(location))) return yield* openReading(path, { kind: 'notWritable' });
  let made: ReturnType<typeof makeWorkingCopy>;
  let stamp: string;
  let mode: number;
  try {
    stamp = stampOf(location);
    mode = lstatSync(location).mode & 0o777;
    made = makeWorkingCopy(places.working, location);
  } catch (error) {
    const failed = writeFailure(error, places.working);
    const read = yield* openReading(path, { kind: 'notWritable' });
    return read.ok ? read : failed;
  }
  const guard = guardFile(location);
  if (!guard.ok || !isStill(location, stamp)) {
    if (guard.ok) guard.value.release();
    rmSync(made.folder, { recursive: true, force: true });
    return null;
  }
  const listener: { hear: (what: Written) => void } = { hear: () => undefined };
  const opened = yield* orRelease(
    openInSteps(made.database, { called: path, onWritten: (what) => listener.hear(what) }),
    () => {
      guard.value.release();
      rmSync(made.folder, { recursive: true, force: true });
    },
  );
  if (!opened.ok) {
    guard.value.release();
    rmSync(made.folder, { recursive: true, force: true });
    const { code, params } = opened.failure;
    const failed = fail(code, { ...params, path });
    if (code !== 'diskFull' && code !== 'writeFailed') return failed;
    // An older file is written anew in the working copy, for which there may be no room.
    const read = yield* openReading(path, { kind: 'notWritable' });
    return read.ok ? read : failed;
  }
  const { folder, database, content } = made;
  const manifest = { home: { path: location, ours: [content] }, beside: null, mode };
  const copy = { folder, database, manifest };
  const kept = writeManifest(folder, manifest);
  if (!kept.ok) {
    opened.value.close();
    guard.value.release();
    removeWorkingCopy(folder);
    const read = yield* openReading(path, { kind: 'notWritable' });
    return read.ok ? read : fail(kept.failure.code, { ...kept.failure.params, path: places.working });
  }
  const state = { astray: false, behind: version < CURRENT_VERSION };
  const hold = { guard: guard.value, stamp };
  return ok(work(opened.value, copy, hold, state, places, wishes, listener));
}

/** Whether a file is there as it was, and not gone since. */
function isStill(location: string, stamp: string): boolean {
  try {
    return stampOf(location) === stamp;
  } catch (error) {
    systemErrorCode(error);
    return false;
  }
}

function work(
  file: ProjectFile,
  copy: WorkingCopy,
  hold: Hold | null,
  { astray, behind }: { readonly astray: boolean; readonly behind: boolean },
  places: Places,
  { user, onStanding, pace }: Wishes,
  listener: { hear: (what: Written) => void },
): Working {
  // What a crash may have left there.
  for (const { path: at } of [copy.manifest.home, copy.manifest.beside ?? copy.manifest.home])
    rmSync(join(dirname(at), draftName(copy.folder)), { force: true });
  let published: PublishedFile;
  try {
    published = new PublishedFile(
      file,
      copy,
      hold,
      astray,
      behind,
      places,
      user,
      pace ?? USUAL_PACE,
      onStanding ?? (() => undefined),
    );
  } catch (error) {
    // A lock that nobody holds would keep everybody out until this process ends.
    file.close();
    hold?.guard.release();
    throw error;
  }
  listener.hear = (what) => {
    if (what === 'change') published.noteChange();
    else published.noteView();
  };
  return {
    file,
    published,
    close: () => published.close(() => file.close()),
  };
}

/** Takes steps; where they throw, or are not gone on with, what was held for them is let go of. */
function* orRelease<T>(steps: Steps<T>, release: () => void): Steps<T> {
  let isDone = false;
  try {
    const value = yield* steps;
    isDone = true;
    return value;
  } finally {
    if (!isDone) release();
  }
}

/** Whether a file can be made in a folder. A disk that is full today is no reason to keep anybody out. */
function takesFiles(folder: string): boolean {
  const probe = join(folder, `.triptych-${process.pid}.tmp`);
  try {
    closeSync(createOwn(probe));
    rmSync(probe);
    return true;
  } catch (error) {
    return !['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(systemErrorCode(error));
  }
}

/**
 * Earlier versions of Triptych worked in the file itself, with a log beside it that a crash may have left. It is folded
 * in as they would; one that belongs to another file is put out of the way.
 *
 * @returns what opening ends with, where it cannot go on
 */
function foldLeftover(location: string, { leftOpen }: ProjectHeader): Result<Working> | null {
  if (!leftOpen && !hasLogs(location)) return null;
  if (hasLogs(location) && !belongsToIt(location, leftOpen)) {
    const aside = putLogsAside(location);
    if (!aside.ok) return aside;
    if (!leftOpen) return null;
  }
  const opened = openProjectFile(location);
  if (!opened.ok) return opened;
  if (opened.value.readOnly) return ok(reading(opened.value));
  opened.value.close();
  return null;
}

function putLogsAside(location: string): Result<void> {
  const name = `.foreign-${Date.now()}`;
  try {
    for (const log of LOGS) if (existsSync(location + log)) renameSync(location + log, location + log + name);
    return ok(undefined);
  } catch (error) {
    return writeFailure(error, location);
  }
}

/** Whether the log beside a project is its own: with it, it is whole and the same project as without. */
function belongsToIt(location: string, leftOpen: boolean): boolean {
  // A file that says it needs no log was closed, or put there from elsewhere.
  if (!leftOpen && existsSync(`${location}-wal`)) return false;
  const folder = makeTemporaryFolder('read');
  try {
    const alone = join(folder, 'alone.triptych');
    const without = copyProject(location, alone).ok ? idOf(alone) : null;
    const together = idOf(location);
    // Where somebody is just writing nothing can be said, and nothing may be moved.
    return without === null || together === 'projectInUse' || without === together;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which project a file is, with the log beside it; `projectInUse` while that does not come to rest, null where it cannot be read. */
function idOf(path: string): string | null {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) return opened.failure.code === 'projectInUse' ? opened.failure.code : null;
  const { id } = opened.value.project();
  opened.value.close();
  return id;
}
