import { lstat } from 'node:fs/promises';
import type { Result } from '../../shared/model/failure';
import { systemErrorCode } from '../system/system-error';
import { stampIn } from './file-content';
import type { Look, OwnPlace } from './own-place';
import type { Pace } from './pacing';

/** Who is told of what lies in a place. */
export interface Watcher {
  /** The place, which may be another by and by. */
  readonly place: () => OwnPlace;
  /** Whether it is known not to be ours, so that each difference counts at once. */
  readonly isAstray: () => boolean;
  /** Whether something is just being put there. */
  readonly isBusy: () => boolean;
  /** Told what was found, each time. */
  readonly found: (look: Result<Look>) => void;
}

/** Notices when something else lies in a place, or nothing, or what was there lies there again. */
export class PlaceWatch {
  readonly #looking: NodeJS.Timeout;
  #suspected: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly pace: Pace,
    private readonly watcher: Watcher,
  ) {
    this.#looking = setInterval(() => void this.#watch(), pace.look);
    this.#looking.unref();
  }

  /** Looks at once; not once it is stopped: the file may be open anew, and reading it would give up the lock. */
  look(): void {
    if (!this.#stopped) this.meet(this.watcher.place().look(), false);
  }

  /**
   * Takes in what somebody saw there, and tells it.
   *
   * @param isSure whether that is no half-way state: a service may just be putting another file there, in two steps or
   *   piece by piece. Otherwise it is looked again after a while.
   */
  meet(look: Result<Look>, isSure: boolean): void {
    const { isAstray, found, place } = this.watcher;
    if (look.ok && look.value === 'same') this.#trust();
    if (!look.ok || look.value === 'same' || isSure || isAstray()) return found(look);
    if (this.#suspected) return;
    this.#suspected = setTimeout(() => {
      this.#suspected = undefined;
      this.meet(place().look(), true);
    }, this.pace.settle);
    this.#suspected.unref();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#looking);
    this.#trust();
  }

  async #watch(): Promise<void> {
    const { place, isAstray, isBusy } = this.watcher;
    const { path, stamp } = place();
    if (isAstray() || isBusy() || stamp === null) return this.look();
    try {
      // Not on the main thread: the folder may be on another computer that does not answer.
      if (stampIn(await lstat(path, { bigint: true })) === stamp) return;
    } catch (error) {
      systemErrorCode(error);
    }
    if (!isBusy()) this.look();
  }

  #trust(): void {
    clearTimeout(this.#suspected);
    this.#suspected = undefined;
  }
}
