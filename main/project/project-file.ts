import { closeSync, lstatSync, realpathSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isEmptyPatch, patchBetween, patchSchema, type Patch } from '../../shared/patch/project-patch';
import type { ReadOnlyReason } from '../../shared/contract/channels';
import { excessOfProject } from '../../shared/model/excess';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import type { LastChange, Revision } from '../../shared/model/revision';
import { createOwn } from '../system/outside-file';
import { finish, type Steps } from '../system/steps';
import { systemErrorCode } from '../system/system-error';
import { draftPath } from '../system/unfinished';
import { giveRights, rightsOf } from '../system/write-file-atomically';
import { connect, type Connection } from './connection';
import { fileKey, holdFile, isHeld } from './held-files';
import { writeNewContents, writePatch, type Contents } from './contents';
import { Database } from './database';
import {
  readApplied,
  readEntry,
  readLastBy,
  readMerges,
  readRedoStep,
  readUndoStep,
  readWay,
  writeEntry,
  writePosition,
  type HistoryEntry,
  type MergeEntry,
  type NewEntry,
  type Step,
} from './history';
import {
  readAuthors,
  readLastChanges,
  readAllRevisions,
  readRevisions,
  readToldEntries,
  type EntryFilter,
  type ToldEntry,
} from './revisions';
import { removeWithLogs } from './logs';
import { insertOriginal, readPacked, writeOriginal, type PackedOriginal } from './originals';
import { placeNewFile } from './place-new-file';
import { retrace } from './retrace';
import { APPLICATION_ID, migrate } from './schema';
import { sqliteFailure } from './sqlite-failure';
import { readView, writeView } from './view';

/** What undoing or redoing did. */
export interface Stepped {
  /** To be applied one after the other to what was there before. */
  readonly patches: readonly Patch[];
  /** The entry that `history()` had announced. */
  readonly entry: HistoryEntry;
}

/** The entries to be undone and redone next, and how many are applied. */
export interface HistoryHeads {
  readonly undo: HistoryEntry | null;
  readonly redo: HistoryEntry | null;
  readonly position: number;
}

/**
 * Puts a new project into a new file, complete or not at all, and opens it. Fails with `projectExists` when
 * there is a file of that name.
 *
 * @param view what `readView` gives at first
 */
export function createProjectFile(
  path: string,
  project: Project,
  view: unknown = null,
  originals: readonly PackedOriginal[] = [],
): Result<ProjectFile> {
  return finish(createInSteps(path, project, view, originals));
}

/** `createProjectFile` in steps. Where they are not gone on with, there is no file. */
export function* createInSteps(
  path: string,
  project: Project,
  view: unknown = null,
  originals: readonly PackedOriginal[] = [],
): Steps<Result<ProjectFile>> {
  const created = yield* writeInSteps(path, project, view, originals);
  if (!created.ok) return created;
  let opened: Result<ProjectFile> | null = null;
  try {
    opened = yield* openInSteps(path);
  } finally {
    // On a disk that the file itself has filled up there is no room to work on it.
    if (!opened?.ok) removeWithLogs(path);
  }
  return opened;
}

/**
 * Puts a new project into a new file, complete or not at all, in steps. Where they are not gone on with, there is no file.
 * Fails with `projectExists` when there is one of that name.
 *
 * @param view what `readView` gives at first
 */
export function writeInSteps(
  path: string,
  project: Project,
  view: unknown = null,
  originals: readonly PackedOriginal[] = [],
): Steps<Result<void>> {
  return writeNewFile(path, function* (draft) {
    const db = new Database(draft, { readOnly: false });
    try {
      // A draft needs no journal on the disk: when it fails it is thrown away.
      db.run`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`;
      db.run`PRAGMA application_id = ${APPLICATION_ID}`;
      yield* migrate(db, 0);
      writeView(db, view);
      for (const original of originals) yield* writeOriginal(db, original);
      yield* writeNewContents(db, project);
    } finally {
      db.close();
    }
  });
}

