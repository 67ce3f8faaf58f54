import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { app, type BrowserWindow } from 'electron';
import type { AlignOptions } from '../../shared/align/align-versions';
import { readGlossary } from '../../shared/align/glossary';
import type { Events, EventName, ProjectSnapshot } from '../../shared/contract/channels';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { ok, type Failure, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import { allTerms, rememberKnown } from '../checking/check-context';
import { startCheckProcess } from '../jobs/check-process';
import { Checking } from '../jobs/checking';
import { runJob } from '../jobs/run-job';
import type { Task, TaskResults } from '../jobs/task';
import type { PackedOriginal } from '../project/originals';
import type { OnStanding } from '../project/published-file';
import type { Job } from '../system/job';
import { log, logDescribed } from '../system/log/log';
import { changeSettings, noteProgress, rememberRecent, settings } from '../system/settings';
import { takeTurns, type Steps } from '../system/steps';
import { chooseLanguage } from '../system/translate';
import { backupFolder } from './backup-folder';
import { confirmedTexts, earlierConfirmedTexts, keepConfirmedTexts } from './confirmed-rows';
import { tell } from './handle';
import { nameWithEnding } from './name-ending';
import { OpenProject, type Publish } from './open-project';
import { ReadDocuments } from './read-documents';
import { workingPlaces } from './working-places';

/** Learning words from more confirmed rows takes longer than it helps. */
const MOST_LEARNED_FROM = 300;

/** A job shorter than this shows no progress: a bar that flashes by is noise. */
const QUIET_MS = 300;

/** What the running app has: its window, the open project, the job under way. */
export class AppContext {
  window: BrowserWindow | null = null;
  open: OpenProject | null = null;
  /** What went wrong with the project named at start; told once the page asks. */
  startFailure: Failure | null = null;
  /** A project another start of the app was asked to open. */
  waitingPath: string | null = null;
  readonly documents = new ReadDocuments(randomUUID);
  private readonly knownToChecks = rememberKnown();
  readonly checking = new Checking(
    {
      project: () => this.open && { rows: this.open.project.rows, state: this.open.state },
      known: () => this.knownToChecks(settings(), this.open?.project ?? {}),
      found: (found) => this.tell('checks/found', found),
      trouble: (trouble, at) => {
        const code = 'code' in trouble ? { code: trouble.code } : {};
        log('checks in trouble', { trouble: trouble.kind, check: at?.check ?? null, ...code });
        if (trouble.kind === 'bug') logDescribed('bug', trouble.error, { job: 'check' });
      },
      stopped: () => {
        log('checks stopped');
        this.tell('checks/stopped', null);
      },
    },
    startCheckProcess,
  );
  private job: Job<unknown> | null = null;

  tell<E extends EventName>(event: E, payload: Events[E]): void {
    tell(this.window, event, payload);
  }

  uiLanguage(): InterfaceLanguage {
    return settings().uiLanguage ?? chooseLanguage(app.getPreferredSystemLanguages());
  }

  author(): string {
    return settings().author || userInfo().username;
  }

  /**
   * Opens a project file in place of the one that is open, which is closed only when the new one is there. Of two that
   * are asked for at a time the later one is opened.
   */
  async openProject(path: string): Promise<Result<ProjectSnapshot>> {
    // What another process had open may by now be free, or have changed.
    const free = this.open?.readOnly?.kind !== 'inUse';
    if (this.open?.path === path && free) return ok(this.open.snapshot());
    return this.show(OpenProject.openInSteps(...this.opening(path)));
  }

  /** Writes a new project to a file and opens it as `openProject` does. */
  createProject(
    path: string,
    project: Project,
    originals: readonly PackedOriginal[],
  ): Promise<Result<ProjectSnapshot>> {
    return this.show(OpenProject.createInSteps(project, originals, ...this.opening(path)));
  }

  private opening(path: string): Parameters<typeof OpenProject.openInSteps> {
    const publish: Publish = (patched) => {
      this.tell('project/patched', patched);
      this.checking.follow(patched.patches, patched.state);
      this.checking.tellKnown();
    };
    const places = workingPlaces((stem) => nameWithEnding(stem, 'mine', this.uiLanguage()));
    const onStanding: OnStanding = (standing) => this.tell('project/standing', standing);
    return [path, this.author(), publish, backupFolder(), places, onStanding];
  }

  /** Shows a project in place of the one that is open once it is there. */
  private async show(steps: Steps<Result<OpenProject>>): Promise<Result<ProjectSnapshot>> {
    const opened = await this.watch('open', (onProgress) => takeTurns(steps, onProgress));
    if (!opened.ok) return opened;
    this.closeProject();
    this.open = opened.value;
    const { project, readOnly } = opened.value;
    log('opened', {
      rows: project.rows.length,
      flags: project.flags.length,
      readOnly: readOnly?.kind ?? false,
    });
    this.rememberOpen();
    this.nameWindow();
    return ok(opened.value.snapshot());
  }

  /** The project that is open is among the recent ones, where it now is. */
  rememberOpen(): void {
    if (this.open) rememberRecent(this.open.path, this.open.project, Date.now());
    this.tellSettings();
  }

  /** Closes the project file; what was confirmed in it helps to align the next article. */
  putAway(): void {
    this.checking.end();
    if (this.open) {
      keepConfirmedTexts(this.open.project);
      const { state, project } = this.open;
      noteProgress(this.open.path, project);
      log('closed', { changes: state, kept: this.open.close() });
      // Where another file lies in the place of theirs, people have to find the one with what they wrote.
      const { standing } = this.open;
      if ('mine' in standing && standing.mine !== null) rememberRecent(standing.mine, project, Date.now());
    }
    this.open = null;
  }

  closeProject(): void {
    this.putAway();
    // The list of recent projects says how far this one has come.
    this.tellSettings();
    this.nameWindow();
  }

  /** The window goes by the name of the article. */
  nameWindow(): void {
    this.window?.setTitle(this.open ? `${this.open.project.title} — Triptych` : 'Triptych');
  }

  changeSettings(change: Parameters<typeof changeSettings>[0]): void {
    changeSettings(change);
    this.checking.tellKnown();
    this.tellSettings();
  }

  /** Tells the window what the settings now are. */
  tellSettings(): void {
    this.tell('settings/changed', { settings: settings(), uiLanguage: this.uiLanguage() });
  }

  /** Runs a job with its progress shown in the window. A second one waits for nobody: it replaces the first. */
  run<T extends Task>(
    kind: NonNullable<Events['job/progress']>['kind'],
    task: T,
  ): Promise<Result<TaskResults[T['kind']]>> {
    return this.watch(kind, (onProgress) => runJob(task, onProgress));
  }

  /** Shows the progress of a job that is begun here, and lets the person stop it. */
  async watch<T>(
    kind: NonNullable<Events['job/progress']>['kind'],
    begin: (onProgress: (share: number) => void) => Job<T>,
  ): Promise<Result<T>> {
    this.cancelJob();
    let share = 0;
    let shown = false;
    const show = setTimeout(() => {
      shown = true;
      this.tell('job/progress', { kind, share });
    }, QUIET_MS);
    let job: Job<T> | null = null;
    try {
      job = begin((done) => {
        share = done;
        if (shown) this.tell('job/progress', { kind, share });
      });
      this.job = job;
      return await job.result;
    } finally {
      // After a bug, too: a bar that stays would tell of work that nobody does.
      clearTimeout(show);
      if (shown) this.tell('job/progress', null);
      if (this.job === job) this.job = null;
    }
  }

  /** What the aligner can know of words: the glossary, and rows confirmed in this project and before. */
  knownWords(): Pick<AlignOptions, 'glossary' | 'confirmed'> {
    const project = this.open?.project ?? null;
    const confirmed = [...confirmedTexts(project?.rows ?? []), ...earlierConfirmedTexts(project?.id ?? null)];
    return {
      glossary: readGlossary(allTerms(settings().glossary, project ?? {})).terms.join('\n'),
      confirmed: confirmed.slice(0, MOST_LEARNED_FROM),
    };
  }

  cancelJob(): void {
    this.job?.cancel();
  }
}
