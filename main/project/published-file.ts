import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileStanding } from '../../shared/contract/channels';
import { fail, ok, type Failure, type Result } from '../../shared/model/failure';
import { writeFailure } from '../system/system-error';
import type { FileContent } from './file-content';
import { fileKey, isHeld } from './held-files';
import { OwnPlace, type Hold, type Look } from './own-place';
import { Pacing, type Pace } from './pacing';
import { PlaceBeside, type Places } from './place-beside';
import { PlaceWatch } from './place-watch';
import type { ProjectFile } from './project-file';
import { StateCarrier } from './state-carrier';
import { removeWorkingCopy, writeManifest, type Manifest, type WorkingCopy } from './working-copy';

/** What a change of the standing is told to. */
export type OnStanding = (standing: FileStanding) => void;

/**
 * The person's file of a project that is worked on in a working copy, and where it is when something else lies in its
 * place: then ours goes into a file beside it until the person decides.
 */
export class PublishedFile {
  #standing: FileStanding = { kind: 'current' };
  #home: OwnPlace;
  readonly #beside: PlaceBeside;
  readonly #carrier: StateCarrier;
  readonly #pacing: Pacing;
  readonly #watch: PlaceWatch;
  /** Changes since it was opened, and how many of them are in the file. */
  #written = 0;
  #published = 0;
  #viewed = false;
  #closed = false;

