import { closeSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/model/failure';
import { openOwn } from '../system/own-file';
import { syncDirectory, syncDirectorySlowly } from '../system/sync-directory';
import { writeFailure } from '../system/system-error';
import type { Met, OwnPlace } from './own-place';
import type { ProjectFile } from './project-file';
import { copySnapshotSlowly, copySynced, sayWithoutLog } from './snapshot-copy';
import {
  draftName,
  heldName,
  writeManifest,
  writeManifestSlowly,
  type Manifest,
  type WorkingCopy,
} from './working-copy';

/** What became of a state on its way: it is there, something else was, or it was not wanted any more. */
export type Arrival = 'there' | 'stopped' | Met;

/** A state on its way. */
interface Run {
  readonly place: OwnPlace;
  readonly draft: string;
}

/**
 * Brings states of a working copy to places in a person's folders, one at a time: the log is folded in, the database
 * copied beside the place, and what may lie there then is remembered before it is put there.
 */
export class StateCarrier {
  readonly #folder: string;
  readonly #mode: number;
  readonly #source: number;
  #run: Run | null = null;
  /** Whether a piece may just be read from the working copy. */
  #isCopying = false;
  #ended = false;

  /**
   * @param manifest what is to be remembered now
   */
  constructor(
    private readonly file: Pick<ProjectFile, 'fold'>,
    { folder, database, manifest: { mode } }: WorkingCopy,
    private readonly manifest: () => Manifest,
  ) {
    this.#mode = mode;
    this.#folder = folder;
    this.#source = openOwn(database);
  }

  get isUnderWay(): boolean {
    return this.#run !== null;
  }

  /** Brings the state of now to a place while others go on; what happens meanwhile is not in it. */
  async bring(place: OwnPlace): Promise<Result<Arrival>> {
    let run: Run | null = null;
    try {
      const begun = this.#begin(place);
      if (!begun.ok) return begun;
      run = begun.value;
      this.#run = run;
      const came = await this.#carry(run);
      return this.#run === run ? came : ok('stopped');
    } catch (error) {
      const failed = writeFailure(error, place.path);
      return run === null || this.#run === run ? failed : ok('stopped');
    } finally {
      if (run !== null && this.#run === run) this.cancel();
    }
  }

  /** The same at once; what is under way is given up. */
  bringNow(place: OwnPlace): Result<Exclude<Arrival, 'stopped'>> {
    this.cancel();
    try {
      const begun = this.#begin(place);
      if (!begun.ok) return begun;
      const { draft } = begun.value;
      try {
        const content = copySynced(this.#source, draft, this.#mode, sayWithoutLog);
        place.expect(content);
        const kept = writeManifest(this.#folder, this.manifest());
        if (!kept.ok) return kept;
        const put = place.put(draft, content, this.#heldBeside(place));
        if (!put.ok) return put;
        if (put.value) return ok(put.value);
        syncDirectory(dirname(place.path));
        return ok('there');
      } finally {
        rmSync(draft, { force: true });
      }
    } catch (error) {
      return writeFailure(error, place.path);
    }
  }

  /** Gives up what is under way. */
  cancel(): void {
    const run = this.#run;
    this.#run = null;
    if (run) rmSync(run.draft, { force: true });
  }

  /** Gives up what is under way, and remembers nothing of it later. */
  end(): void {
    this.#ended = true;
    this.cancel();
  }

  /** Lets go of the working copy once it is closed: letting go before would give up the lock on it. */
  release(): void {
    if (!this.#isCopying) closeSync(this.#source);
  }

  #begin(place: OwnPlace): Result<Run> {
    const folded = this.file.fold();
    if (!folded.ok) return folded;
    const draft = join(dirname(place.path), draftName(this.#folder));
    rmSync(draft, { force: true });
    return ok({ place, draft });
  }

  async #carry(run: Run): Promise<Result<Arrival>> {
    const { place, draft } = run;
    const isWanted = () => this.#run === run;
    this.#isCopying = true;
    // What is coming is remembered while the disk is still busy with it: it is put there only when both are done.
    const copying = copySnapshotSlowly(this.#source, draft, this.#mode, isWanted, (coming) => {
      place.expect(coming);
      return writeManifestSlowly(this.#folder, this.manifest());
    });
    const copied = await copying.finally(() => {
      this.#isCopying = false;
      if (this.#ended) closeSync(this.#source);
    });
    if (!copied) return ok('stopped');
    const { content, came: kept } = copied;
    if (!isWanted()) {
      place.expect(null);
      // Something newer may have been remembered meanwhile, and just been written over.
      return this.#ended ? ok('stopped') : this.#rememberAgain();
    }
    if (!kept.ok) return kept;
    const put = place.put(draft, content, this.#heldBeside(place));
    if (!put.ok) return put;
    if (put.value) return ok(put.value);
    // Nobody has to wait for it: it is safe in the working copy.
    void syncDirectorySlowly(dirname(place.path));
    return ok('there');
  }

  #rememberAgain(): Result<'stopped'> {
    const kept = writeManifest(this.#folder, this.manifest());
    return kept.ok ? ok('stopped') : kept;
  }

  /** A second name for what is just being replaced. */
  #heldBeside({ path }: OwnPlace): string {
    return join(dirname(path), heldName(this.#folder));
  }
}
