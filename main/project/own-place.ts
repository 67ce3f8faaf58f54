import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/model/failure';
import { systemErrorCode, writeFailure } from '../system/system-error';
import { contentOf, isPlainFile, isSameFile, mayBe, stampOf, type FileContent } from './file-content';
import { guardFile, type Guard } from './guard';
import { fileKey } from './held-files';
import { writeOwnerNote } from './owner-note';
import { placeNewFile } from './place-new-file';
import { isOurs, type RememberedPlace } from './working-copy';

/** What lies in a place: what was last put there, something else, or nothing. */
export type Look = 'same' | 'replaced' | 'gone';

/** What was met where ours was to be put. */
export interface Met {
  readonly found: Exclude<Look, 'same'>;
  /** Whether it was seen in the very moment of replacing: then it is no half-way state. */
  readonly isSure: boolean;
}

/** A lock on what lies in a place, and what the system said of that when it was known to be ours. */
export interface Hold {
  readonly guard: Guard;
  readonly stamp: string;
}

/** Windows renames no file that is open, and over none. */
const RENAMES_OPEN_FILES = process.platform !== 'win32';

/**
 * A place in a person's folder where states of ours are put. What lies there is only replaced while it is what was last
 * put there, and locked as long as it is.
 */
export class OwnPlace {
  readonly path: string;
  /** What may lie there that is ours; none where there must be nothing. */
  #ours: readonly FileContent[];
  /** What is just being put there. */
  #coming: FileContent | null = null;
  /** What the system said of it when it was last seen to be ours. */
  #stamp: string | null = null;
  /** What the system said of what was seen not to be. */
  #strange: string | null = null;
  #guard: Guard | null = null;
  /** Takes the note away that says who has it; null while there is none. */
  #forgetOwner: (() => void) | null = null;

  /** @param user who is noted beside it as long as it is locked; null for nobody */
  constructor(
    { path, ours }: RememberedPlace,
    private readonly user: string | null,
  ) {
    this.path = path;
    this.#ours = ours;
  }

  /** What the system said of what lies there when it was last seen to be ours. */
  get stamp(): string | null {
    return this.#stamp;
  }

  /** Whether something of ours was put there. */
  get isTaken(): boolean {
    return this.#ours.length > 0;
  }