  /**
   * Only for `openWorking`.
   *
   * @param hold null where the file cannot be locked now, or is not ours
   * @param astray whether something else lies in the place of the person's file, or nothing
   * @param behind whether the working copy may hold more than the file
   * @param user who is noted beside the file that is worked on; null for nobody
   */
  constructor(
    file: ProjectFile,
    private readonly copy: WorkingCopy,
    hold: Hold | null,
    astray: boolean,
    behind: boolean,
    places: Places,
    private readonly user: string | null,
    pace: Pace,
    private readonly onStanding: OnStanding,
  ) {
    const { home, beside } = copy.manifest;
    this.#home = new OwnPlace(home, user);
    this.#beside = new PlaceBeside(beside, places, user);
    this.#carrier = new StateCarrier(file, copy, () => this.#manifest());
    this.#pacing = new Pacing(pace, () => void this.#publish());
    if (behind) this.#written = 1;
    if (hold) this.#home.begin(hold);
    if (astray) this.#depart(existsSync(home.path) ? 'replaced' : 'gone');
    this.#watch = new PlaceWatch(pace, {
      place: () => this.#home,
      isAstray: () => this.#isAstray(),
      isBusy: () => this.#carrier.isUnderWay,
      found: (look) => this.#found(look),
    });
    if (behind) this.#plan();
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
    this.#pacing.note();
    this.#plan();
  }

  /** To be called when only what is remembered of the window differs: that can wait until the project is closed. */
  noteView(): void {
    this.#viewed = true;
  }

  /** Looks whether the file is still the one we put there. */
  look(): void {
    this.#watch.look();
  }

  /** Goes on in the copy of ours, and leaves what lies in the old place alone. */
  keepMine(): Result<void> {
    if (!this.#isAstray()) return ok(undefined);
    const put = this.layAside();
    if (!put.ok) return put;
    const beside = this.#beside.handOver();
    if (!beside) return fail('writeFailed', { path: this.path });
    this.#home.letGo();
    this.#home = beside;
    this.#remember();
    this.#stand({ kind: 'current' });
    return ok(undefined);
  }

  /**
   * Puts ours in its old place, which is empty now, or in another one, where it is from now on: one that is empty, or
   * where the file has been moved to. Fails with `projectExists` when something else lies there. No folder is made: the
   * one that is gone was probably renamed, and there would be two.
   */
  putBack(at: string = this.path): Result<void> {
    if (!this.#isAstray()) return ok(undefined);
    const before = this.#home;
    const found = this.#placeAt(at);
    if (!found.ok) {
      this.look();
      return found;
    }
    if (found.value.path === this.#beside.path) return this.keepMine();
    this.#home = found.value;
    const put = this.#bringNow(this.#home);
    if (!put.ok) {
      this.#home.letGo();
      this.#home = before;
      return put;
    }
    before.letGo();
    return this.#settle();
  }

  /** Makes sure that ours is in a file of its own before the working copy is left for theirs. */
  layAside(): Result<void> {
    if (!this.#isAstray()) return ok(undefined);
    const isAside = this.#beside.mine !== null && this.#written === this.#published;
    return isAside ? ok(undefined) : this.#putBeside();
  }

  /**
   * Takes what lies in the place of the person's file now for ours, once it has been merged into ours: it is replaced
   * by the next state.
   *
   * @param stamp what `stampOf` said of it when it was read
   */
  takeForOurs(stamp: string, content: FileContent): Result<void> {
    const adopted = this.#home.adopt(stamp, content);
    if (!adopted.ok) return adopted;
    this.#carrier.cancel();
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
    this.#watch.stop();
    this.#pacing.stop();
    this.#carrier.end();
    let isSeen = true;
    if (this.#written > 0 && !this.#isAstray()) {
      const found = this.#home.look();
      isSeen = found.ok;
      if (found.ok && found.value !== 'same') this.#depart(found.value);
    }
    if (!this.#isAstray() && (this.#written > this.#published || this.#viewed)) {
      const put = this.#bringNow(this.#home);
      if (!put.ok && !this.#isAstray()) this.#fallBehind(put.failure);
    }
    // Who has changed nothing has nothing that is not in a backup.
    if (this.#isAstray() && this.#written > 0) this.layAside();
    const stays = this.#written > this.#published || !isSeen;
    close();
    this.#carrier.release();
    this.#home.letGo();
    this.#beside.letGo();
    if (!stays) removeWorkingCopy(this.copy.folder);
    return stays;
  }

  #isAstray(): boolean {
    const { kind } = this.#standing;
    return kind === 'replaced' || kind === 'gone';
  }

  /** Everything is in the person's file again, or will be: the copy beside it is no longer needed. */
  #settle(): Result<void> {
    this.#beside.remove();
    this.#remember();
    this.#stand({ kind: 'current' });
    this.#plan();
    return ok(undefined);
  }

  #manifest(): Manifest {
    const { mode } = this.copy.manifest;
    return { home: this.#home.remembered(), beside: this.#beside.remembered(), mode };
  }

  #remember(): void {
    const kept = writeManifest(this.copy.folder, this.#manifest());
    // What was remembered before anything was put anywhere still tells ours from theirs.
    if (!kept.ok) console.error('manifest not written:', kept.failure.code);
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
    this.#plan();
  }

  #plan(): void {
    if (this.#closed || this.#carrier.isUnderWay) return;
    const standing = this.#standing;
    this.#pacing.plan(standing.kind === 'behind' || ('failure' in standing && standing.failure !== null));
  }

  /** What to do about what was found in the place of the person's file. */
  #found(look: Result<Look>): void {
    if (this.#closed) return;
    if (!look.ok) return this.#fallBehind(look.failure);
    if (look.value !== 'same') {
      const standing = this.#standing;
      const isKnown = standing.kind === look.value && standing.folderGone === this.#isFolderGone(look.value);
      if (!isKnown) this.#depart(look.value);
    } else if (this.#isAstray()) {
      if (this.#home.isTaken) this.#comeBack();
    } else if (this.#standing.kind === 'behind' && this.#written === this.#published)
      this.#stand({ kind: 'current' });
  }

  /** From now on ours goes beside. */
  #depart(found: Exclude<Look, 'same'>): void {
    const wasAstray = this.#isAstray();
    if (!wasAstray) {
      this.#carrier.cancel();
      this.#home.letGo();
      if (this.#written > 0) this.#published = this.#written - 1;
    }
    this.#stand({
      kind: found,
      mine: this.#beside.mine,
      planned: this.#beside.plan(this.path),
      folderGone: this.#isFolderGone(found),
      failure: null,
    });
    if (!wasAstray && this.#written > 0 && !this.#closed) void this.#publish();
  }

  /** What we had put there lies there again. */
  #comeBack(): void {
    if (!this.#home.lockAnew().ok) return;
    this.#carrier.cancel();
    if (this.#written > 0) this.#published = this.#written - 1;
    this.#settle();
  }

  #isFolderGone(found: Exclude<Look, 'same'>): boolean {
    return found === 'gone' && !existsSync(dirname(this.path));
  }

  /** A place a person asks for, empty or with the file that was moved there. */
  #placeAt(at: string): Result<OwnPlace> {
    try {
      const path = join(realpathSync(dirname(at)), basename(at));
      const empty = new OwnPlace({ path, ours: [] }, this.user);
      if (path === this.#beside.path || !existsSync(path)) return ok(empty);
      const { ours } = this.#home.remembered();
      if (path === this.path || isHeld(fileKey(path))) return fail('projectExists', { path });
      const moved = new OwnPlace({ path, ours }, this.user);
      const found = moved.look();
      if (!found.ok) return found;
      return found.value === 'same' ? ok(moved) : fail('projectExists', { path });
    } catch (error) {
      return writeFailure(error, at);
    }
  }

  async #publish(): Promise<void> {
    if (this.#closed || this.#carrier.isUnderWay) return;
    if (this.#written === this.#published) return this.#pacing.begun();
    const isHome = !this.#isAstray();
    if (isHome) {
      const found = this.#home.look();
      if (!found.ok) return this.#fail(found.failure);
      if (found.value !== 'same') {
        this.#watch.meet(found, false);
        // Should it have been a half-way state only; not at once.
        this.#pacing.begun();
        return this.#plan();
      }
      // It could not be locked before; what cannot be written is not to be replaced either.
      const locked = this.#home.lock();
      if (!locked.ok) return this.#fail(locked.failure);
    }
    const place = isHome ? ok(this.#home) : this.#beside.choose(this.path);
    if (!place.ok) return this.#fail(place.failure);
    this.#pacing.begun();
    const holds = this.#written;
    const came = await this.#carrier.bring(place.value);
    if (!came.ok) return this.#fail(came.failure);
    if (came.value === 'stopped') return;
    if (came.value === 'there') this.#note(place.value, holds);
    else if (isHome) this.#watch.meet(ok(came.value.found), came.value.isSure);
    if (this.#written > this.#published) this.#plan();
  }

  /** Puts ours in a place at once. */
  #bringNow(place: OwnPlace): Result<void> {
    const locked = place === this.#home ? place.lock() : ok(undefined);
    if (!locked.ok) return locked;
    const holds = this.#written;
    const came = this.#carrier.bringNow(place);
    if (!came.ok) return came;
    if (came.value === 'there') {
      this.#note(place, holds);
      return ok(undefined);
    }
    // It was replaced this moment.
    if (place === this.#home) this.#depart(came.value.found);
    return fail('projectInUse', { path: place.path });
  }

  /** Puts ours into a file of its own at once; where that cannot lie beside theirs, elsewhere. */
  #putBeside(): Result<void> {
    const put = this.#bringBeside();
    if (put.ok) return put;
    this.#fail(put.failure);
    return this.#bringBeside();
  }

  #bringBeside(): Result<void> {
    const place = this.#beside.choose(this.path);
    return place.ok ? this.#bringNow(place.value) : place;
  }

  /** So many changes are in a place now. */
  #note(place: OwnPlace, holds: number): void {
    this.#published = holds;
    if (!this.#isAstray()) this.#stand({ kind: 'current' });
    else if (this.#beside.is(place) && 'mine' in this.#standing)
      this.#stand({ ...this.#standing, mine: place.path, failure: null });
  }

  #fail(failure: Failure): void {
    if (this.#isAstray()) this.#beside.giveUp();
    this.#fallBehind(failure);
  }
}
