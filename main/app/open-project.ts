import { applyCommand, type Command } from '../../shared/commands/command';
import type {
  Events,
  FileStanding,
  HistoryPage,
  HistoryState,
  ProjectSnapshot,
} from '../../shared/contract/channels';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import type { LastChange, PastText, Revision } from '../../shared/model/revision';
import { applyPatch, isEmptyPatch, type Patch } from '../../shared/patch/project-patch';
import { textsOf } from '../../shared/reconcile/baseline';
import type { Telling } from '../export/original/order-tracked';
import { markOf, type HistoryMark, type MergedCopy } from '../merge/merge-copy';
import { draftBackup, type BackupDraft } from '../project/backups';
import { contentOf, stampOf } from '../project/file-content';
import type { NewEntry } from '../project/history';
import { removeWithLogs } from '../project/logs';
import { openWorkingInSteps, type Working } from '../project/open-working';
import type { Places } from '../project/place-beside';
import { unpackOriginal, unpackSlowly, type PackedOriginal } from '../project/originals';
import { writeInSteps, type ProjectFile } from '../project/project-file';
import type { OnStanding, PublishedFile } from '../project/published-file';
import type { EntryFilter } from '../project/revisions';
import { finish, type Steps } from '../system/steps';
import { systemErrorCode } from '../system/system-error';
import { historyLines } from './history-lines';
import { endOfLastSession, readView, seenBy, type View } from './last-session';
import { sendProject } from './sent-project';

/** What the window hears when the project changes. */
export type Publish = (patched: Events['project/patched']) => void;

/** The project that is open in the window, and the one way to change it. */
export class OpenProject {
  /**
   * @param author whose session it is
   * @param backups the folder where the project is kept as it was before it was opened
   * @param places where it is worked on
   * @param onStanding told when the person's file stands otherwise to what is shown
   */
  static open(...given: Parameters<typeof OpenProject.openInSteps>): Result<OpenProject> {
    return finish(OpenProject.openInSteps(...given));
  }

  /** `open` in steps. Where they are not gone on with, nothing stays open. */
  static *openInSteps(
    path: string,
    author: string,
    publish: Publish,
    backups: string,
    places: Places,
    onStanding: OnStanding = () => undefined,
  ): Steps<Result<OpenProject>> {
    const drafts: BackupDraft[] = [];
    const beforeOpening = (location: string) => drafts.push(draftBackup(backups, location, Date.now()));
    let opened: Result<Working> = fail('jobCancelled');
    try {
      opened = yield* openWorkingInSteps(path, places, { beforeOpening, user: author, onStanding });
    } finally {
      for (const draft of drafts) {
        // What somebody else is working on is theirs to back up.
        if (opened.ok && opened.value.file.readOnly?.kind !== 'inUse')
          draft.keep(opened.value.file.project().title);
        else draft.drop();
      }
    }
    if (!opened.ok) return opened;
    try {
      return ok(new OpenProject(opened.value, author, publish, backups));
    } catch (error) {
      // A file nobody has hold of would stay locked until the app ends.
      opened.value.close();
      throw error;
    }
  }

  /**
   * Writes a new project to a file and opens it, in steps. Where that cannot be, or they are not gone on with, there is
   * no file. Fails as `writeInSteps` and `openWorking` do.
   */
  static *createInSteps(
    project: Project,
    originals: readonly PackedOriginal[],
    ...given: Parameters<typeof OpenProject.openInSteps>
  ): Steps<Result<OpenProject>> {
    const [path] = given;
    const written = yield* writeInSteps(path, project, null, originals);
    if (!written.ok) return written;
    let opened: Result<OpenProject> | null = null;
    try {
      opened = yield* OpenProject.openInSteps(...given);
    } finally {
      // On a disk that the file itself has filled up there is no room to work on it.
      if (!opened?.ok) removeWithLogs(path);
    }
    return opened;
  }

  private readonly file: ProjectFile;
  private view: View;
  /** What was there when it was opened: the number of its last change. */
  private readonly openedAt: number;
  /** The change up to which the author has seen the project in an earlier session. */
  private readonly seen: number;
  private changes = 0;
  /** Whether it was put away: whoever began something with it before that is answered, and nothing is done. */
  private closed = false;
  /** Where the person's file is, once that is elsewhere than where it was opened. */
  private place: string | null = null;
  /** The project as it was then, once it was asked for. */
  private earlier: Result<Project> | null = null;