  /** What is to be told from others' after a crash: also what is only on its way may lie there by then. */
  remembered(): RememberedPlace {
    const { path } = this;
    return { path, ours: this.#coming ? [...this.#ours, this.#coming] : this.#ours };
  }

  /** Takes over a lock on what was ours when it was locked: something else may lie there by now. */
  begin({ guard, stamp }: Hold): void {
    this.#hold(guard);
    this.#stamp = stamp;
  }

  /** Fails where it cannot be said. */
  look(): Result<Look> {
    const { path } = this;
    try {
      if (!this.isTaken) return ok(existsSync(path) ? 'replaced' : 'same');
      const now = stampOf(path);
      if (now === this.#stamp) return ok('same');
      if (now === this.#strange) return ok('replaced');
      if (!isPlainFile(path) || !this.#isStillOurs()) {
        this.#strange = now;
        return ok('replaced');
      }
      this.#stamp = now;
      return ok('same');
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return ok('gone');
      return writeFailure(error, path);
    }
  }

  /** Locks what lies there, unless it is locked already. What cannot be locked is not to be replaced either. */
  lock(): Result<void> {
    if (this.#guard || !this.isTaken) return ok(undefined);
    return this.lockAnew();
  }

  /** Locks what lies there now, which is ours again. */
  lockAnew(): Result<void> {
    const guard = guardFile(this.path);
    if (!guard.ok) return guard;
    this.#unlock();
    this.#hold(guard.value);
    return ok(undefined);
  }

  /**
   * Takes what lies there for ours. Fails with `projectInUse` when it is not what was read.
   *
   * @param stamp what `stampOf` said of it when it was read
   */
  adopt(stamp: string, content: FileContent): Result<void> {
    const { path } = this;
    try {
      const guard = guardFile(path);
      if (!guard.ok) return guard;
      if (stampOf(path) !== stamp) {
        guard.value.release();
        return fail('projectInUse', { path });
      }
      this.#unlock();
      this.#hold(guard.value);
    } catch (error) {
      return writeFailure(error, path);
    }
    this.#ours = [content];
    this.#stamp = stamp;
    return ok(undefined);
  }

  /** Says what is about to be put there, or that it is not. */
  expect(coming: FileContent | null): void {
    this.#coming = coming;
  }

  /**
   * Gives a finished state the name, unless something else lies there. Throws an error of the system.
   *
   * @param held a free name beside it
   * @returns what was met there instead; null when it was done
   */
  put(draft: string, content: FileContent, held: string): Result<Met | null> {
    const put = this.isTaken ? this.#replace(draft, held) : this.#place(draft);
    if (!put.ok || put.value) return put;
    this.#ours = [content];
    this.#coming = null;
    this.#stamp = stampOf(this.path);
    return put;
  }

  /** Gives up the lock, and takes the note away. */
  letGo(): void {
    this.#unlock();
    this.#forgetOwner?.();
    this.#forgetOwner = null;
  }

  /** Who touches a file, or puts the same in its place, has not changed it. */
  #isStillOurs(): boolean {
    const { path } = this;
    if (!mayBe(path, this.#ours)) return false;
    const guard = this.#guard;
    const isGuarded = guard !== null && fileKey(path) === guard.key;
    return isOurs(contentOf(path, isGuarded ? guard.keepOpen : undefined), this.#ours);
  }

  #replace(draft: string, held: string): Result<Met | null> {
    const { path } = this;
    const locked = RENAMES_OPEN_FILES ? guardFile(draft) : null;
    if (locked && !locked.ok) return locked;
    const guard = locked?.value;
    try {
      const looked = this.look();
      const found = looked.ok ? looked.value : null;
      if (found !== 'same') {
        guard?.release();
        return looked.ok ? ok(found && { found, isSure: false }) : looked;
      }
      if (!RENAMES_OPEN_FILES) this.#unlock();
      const isHeld = RENAMES_OPEN_FILES && holdOn(path, held);
      renameSync(draft, path);
      if (isHeld && !isSameFile(stampOf(held), this.#stamp)) {
        // Since the look: ours is safe in the working copy, theirs takes its place again.
        renameSync(held, path);
        guard?.release();
        return ok({ found: 'replaced', isSure: true });
      }
      if (isHeld) rmSync(held);
      if (guard) this.#unlock();
      this.#take(guard ? ok(guard) : guardFile(path));
      return ok(null);
    } catch (error) {
      guard?.release();
      throw error;
    }
  }

  #place(draft: string): Result<null> {
    const placed = placeNewFile(draft, this.path);
    if (!placed.ok) return placed;
    this.#unlock();
    this.#take(guardFile(this.path));
    return ok(null);
  }

  /** Without a lock there would be no harm yet: somebody was faster, and will be noticed. */
  #take(guard: Result<Guard>): void {
    this.#guard = null;
    if (guard.ok) this.#hold(guard.value);
  }

  /** Whoever finds it locked finds a note of who has it. */
  #hold(guard: Guard): void {
    this.#guard = guard;
    this.#forgetOwner ??= writeOwnerNote(this.path, this.user, Date.now());
  }

  #unlock(): void {
    const guard = this.#guard;
    this.#guard = null;
    guard?.release();
  }
}

/**
 * Gives what lies in a place a second name until it is known that what was replaced was ours: somebody may have written
 * there since the last look, and may still be writing. Not on a disk that knows no second names.
 */
function holdOn(path: string, held: string): boolean {
  try {
    rmSync(held, { force: true });
    linkSync(path, held);
    return true;
  } catch (error) {
    systemErrorCode(error);
    return false;
  }
}
