import type { Patch } from '../shared/commands/patch';
import type { HistoryLine, HistoryState, ProjectSnapshot } from '../shared/contract/channels';
import { applyCommand, type Command } from '../shared/commands/command';
import { fail, ok, type Result } from '../shared/model/failure';
import { openProjectFile, type ProjectFile } from './project/project-file';

/** What the window hears when the project changes. */
export type Publish = (patches: readonly Patch[], history: HistoryState) => void;

/** The project that is open in the window, and the one way to change it. */
export class OpenProject {
  static open(path: string, publish: Publish): Result<OpenProject> {
    const opened = openProjectFile(path);
    return opened.ok ? ok(new OpenProject(opened.value, publish)) : opened;
  }

  private constructor(
    private readonly file: ProjectFile,
    private readonly publish: Publish,
  ) {}

  get path(): string {
    return this.file.path;
  }

  get project() {
    return this.file.project();
  }

  snapshot(): ProjectSnapshot {
    const view = this.file.readView();
    const selected =
      typeof view === 'object' && view !== null && 'selectedRowId' in view ? view.selectedRowId : null;
    return {
      project: this.project,
      path: this.path,
      readOnly: this.file.readOnly,
      history: this.historyState(),
      selectedRowId: typeof selected === 'string' ? selected : null,
    };
  }

  /**
   * Carries out a command and keeps it. Commands of one `group` that follow each other are undone together;
   * null is a group of its own.
   */
  change(command: Command, by: { author: string; time: number; group: string | null }): Result<null> {
    const { author, time, group } = by;
    const changed = applyCommand(this.project, command, { author, time });
    if (!changed.ok) return changed;
    if (changed.value === this.project) return ok(null);
    const patch = this.file.record(changed.value, { command, label: command.type, author, time, group });
    if (!patch.ok) return patch;
    this.publish([patch.value], this.historyState());
    return ok(null);
  }

  /** Takes back the last change; the value is what was taken back, null when there was nothing. */
  undo(): Result<string | null> {
    return this.step(this.file.history().undo?.label ?? null, () => this.file.undo());
  }

  redo(): Result<string | null> {
    return this.step(this.file.history().redo?.label ?? null, () => this.file.redo());
  }

  historyLines(limit: number): readonly HistoryLine[] {
    return this.file.entries(limit).map(({ seq, label, author, time, undone }) => ({
      seq,
      label,
      author,
      time,
      undone,
    }));
  }

  select(rowId: string): void {
    this.file.writeView({ selectedRowId: rowId });
  }

  saveCopy(path: string): Result<void> {
    if (path === this.path) return fail('projectExists', { path });
    return this.file.saveCopy(path);
  }

  close(): void {
    this.file.close();
  }

  private step(
    label: string | null,
    take: () => Result<{ readonly patches: readonly Patch[] }>,
  ): Result<string | null> {
    if (label === null) return ok(null);
    const taken = take();
    if (!taken.ok) return taken;
    this.publish(taken.value.patches, this.historyState());
    return ok(label);
  }

  private historyState(): HistoryState {
    const { undo, redo } = this.file.history();
    return { undo: undo?.label ?? null, redo: redo?.label ?? null };
  }
}