  private constructor(
    private readonly working: Working,
    private readonly author: string,
    private readonly publish: Publish,
    private readonly backups: string,
  ) {
    const { file } = working;
    this.file = file;
    this.view = readView(file);
    this.openedAt = file.history().position;
    this.seen = endOfLastSession(author, this.view, file);
  }

  /** Where the person's file is, or is to be. */
  get path(): string {
    return this.place ?? this.file.path;
  }

  /** How that file stands to what is shown. */
  get standing(): FileStanding {
    return this.working.published?.standing ?? { kind: 'current' };
  }

  /** The file that is worked on, for who reads it in another process: the person's own is behind. */
  get workedOn(): string {
    return this.file.location;
  }

  /** Why nothing can be changed; null where it can. */
  get readOnly() {
    return this.file.readOnly;
  }

  get project() {
    return this.file.project();
  }

  /** How often the project has changed since it was opened. */
  get state(): number {
    return this.changes;
  }

  snapshot(): ProjectSnapshot {
    return {
      project: sendProject(this.project),
      path: this.path,
      readOnly: this.file.readOnly,
      standing: this.standing,
      history: this.historyState(),
      state: this.state,
      selectedRowId: this.view.selectedRowId,
    };
  }

  /**
   * Carries out a command and keeps it. Commands of one `group` that follow each other are undone together;
   * null is a group of its own.
   */
  change(command: Command, by: { author: string; time: number; group: string | null }): Result<null> {
    if (this.closed) return this.putAway();
    const { author, time, group } = by;
    const changed = applyCommand(this.project, command, { author, time });
    if (!changed.ok) return changed;
    if (changed.value === this.project) return ok(null);
    return this.record(changed.value, { command, label: command.type, author, time, group });
  }

  /** Takes back the last change; the value is what was taken back, null when there was nothing. */
  undo(): Result<string | null> {
    if (this.closed) return this.putAway();
    return this.step(this.file.history().undo?.label ?? null, () => this.file.undo());
  }

  redo(): Result<string | null> {
    if (this.closed) return this.putAway();
    return this.step(this.file.history().redo?.label ?? null, () => this.file.redo());
  }

  history(filter: EntryFilter): HistoryPage {
    if (this.closed) return { lines: [], authors: [] };
    const lines = historyLines(this.file.toldEntries(filter), this.project.rows);
    return { lines, authors: this.file.authors() };
  }

  revisions(paragraphId: string): Result<readonly Revision[]> {
    if (this.closed) return this.putAway();
    return this.file.revisions(paragraphId);
  }

  /** The same of all paragraphs there are or were, and the number of the change up to which they tell. */
  allRevisions(): Result<Pick<Telling, 'revisions' | 'position'>> {
    if (this.closed) return this.putAway();
    const revisions = this.file.allRevisions();
    return revisions.ok
      ? ok({ revisions: revisions.value, position: this.file.history().position })
      : revisions;
  }

  /** The project as it was after change `seq`, while the history leads there. */
  stateAt(seq: number): Result<Project> {
    if (this.closed) return this.putAway();
    return this.file.stateAt(seq);
  }

  lastChanges(paragraphIds: readonly string[]): Result<readonly LastChange[]> {
    if (this.closed) return this.putAway();
    return this.file.lastChanges(paragraphIds);
  }

  select(rowId: string): void {
    if (this.closed) return;
    this.view = seenBy(this.author, rowId, this.view, this.file);
    this.file.writeView(this.view);
  }

  /** All texts as they were after change `seq`, or at the end of the author's last session. */
  textsAt(seq: number | 'session'): Result<readonly PastText[]> {
    if (this.closed) return this.putAway();
    const past = seq === 'session' ? this.lastSession() : this.file.stateAt(seq);
    return past.ok ? ok(textsOf(past.value.rows)) : past;
  }

  /** How far it has come: what is worked out elsewhere is for this state and no other. */
  mark(): HistoryMark {
    return markOf(this.file);
  }

  /** Takes over what came of merging a copy into the state it is in, and keeps it as one change. */
  takeMerged(
    { patch, taken, files }: Omit<MergedCopy, 'told'>,
    by: { author: string; time: number },
  ): Result<null> {
    for (const file of files) {
      const kept = this.keepOriginal(file);
      if (!kept.ok) return kept;
    }
    const after = applyPatch(this.project, patch);
    const label = 'takeMerged' satisfies Command['type'];
    // The patch tells it all; the command would hold the whole article once more.
    return this.record(after, { command: { type: label, taken }, label, ...by, group: null });
  }

