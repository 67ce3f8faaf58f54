import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/model/failure';
import { writeFailure } from '../system/system-error';
import { freeFileName } from '../system/file-name';
import { OwnPlace } from './own-place';
import type { RememberedPlace } from './working-copy';

/** Where files may be put that are not asked for. */
export interface Places {
  /** The folder of all working copies. */
  readonly working: string;
  /** Where ours goes when it cannot lie beside the person's file. */
  readonly fallback: string;
  /** The name of ours beside another file, without the extension: "article" -> "article (mine)". */
  readonly nameOfMine: (stem: string) => string;
}

/** Where ours goes while something else lies in the person's place: beside it or, where that cannot be, elsewhere. */
export class PlaceBeside {
  #place: OwnPlace | null;
  #fallsBack = false;

  /**
   * @param remembered the place it had in an earlier run
   * @param user who is noted beside it; null for nobody
   */
  constructor(
    remembered: RememberedPlace | null,
    private readonly places: Places,
    private readonly user: string | null,
  ) {
    this.#place = remembered && new OwnPlace(remembered, user);
  }

  /** The path it has, or is just being given; null while there is none. */
  get path(): string | null {
    return this.#place?.path ?? null;
  }

  /** The file in which ours is; null while there is none. */
  get mine(): string | null {
    return this.#place?.isTaken ? this.#place.path : null;
  }

  is(place: OwnPlace): boolean {
    return place === this.#place;
  }

  /** A name that is only being taken is remembered too: after a crash ours may lie there already. */
  remembered(): RememberedPlace | null {
    return this.#place?.remembered() ?? null;
  }

  /** The path it would get now. */
  plan(home: string): string {
    const { fallback, nameOfMine } = this.places;
    const folder = this.#fallsBack || !existsSync(dirname(home)) ? fallback : dirname(home);
    return join(folder, freeFileName(folder, nameOfMine(basename(home, '.triptych')), 'triptych'));
  }

  /** The place it has, as long as what lies there is ours, or else a new one. */
  choose(home: string): Result<OwnPlace> {
    if (this.#place) {
      const found = this.#place.look();
      if (found.ok && found.value === 'same') return ok(this.#place);
    }
    this.letGo();
    const path = this.plan(home);
    const { fallback } = this.places;
    try {
      if (dirname(path) === fallback) mkdirSync(fallback, { recursive: true });
    } catch (error) {
      return writeFailure(error, path);
    }
    this.#place = new OwnPlace({ path, ours: [] }, this.user);
    return ok(this.#place);
  }

  /** It could not be put there: next time elsewhere. */
  giveUp(): void {
    this.#fallsBack = !this.#fallsBack;
    this.letGo();
  }

  /** Gives the place away, which is home from now on; null while there is none. */
  handOver(): OwnPlace | null {
    const place = this.#place;
    this.#place = null;
    return place;
  }

  /** Everything is in the person's file again: ours is no longer needed, unless somebody changed it. */
  remove(): void {
    if (this.#place?.isTaken) {
      const found = this.#place.look();
      if (found.ok && found.value === 'same') rmSync(this.#place.path, { force: true });
    }
    this.letGo();
  }

  /** Leaves what is there where it is. */
  letGo(): void {
    this.#place?.letGo();
    this.#place = null;
  }
}
