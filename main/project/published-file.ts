// Opened are the app's own working copy, and what it has just written itself.
// oxlint-disable-next-line triptych/outside-file
import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
// oxlint-disable-next-line triptych/outside-file
import { lstat, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileStanding } from '../../shared/contract/channels';
import { fail, ok, type Failure, type Result } from '../../shared/model/failure';
import { syncDirectory } from '../sync-directory';
import { systemErrorCode, writeFailure } from '../system-error';
import { contentOf, isPlainFile, isSameFile, mayBe, stampOf, type FileContent } from './file-content';
import { freeFileName } from './file-name';
import { guardFile, type Guard } from './guard';
import { fileKey } from './held-files';
import { placeNewFile } from './place-new-file';
import type { ProjectFile } from './project-file';
import { copySnapshot, copySnapshotNow } from './snapshot-copy';
import {
  draftName,
  heldName,
  isOurs,
  removeWorkingCopy,
  writeManifest,
  writeManifestLater,
  type Manifest,
  type WorkingCopy,
} from './working-copy';

/** How soon what is done gets into the person's file, in ms. */
export interface Pace {
  /** So long after the last change. */
  readonly idle: number;
  /** So long after the first change that is not there yet, at the latest. */
  readonly most: number;
  /** How often it is looked whether the file is still the one we put there. */
  readonly look: number;
  /** How long a file that is not may take to become what it will be: it may just be replaced. */
  readonly settle: number;
}

export const USUAL_PACE: Pace = { idle: 1000, most: 4000, look: 1000, settle: 400 };

/** Where files may be put that are not asked for. */
export interface Places {
  /** The folder of all working copies. */
  readonly working: string;
  /** Where ours goes when it cannot lie beside the person's file. */
  readonly fallback: string;
  /** The name of ours beside another file, without the extension: "article" -> "article (mine)". */
  readonly nameOfMine: (stem: string) => string;
}

/** What a change of the standing is told to. */
export type OnStanding = (standing: FileStanding) => void;

/** A place for our state. */
interface Target {
  path: string;
  /** What may lie there that is ours; none where there must be nothing. */
  ours: readonly FileContent[];
  /** What is just being put there. */
  coming: FileContent | null;
  /** What the system said of it when it was last seen to be ours. */
  stamp: string | null;
  /** What the system said of what was seen not to be. */
  strange?: string;
}

/** A state on its way to its place. */
interface Run {
  readonly target: Target;
  readonly draft: string;
  /** How many changes it holds. */
  readonly holds: number;
}

type Look = 'same' | 'replaced' | 'gone';

/** Windows renames no file that is open, and over none. */
const RENAMES_OPEN_FILES = process.platform !== 'win32';

/**
 * The person's file of a project that is worked on in a working copy. It is only ever replaced as a whole by a newer
 * state, and only while it is what was last put there. When it is not, ours goes into a file beside it until the
 * person decides.
 */
export class PublishedFile {
  #standing: FileStanding = { kind: 'current' };
  readonly #home: Target;
  #beside: Target | null;
  #guard: Guard | null;
  #mode: number;
  readonly #source: number;
  /** Changes since it was opened, and how many of them are in the file. */
  #written = 0;
  #published = 0;
  #viewed = false;
  /** When the first change came that is not in the file. */
  #since: number | null = null;
  #run: Run | null = null;
  #timer: NodeJS.Timeout | undefined;
  #suspected: NodeJS.Timeout | undefined;
  readonly #looking: NodeJS.Timeout;
  #closed = false;
  #fallsBack = false;
  /** Whether a piece may just be read from the working copy. */
  #isCopying = false;

  /**
   * Only for `openWorking`.
   *
   * @param guard null where the file cannot be locked now, or is not ours
   * @param astray whether something else lies in the place of the person's file, or nothing
   * @param behind whether the working copy may hold more than the file
   */
  constructor(
    private readonly file: ProjectFile,
    private readonly copy: WorkingCopy,
    guard: Guard | null,
    astray: boolean,
    behind: boolean,
    private readonly places: Places,
    private readonly pace: Pace,
    private readonly onStanding: OnStanding,
  ) {
    const { home, beside, mode } = copy.manifest;
    this.#home = { ...home, coming: null, stamp: null };
    this.#beside = beside && { ...beside, coming: null, stamp: null };
    this.#guard = guard;
    this.#mode = mode;
    this.#source = openSync(copy.database, 'r');
    if (behind) this.#written = 1;
    if (guard) this.#home.stamp = stampOf(home.path);
    if (astray) this.#depart(existsSync(home.path) ? 'replaced' : 'gone');
    this.#looking = setInterval(() => void this.#watch(), pace.look);
    this.#looking.unref();
    if (behind) this.#schedule();
  }