  /** Looks whether the person's file is still the one that was put there. */
  look(): void {
    this.working.published?.look();
  }

  /** Goes on with ours in a file of its own; what was put in its old place is left alone. */
  keepMine(): Result<void> {
    return this.move((published) => published.keepMine());
  }

  /** Puts ours where there is no file any more, or where the person says. */
  putBack(at?: string): Result<void> {
    return this.move((published) => published.putBack(at));
  }

  /**
   * Merges what was put in the place of the person's file into ours, which takes that place again; a backup of theirs
   * is kept.
   *
   * @param merge does it as for any other copy of the project
   */
  async mergeTheirs<T>(merge: (path: string) => Promise<Result<T>>): Promise<Result<T>> {
    const { published } = this.working;
    if (!published) return fail('projectReadOnly', { path: this.path });
    const { path } = published;
    try {
      const stamp = stampOf(path);
      const content = contentOf(path);
      const draft = draftBackup(this.backups, path, Date.now());
      const merged = await merge(path);
      if (!merged.ok) {
        draft.drop();
        return merged;
      }
      draft.keep(this.project.title);
      const taken = published.takeForOurs(stamp, content);
      return taken.ok ? merged : taken;
    } catch (error) {
      return systemErrorCode(error) === 'ENOENT'
        ? fail('projectNotFound', { path })
        : fail('fileUnreadable', { path });
    }
  }

  /** Keeps a file a version is about to come from. */
  keepOriginal(original: PackedOriginal): Result<void> {
    if (this.closed) return this.putAway();
    return this.file.keepOriginal(original);
  }

  /** The file of that hash; `originalMissing` where it is not there or damaged. */
  original(hash: string): Result<Uint8Array> {
    if (this.closed) return this.putAway();
    return unpackOriginal(this.file.packedOriginal(hash));
  }

  /** The bytes of a picture; null where they are not there or damaged. */
  async picture(hash: string): Promise<Uint8Array | null> {
    return this.closed ? null : unpackSlowly(this.file.packedOriginal(hash));
  }

  saveCopy(path: string): Result<void> {
    if (this.closed) return this.putAway();
    if (path === this.path) return fail('projectExists', { path });
    return this.file.saveCopy(path);
  }

  /** @returns whether what was changed is only on this computer, for the person's file could not be written */
  close(): boolean {
    if (this.closed) return false;
    // After undoing, the author leaves less than they had before them when they last went to a row.
    const { selectedRowId } = this.view;
    if (selectedRowId !== null) this.select(selectedRowId);
    this.closed = true;
    return this.working.close();
  }

  private move(how: (published: PublishedFile) => Result<void>): Result<void> {
    const { published } = this.working;
    if (!published) return ok(undefined);
    const moved = how(published);
    if (moved.ok) this.place = published.path;
    return moved;
  }

  private record(after: Project, entry: NewEntry): Result<null> {
    if (this.closed) return this.putAway();
    // A change after undoing cuts off what was undone, and with it the way back to the last session.
    if (this.file.history().position < this.openedAt) this.lastSession();
    const patch = this.file.record(after, entry);
    if (!patch.ok) return patch;
    if (!isEmptyPatch(patch.value)) this.tell([patch.value]);
    return ok(null);
  }

  private putAway(): Result<never> {
    return fail('projectPutAway', { path: this.path });
  }

  private lastSession(): Result<Project> {
    this.earlier ??= this.file.stateAt(this.seen);
    return this.earlier;
  }

  private step(
    label: string | null,
    take: () => Result<{ readonly patches: readonly Patch[] }>,
  ): Result<string | null> {
    if (label === null) return ok(null);
    const taken = take();
    if (!taken.ok) return taken;
    this.tell(taken.value.patches);
    return ok(label);
  }

  private tell(patches: readonly Patch[]): void {
    this.changes += 1;
    this.publish({ patches, history: this.historyState(), state: this.state });
  }

  private historyState(): HistoryState {
    const { undo, redo } = this.file.history();
    return { undo: undo?.label ?? null, redo: redo?.label ?? null };
  }
}
