import type { Patch } from '../shared/commands/patch';
import type { Events, HistoryPage, HistoryState, ProjectSnapshot } from '../shared/contract/channels';
import { applyCommand, type Command } from '../shared/commands/command';
import { fail, ok, type Result } from '../shared/model/failure';
import type { Project } from '../shared/model/project';
import type { LastChange, PastText, Revision } from '../shared/model/revision';
import { textsOf } from '../shared/reconcile/baseline';
import { endOfLastSession, readView, seenBy, type View } from './last-session';
import type { ProjectMerge } from '../shared/reconcile/merge-projects';
import { mergeCopy } from './merge-copy';
import { draftBackup, type BackupDraft } from './project/backups';
import { historyLines } from './history-lines';
import type { EntryFilter } from './project/revisions';
import { openProjectFile, type ProjectFile } from './project/project-file';

/** What the window hears when the project changes. */
export type Publish = (patched: Events['project/patched']) => void;

/** The project that is open in the window, and the one way to change it. */
export class OpenProject {
  /**
   * @param author whose session it is
   * @param backups the folder where the project is kept as it was before it was opened
   */
  static open(path: string, author: string, publish: Publish, backups: string): Result<OpenProject> {
    const drafts: BackupDraft[] = [];
    const beforeOpening = (location: string) => drafts.push(draftBackup(backups, location, Date.now()));
    const opened = openProjectFile(path, { beforeOpening, user: author });
    for (const draft of drafts) {
      // What somebody else is working on is theirs to back up.
      if (opened.ok && opened.value.readOnly?.kind !== 'inUse') draft.keep(opened.value.project().title);
      else draft.drop();
    }
    if (!opened.ok) return opened;
    try {
      return ok(new OpenProject(opened.value, author, publish));
    } catch (error) {
      // A file nobody has hold of would stay locked until the app ends.
      opened.value.close();
      throw error;
    }
  }

  private view: View;
  /** What was there when it was opened: the number of its last change. */
  private readonly openedAt: number;
  /** The change up to which the author has seen the project in an earlier session. */
  private readonly seen: number;
  private changes = 0;
  /** Whether it was put away: whoever began something with it before that is answered, and nothing is done. */
  private closed = false;
  /** The project as it was then, once it was asked for. */
  private earlier: Result<Project> | null = null;

  private constructor(
    private readonly file: ProjectFile,
    private readonly author: string,
    private readonly publish: Publish,
  ) {
    this.view = readView(file);
    this.openedAt = file.history().position;
    this.seen = endOfLastSession(author, this.view, file);
  }

  get path(): string {
    return this.file.path;
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
      project: this.project,
      path: this.path,
      readOnly: this.file.readOnly,
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
    // A change after undoing cuts off what was undone, and with it the way back to the last session.
    if (this.file.history().position < this.openedAt) this.lastSession();
    const patch = this.file.record(changed.value, { command, label: command.type, author, time, group });
    if (!patch.ok) return patch;
    this.tell([patch.value]);
    return ok(null);
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
    return { lines: historyLines(this.file.toldEntries(filter)), authors: this.file.authors() };
  }

  revisions(paragraphId: string): Result<readonly Revision[]> {
    if (this.closed) return this.putAway();
    return this.file.revisions(paragraphId);
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

  /** What comes of merging another copy of the project, which is opened for that and closed again. */
  mergeCopy(path: string): Result<ProjectMerge> {
    if (this.closed) return this.putAway();
    const theirs = openProjectFile(path, { readOnly: true });
    if (!theirs.ok) return theirs;
    try {
      return mergeCopy(this.file, theirs.value);
    } finally {
      theirs.value.close();
    }
  }

  saveCopy(path: string): Result<void> {
    if (this.closed) return this.putAway();
    if (path === this.path) return fail('projectExists', { path });
    return this.file.saveCopy(path);
  }

  close(): void {
    if (this.closed) return;
    // After undoing, the author leaves less than they had before them when they last went to a row.
    const { selectedRowId } = this.view;
    if (selectedRowId !== null) this.select(selectedRowId);
    this.closed = true;
    this.file.close();
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