  /** Where the person's file is, or is to be. */
  get path(): string {
    return this.#home.path;
  }

  get standing(): FileStanding {
    return this.#standing;
  }

  /** To be called after each change that is safe in the working copy. */
  noteChange(): void {
    this.#written += 1;
    this.#schedule();
  }

  /** To be called when only what is remembered of the window differs: that can wait until the project is closed. */
  noteView(): void {
    this.#viewed = true;
  }

  /** Looks whether the file is still the one we put there. */
  look(): void {
    if (this.#closed) return;
    const found = this.#lookAt(this.#home);
    if (!found.ok) return this.#fallBehind(found.failure);
    this.#meet(found.value, false);
  }

  /** Goes on in the copy of ours, and leaves what lies in the old place alone. */
  keepMine(): Result<void> {
    if (!this.#isAstray()) return ok(undefined);
    if (!this.#beside || this.#beside.ours.length === 0 || this.#written > this.#published) {
      const put = this.#putBeside();
      if (!put.ok) return put;
    }
    const beside = this.#beside;
    if (!beside) return fail('writeFailed', { path: this.#home.path });
    Object.assign(this.#home, beside);
    this.#beside = null;
    this.#remember();
    this.#stand({ kind: 'current' });
    return ok(undefined);
  }

  /** Puts ours in the place that is empty now. Fails with `projectExists` when it is not. */
  putBack(): Result<void> {
    if (!this.#isAstray()) return ok(undefined);
    const { path, ours } = this.#home;
    if (existsSync(path)) {
      this.look();
      return fail('projectExists', { path });
    }
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      return writeFailure(error, path);
    }
    this.#home.ours = [];
    const put = this.#publishNow(this.#home);
    if (!put.ok) {
      this.#home.ours = ours;
      return put;
    }
    return this.#settle();
  }

  /** Makes sure that all of ours is in a file of its own before the working copy is left for theirs. */
  layAside(): Result<void> {
    if (!this.#isAstray() || this.#written === 0) return ok(undefined);
    return this.#published === this.#written ? ok(undefined) : this.#putBeside();
  }

  /**
   * Takes what lies in the place of the person's file now for ours, once it has been merged into ours: it is replaced
   * by the next state.
   *
   * @param stamp what `stampOf` said of it when it was read
   */
  takeForOurs(stamp: string, content: FileContent): Result<void> {
    const { path } = this.#home;
    try {
      const guard = guardFile(path);
      if (!guard.ok) return guard;
      if (stampOf(path) !== stamp) {
        guard.value.release();
        return fail('projectInUse', { path });
      }
      this.#guard?.release();
      this.#guard = guard.value;
    } catch (error) {
      return writeFailure(error, path);
    }
    this.#cancelRun();
    this.#home.ours = [content];
    this.#home.stamp = stamp;
    // Also where nothing came of merging: ours holds what theirs does not.
    this.#written += 1;
    return this.#settle();
  }

  /**
   * Puts the last state into the person's file and lets go of it. Where that cannot be, the working copy stays and is
   * gone on with when the project is next opened.
   *
   * @param close closes the project in the working copy
   * @returns whether the working copy had to stay
   */
  close(close: () => void): boolean {
    this.#closed = true;
    clearInterval(this.#looking);
    clearTimeout(this.#timer);
    clearTimeout(this.#suspected);
    this.#cancelRun();
    let isSeen = true;
    if (this.#written > 0 && !this.#isAstray()) {
      const found = this.#lookAt(this.#home);
      isSeen = found.ok;
      if (found.ok && found.value !== 'same') this.#depart(found.value);
    }
    if (this.#isAstray()) this.layAside();
    else if (this.#written > this.#published || this.#viewed) {
      const put = this.#publishNow(this.#home);
      if (!put.ok) this.#fallBehind(put.failure);
    }
    const stays = this.#written > this.#published || !isSeen;
    close();
    if (!this.#isCopying) closeSync(this.#source);
    this.#guard?.release();
    if (!stays) removeWorkingCopy(this.copy.folder);
    return stays;
  }

  #isAstray(): boolean {
    const { kind } = this.#standing;
    return kind === 'replaced' || kind === 'gone';
  }

  /** Everything is in the person's file again, or will be: the copy beside it is no longer needed. */
  #settle(): Result<void> {
    const beside = this.#beside;
    this.#beside = null;
    if (beside && beside.ours.length > 0) {
      const found = this.#lookAt(beside);
      if (found.ok && found.value === 'same') rmSync(beside.path, { force: true });
    }
    this.#remember();
    this.#stand({ kind: 'current' });
    this.#schedule();
    return ok(undefined);
  }

  #stand(standing: FileStanding): void {
    if (JSON.stringify(standing) === JSON.stringify(this.#standing)) return;
    this.#standing = standing;
    this.onStanding(standing);
  }

  #fallBehind(failure: Failure): void {
    const { params, code } = failure;
    const told = { code, params: { ...params, path: this.#home.path } };
    if (this.#standing.kind === 'replaced' || this.#standing.kind === 'gone')
      this.#stand({ ...this.#standing, failure: told });
    else this.#stand({ kind: 'behind', failure: told });
    this.#schedule();
  }

  #schedule(): void {
    if (this.#closed || this.#run) return;
    const { idle, most } = this.pace;
    const now = performance.now();
    const standing = this.#standing;
    const isRefused = standing.kind === 'behind' || ('failure' in standing && standing.failure !== null);
    if (isRefused && this.#timer) return;
    this.#since ??= now;
    const wait = isRefused ? most : Math.min(idle, this.#since + most - now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#publish();
      },
      Math.max(0, wait),
    );
    this.#timer.unref();
  }

  async #watch(): Promise<void> {
    const { path, stamp } = this.#home;
    if (this.#isAstray() || this.#run || stamp === null) return this.look();
    try {
      // Not on the main thread: the folder may be on another computer that does not answer.
      const { dev, ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
      if ([dev, ino, size, mtimeNs, ctimeNs].join(' ') === stamp) return;
    } catch (error) {
      systemErrorCode(error);
    }
    if (!this.#run) this.look();
  }

  #lookAt(target: Target): Result<Look> {
    const { path, ours, stamp } = target;
    try {
      if (ours.length === 0) return ok(existsSync(path) ? 'replaced' : 'same');
      const now = stampOf(path);
      if (now === stamp) return ok('same');
      if (now === target.strange) return ok('replaced');
      if (!isPlainFile(path) || !this.#isStillOurs(target)) {
        target.strange = now;
        return ok('replaced');
      }
      target.stamp = now;
      return ok('same');
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return ok('gone');
      return writeFailure(error, path);
    }
  }

  /** Who touches a file, or puts the same in its place, has not changed it. */
  #isStillOurs({ path, ours }: Target): boolean {
    if (!mayBe(path, ours)) return false;
    const guard = this.#guard;
    const isGuarded = guard !== null && fileKey(path) === guard.key;
    return isOurs(contentOf(path, isGuarded ? guard.keepOpen : undefined), ours);
  }

  /** What to do about what was found in the place of the person's file. */
  #meet(found: Look, isSure: boolean): void {
    if (found === 'same') {
      clearTimeout(this.#suspected);
      this.#suspected = undefined;
      if (this.#isAstray() && this.#home.ours.length > 0) this.#comeBack();
      else if (this.#standing.kind === 'behind' && this.#written === this.#published)
        this.#stand({ kind: 'current' });
      return;
    }
    if (this.#standing.kind === found) return;
    if (isSure || this.#isAstray()) return this.#depart(found);
    if (this.#suspected) return;
    // A service may just be putting another file there, in two steps or piece by piece.
    this.#suspected = setTimeout(() => {
      this.#suspected = undefined;
      if (this.#closed) return;
      const again = this.#lookAt(this.#home);
      if (again.ok) this.#meet(again.value, true);
      else this.#fallBehind(again.failure);
    }, this.pace.settle);
    this.#suspected.unref();
  }

  /** From now on ours goes beside. */
  #depart(found: Exclude<Look, 'same'>): void {
    const wasAstray = this.#isAstray();
    if (!wasAstray) {
      this.#cancelRun();
      this.#guard?.release();
      this.#guard = null;
      if (this.#written > 0) this.#published = this.#written - 1;
    }
    const mine = this.#beside && this.#beside.ours.length > 0 ? this.#beside.path : null;
    this.#stand({ kind: found, mine, failure: null });
    if (!wasAstray && this.#written > 0 && !this.#closed) void this.#publish();
  }

  /** What we had put there lies there again. */
  #comeBack(): void {
    const guard = guardFile(this.#home.path);
    if (!guard.ok) return;
    this.#cancelRun();
    this.#guard?.release();
    this.#guard = guard.value;
    if (this.#written > 0) this.#published = this.#written - 1;
    this.#settle();
  }

  /** A place for ours other than home. */
  #besideTarget(): Target {
    if (this.#beside) {
      const found = this.#lookAt(this.#beside);
      if (found.ok && found.value === 'same') return this.#beside;
    }
    const { path } = this.#home;
    const folder = this.#fallsBack || !existsSync(dirname(path)) ? this.places.fallback : dirname(path);
    const name = freeFileName(folder, this.places.nameOfMine(basename(path, '.triptych')), 'triptych');
    this.#beside = { path: join(folder, name), ours: [], coming: null, stamp: null };
    return this.#beside;
  }

  #manifest(): Manifest {
    const at = ({ path, ours, coming }: Target) => ({ path, ours: coming ? [...ours, coming] : ours });
    // A name that is only being taken is remembered too: after a crash ours may lie there already.
    return { home: at(this.#home), beside: this.#beside && at(this.#beside), mode: this.#mode };
  }

  #remember(): void {
    writeManifest(this.copy.folder, this.#manifest());
  }

  async #publish(): Promise<void> {
    if (this.#closed || this.#run) return;
    if (this.#written === this.#published) {
      this.#since = null;
      return;
    }
    const begun = this.#begin(this.#isAstray() ? this.#besideTarget() : this.#home);
    if (!begun.ok) return this.#fail(begun.failure);
    if (begun.value === null) return;
    const run = begun.value;
    this.#run = run;
    let failure: Failure | null = null;
    try {
      await this.#carryOut(run);
    } catch (error) {
      const failed = writeFailure(error, run.target.path);
      if (!failed.ok) ({ failure } = failed);
    }
    if (this.#run !== run) return;
    this.#run = null;
    rmSync(run.draft, { force: true });
    if (failure) this.#fail(failure);
    else if (this.#written > this.#published) this.#schedule();
  }

  /** Folds the log in and says what is to be copied where; null when the place is not ours any more. */
  #begin(target: Target): Result<Run | null> {
    if (target === this.#home) {
      const found = this.#lookAt(target);
      if (!found.ok) return found;
      if (found.value !== 'same') {
        this.#meet(found.value, this.#closed);
        return ok(null);
      }
      // It could not be locked before; what cannot be written is not to be replaced either.
      if (!this.#guard && this.#home.ours.length > 0) {
        const guard = guardFile(target.path);
        if (!guard.ok) return guard;
        this.#guard = guard.value;
      }
    }
    const folded = this.file.fold();
    if (!folded.ok) return folded;
    this.#since = null;
    const draft = join(dirname(target.path), draftName(this.copy.folder));
    try {
      if (target !== this.#home) mkdirSync(dirname(draft), { recursive: true });
      rmSync(draft, { force: true });
    } catch (error) {
      return writeFailure(error, target.path);
    }
    return ok({ target, draft, holds: this.#written });
  }

  async #carryOut(run: Run): Promise<void> {
    const isWanted = () => this.#run === run;
    this.#isCopying = true;
    const copied = copySnapshot(this.#source, run.draft, this.#mode, isWanted);
    const content = await copied.finally(() => {
      this.#isCopying = false;
      if (this.#closed) closeSync(this.#source);
    });
    if (!content || !isWanted()) return;
    run.target.coming = content;
    const { folder } = this.copy;
    const kept = await writeManifestLater(folder, this.#manifest());
    if (!isWanted()) {
      run.target.coming = null;
      // Something newer may have been remembered meanwhile, and just been written over.
      if (!this.#closed) this.#remember();
      return;
    }
    if (!kept.ok) return this.#fail(kept.failure);
    const put = this.#put(run, content);
    if (!put.ok) return this.#fail(put.failure);
    await syncLater(dirname(run.target.path));
  }

  #publishNow(target: Target): Result<void> {
    this.#cancelRun();
    try {
      const begun = this.#begin(target);
      if (!begun.ok) return begun;
      // It was replaced this moment: ours goes beside it.
      if (begun.value === null) return this.#closed ? this.#putBeside() : this.#refuse();
      const run = begun.value;
      try {
        const content = copySnapshotNow(this.#source, run.draft, this.#mode);
        target.coming = content;
        this.#remember();
        const put = this.#put(run, content);
        if (put.ok) syncDirectory(dirname(target.path));
        return put;
      } finally {
        rmSync(run.draft, { force: true });
      }
    } catch (error) {
      return writeFailure(error, target.path);
    }
  }

  /** Puts ours into a file of its own at once; where that cannot lie beside theirs, elsewhere. */
  #putBeside(): Result<void> {
    const put = this.#publishNow(this.#besideTarget());
    if (put.ok) return put;
    this.#fail(put.failure);
    return this.#publishNow(this.#besideTarget());
  }

  #refuse(): Result<never> {
    return fail('projectInUse', { path: this.#home.path });
  }

  /** Gives a finished state its name, unless something else lies there. */
  #put({ target, draft, holds }: Run, content: FileContent): Result<void> {
    const placed = target.ours.length > 0 ? this.#replace(target, draft) : this.#place(target, draft);
    if (!placed.ok) return placed;
    // It was replaced this moment: that will be looked into.
    if (!placed.value) return ok(undefined);
    target.ours = [content];
    target.coming = null;
    target.stamp = stampOf(target.path);
    this.#published = holds;
    if (!this.#isAstray()) this.#stand({ kind: 'current' });
    else if (target === this.#beside && 'mine' in this.#standing)
      this.#stand({ ...this.#standing, mine: target.path, failure: null });
    return ok(undefined);
  }

  /** @returns whether it was still ours to replace */
  #replace(target: Target, draft: string): Result<boolean> {
    const locked = RENAMES_OPEN_FILES ? guardFile(draft) : null;
    if (locked && !locked.ok) return locked;
    const guard = locked?.value;
    try {
      const found = this.#lookAt(target);
      if (!found.ok || found.value !== 'same') {
        guard?.release();
        if (found.ok && target === this.#home) this.#meet(found.value, false);
        return found.ok ? ok(false) : found;
      }
      if (!RENAMES_OPEN_FILES) this.#guard?.release();
      const held = this.#holdOn(target);
      renameSync(draft, target.path);
      if (held !== null && !isSameFile(stampOf(held), target.stamp)) {
        // Since the look: ours is safe in the working copy, theirs takes its place again.
        renameSync(held, target.path);
        guard?.release();
        if (target === this.#home) this.#meet('replaced', true);
        return ok(false);
      }
      if (held !== null) rmSync(held);
      if (guard) this.#guard?.release();
      this.#takeGuard(guard ? ok(guard) : guardFile(target.path));
      return ok(true);
    } catch (error) {
      guard?.release();
      throw error;
    }
  }

  /**
   * Gives what lies in a place a second name until it is known that what was replaced was ours: somebody may have
   * written there since the last look, and may still be writing. Null on a disk that knows no second names.
   */
  #holdOn({ path }: Target): string | null {
    if (!RENAMES_OPEN_FILES) return null;
    const held = join(dirname(path), heldName(this.copy.folder));
    try {
      rmSync(held, { force: true });
      linkSync(path, held);
      return held;
    } catch (error) {
      systemErrorCode(error);
      return null;
    }
  }

  #place(target: Target, draft: string): Result<boolean> {
    const placed = placeNewFile(draft, target.path);
    if (!placed.ok) return placed;
    this.#guard?.release();
    this.#takeGuard(guardFile(target.path));
    return ok(true);
  }

  /** Without a lock there would be no harm yet: somebody was faster, and will be noticed. */
  #takeGuard(guard: Result<Guard>): void {
    this.#guard = guard.ok ? guard.value : null;
  }

  #fail(failure: Failure): void {
    if (this.#isAstray()) {
      // It could not be put beside theirs: next time elsewhere.
      this.#fallsBack = !this.#fallsBack;
      this.#beside = null;
    }
    this.#fallBehind(failure);
  }

  #cancelRun(): void {
    const run = this.#run;
    this.#run = null;
    if (run) rmSync(run.draft, { force: true });
  }
}

async function syncLater(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Where folders cannot be synced they need not be.
    systemErrorCode(error);
  }
}