/**
 * Opens a project where it lies and keeps other processes out of it until it is closed or this process ends. It is
 * worked on there, with a log beside it: only for a file that nobody else replaces or copies (`openWorking` is for
 * those of a person), or for reading.
 *
 * Fails with `projectNotFound`, `projectNotAProject`, `projectNewerVersion`, `projectDamaged` or `projectOverLimits`
 * (shared/model/limits.ts), and then leaves the file as it was. A file that cannot be written, is newer, or is open in another process is opened for reading;
 * `projectInUse` is for one that this process has open.
 *
 * @param options `readOnly`: why it is only to be read; `called`: the path the person knows it by, if that is another;
 * `onWritten` is told of each change that is on the disk, and of what was remembered of the window
 */
export function openProjectFile(path: string, options: OpeningOptions = {}): Result<ProjectFile> {
  return finish(openInSteps(path, options));
}

interface OpeningOptions {
  readonly readOnly?: ReadOnlyReason | true;
  readonly called?: string;
  readonly onWritten?: (what: Written) => void;
}

/** `openProjectFile` in steps. Where they are not gone on with, nothing stays open or locked. */
export function* openInSteps(path: string, options: OpeningOptions = {}): Steps<Result<ProjectFile>> {
  let location: string;
  let key: string;
  // No file has such a name, and asking for it throws.
  if (path.includes('\0')) return fail('projectNotFound', { path });
  try {
    location = realpathSync(path);
    key = fileKey(location);
  } catch (error) {
    return fail(systemErrorCode(error) === 'ENOENT' ? 'projectNotFound' : 'fileUnreadable', { path });
  }
  if (isHeld(key)) return fail('projectInUse', { path });
  const reason = options.readOnly === true ? ({ kind: 'notWritable' } as const) : options.readOnly;
  const connection = yield* connect(location, reason ?? null);
  if (!connection.ok) return connection;
  try {
    const onWritten = options.onWritten ?? (() => undefined);
    // Only what is open for writing is locked: the rest is a private copy.
    const forget = connection.value.readOnly === null ? holdFile(key) : () => undefined;
    return ok(new ProjectFile(options.called ?? path, location, key, connection.value, forget, onWritten));
  } catch (error) {
    // A lock that nobody holds would keep everybody out until this process ends.
    connection.value.release();
    throw error;
  }
}

/** A change of the project, or only of what is remembered of its window. */
export type Written = 'change' | 'view';

/** An open project: its present state in memory, and every change in the file before it is in memory. */
export class ProjectFile {
  /** Why nothing can be changed; null where it can. */
  readonly readOnly: ReadOnlyReason | null;
  readonly #db: Database;
  readonly #release: () => void;
  #contents: Contents;
  #position: number;

  /** Only for `openProjectFile`. `location` is `path` without symbolic links. */
  constructor(
    readonly path: string,
    readonly location: string,
    private readonly key: string,
    { db, readOnly, contents, position, release }: Connection,
    private readonly forget: () => void,
    private readonly onWritten: (what: Written) => void,
  ) {
    this.readOnly = readOnly;
    this.#db = db;
    this.#release = release;
    this.#contents = contents;
    this.#position = position;
  }

  /** The present state; unchanged parts stay the same objects from one state to the next. */
  project(): Project {
    return this.#contents.project;
  }

  history(): HistoryHeads {
    return {
      undo: readEntry(this.#db, this.#position),
      redo: readEntry(this.#db, this.#position + 1),
      position: this.#position,
    };
  }

  /** The last changes of those that are wanted, newest first, undone ones among them. */
  toldEntries(filter: EntryFilter): readonly ToldEntry[] {
    return readToldEntries(this.#db, filter, this.path);
  }

  /** Everybody who made a change. */
  authors(): readonly string[] {
    return readAuthors(this.#db);
  }

  /** How a paragraph came to say what it says, newest first. */
  revisions(paragraphId: string): Result<readonly Revision[]> {
    return readRevisions(this.#db, paragraphId, this.path);
  }

  /** The same of all paragraphs there are or were, by their id. */
  allRevisions(): Result<ReadonlyMap<string, readonly Revision[]>> {
    return readAllRevisions(this.#db, this.path);
  }

  /** Who changed each of these paragraphs last, where that does not lie far back. */
  lastChanges(paragraphIds: readonly string[]): Result<readonly LastChange[]> {
    return readLastChanges(this.#db, paragraphIds, this.path);
  }

  /** The entry of a number, undone or not; null when there is none. */
  entry(seq: number): HistoryEntry | null {
    return readEntry(this.#db, seq);
  }

  /** The number of the last change an author made that is not undone; 0 when there is none. */
  lastChangeBy(author: string): number {
    return readLastBy(this.#db, author);
  }

  /** The changes that are applied, from the first on. */
  applied(): readonly HistoryEntry[] {
    return readApplied(this.#db);
  }

  /** The copies that were merged into this one and are not undone. */
  merges(): readonly MergeEntry[] {
    return readMerges(this.#db, this.path);
  }

  /** Who made each change after number `seq` that is applied, and what it changed. Fails with `projectDamaged`. */
  changesSince(seq: number): Result<readonly (HistoryEntry & { readonly patch: Patch })[]> {
    const way = readWay(this.#db, seq, this.#position, this.path);
    if (!way.ok) return way;
    const patches = new Map(way.value.map(({ seq: number, there }) => [number, there]));
    return ok(
      this.applied().flatMap((entry) => {
        const patch = patches.get(entry.seq);
        return patch ? [{ ...entry, patch }] : [];
      }),
    );
  }

  /**
   * The project as it was after change `seq`, 0 for before the first. Fails with `commandRefused` when there is no such
   * change and with `projectDamaged` when the history does not lead there.
   */
  stateAt(seq: number): Result<Project> {
    const way = readWay(this.#db, this.#position, seq, this.path);
    return way.ok ? retrace(this.project(), way.value, this.path) : way;
  }

  /**
   * Makes `after` the present state and remembers how to go back. What had been undone is then gone. A state
   * without a difference is not recorded. When this fails nothing has changed, in memory or in the file.
   *
   * @param after made from `project()`, with unchanged rows and flags being the same objects
   */
  record(after: Project, entry: NewEntry): Result<Patch> {
    const before = this.project();
    const forward = patchBetween(before, after);
    if (isEmptyPatch(forward)) return ok(forward);
    // What could not be read again must not get into the file.
    patchSchema.parse(forward);
    const inverse = patchBetween(after, before);
    const written = this.#write(() => {
      writeEntry(this.#db, this.#position, entry, forward, inverse);
      const contents = writePatch(this.#db, this.#contents, forward);
      // A patch names a thing once: of two with one id it would keep one.
      if (contents.project.rows.length !== after.rows.length) throw new Error('a row stands twice');
      return { contents, position: this.#position + 1 };
    });
    return written.ok ? ok(forward) : written;
  }

  /** Takes back the last change or group of changes; fails with `commandRefused` when there is none. */
  undo(): Result<Stepped> {
    return this.#step('undo', this.#position, readUndoStep);
  }

  /** Makes the change or group of changes again that was undone last. */
  redo(): Result<Stepped> {
    return this.#step('redo', this.#position + 1, readRedoStep);
  }

  /** Writes the project with its history into a new file; fails with `projectExists` when there is one. */
  saveCopy(path: string): Result<void> {
    const rights = rightsOf(this.location);
    const db = this.#db;
    const copy = function* (draft: string): Steps<void> {
      // SQLite writes into an empty file of that name as it is: nobody else may read it meanwhile either.
      closeSync(createOwn(draft));
      db.run`VACUUM INTO ${draft}`;
      yield 0.9;
      giveRights(draft, rights);
    };
    return finish(writeNewFile(path, copy));
  }

  /** Keeps a file versions came from; it stays, also where what names it is undone. */
  keepOriginal(original: PackedOriginal): Result<void> {
    return this.#write(() => {
      finish(insertOriginal(this.#db, original));
      return { contents: this.#contents, position: this.#position };
    }, 'view');
  }

  /** A file a version came from, as it is kept; null where there is none under that hash. */
  packedOriginal(hash: string): PackedOriginal | null {
    return readPacked(this.#db, hash);
  }

  readView(): unknown {
    return readView(this.#db);
  }

  /** Remembers a small state of the window, outside the history; the last ones may be lost with the power. */
  writeView(view: unknown): Result<void> {
    if (JSON.stringify(view) === JSON.stringify(this.readView())) return ok(undefined);
    this.#db.run`PRAGMA synchronous = NORMAL`;
    const written = this.#write(() => {
      writeView(this.#db, view);
      return { contents: this.#contents, position: this.#position };
    }, 'view');
    this.#db.run`PRAGMA synchronous = FULL`;
    return written;
  }

  /**
   * Folds the log into the file. From the first time on that happens only when it is asked for: in between the file
   * itself stays as it is, and can be copied.
   */
  fold(): Result<void> {
    try {
      this.#db.run`PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE)`;
      return ok(undefined);
    } catch (error) {
      return sqliteFailure(error, this.path);
    }
  }

  /** Folds everything into the one file and lets go of it. */
  close(): void {
    if (!this.readOnly) this.#foldLog();
    this.#release();
    this.forget();
  }

  #foldLog(): void {
    try {
      this.#db.run`PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE`;
      // Left by the look at the log of an interrupted session; still ours alone, for the lock holds.
      rmSync(`${this.location}-shm`, { force: true });
    } catch (error) {
      // On a full disk the log stays beside the file and is read when it is next opened: nothing is lost.
      sqliteFailure(error, this.path);
    }
  }

  #step(
    command: 'undo' | 'redo',
    seq: number,
    read: (db: Database, entry: HistoryEntry, path: string) => Result<Step>,
  ): Result<Stepped> {
    const entry = readEntry(this.#db, seq);
    if (!entry) return fail('commandRefused', { command });
    const step = read(this.#db, entry, this.path);
    if (!step.ok) return step;
    const { position } = step.value;
    const before = this.project();
    const retraced = retrace(before, step.value.patches, this.path);
    if (!retraced.ok) return retraced;
    const after = retraced.value;
    // What could not be opened again must not get into the file.
    const excess = excessOfProject(after);
    if (excess) return fail('overLimits', { excess: excess.kind, limit: excess.limit });
    const patches = step.value.patches.map(({ there }) => there);
    const written = this.#write(() => {
      writePosition(this.#db, this.#position, position);
      return { contents: writePatch(this.#db, this.#contents, patchBetween(before, after)), position };
    });
    return written.ok ? ok({ patches, entry }) : written;
  }

  /** Takes over the state `work` gives once it is safely in the file. */
  #write(
    work: () => { readonly contents: Contents; readonly position: number },
    what: Written = 'change',
  ): Result<void> {
    if (this.readOnly) return fail('projectReadOnly', { path: this.path });
    if (!this.#isInPlace()) return fail('projectNotFound', { path: this.path });
    try {
      const { contents, position } = this.#db.transaction(work);
      this.#contents = contents;
      this.#position = position;
    } catch (error) {
      return sqliteFailure(error, this.path);
    }
    this.onWritten(what);
    return ok(undefined);
  }

  /** Whether the file was not moved or deleted: what is written after that would be found by nobody. */
  #isInPlace(): boolean {
    try {
      return fileKey(this.location) === this.key;
    } catch (error) {
      // Its folder may be gone as well, or on a disk that was pulled out.
      systemErrorCode(error);
      return false;
    }
  }
}

/** Has `write` make a draft beside `path` and gives it that name when it is done. */
function* writeNewFile(path: string, write: (draft: string) => Steps<void>): Steps<Result<void>> {
  if (lstatSync(path, { throwIfNoEntry: false })) return fail('projectExists', { path });
  const draft = draftPath(dirname(path));
  try {
    yield* write(draft);
    return placeNewFile(draft, path);
  } catch (error) {
    return sqliteFailure(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
