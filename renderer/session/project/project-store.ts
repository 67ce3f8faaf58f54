import { createStore } from 'zustand/vanilla';
import type { Command } from '../../../shared/commands/command';
import { applyPatch } from '../../../shared/patch/project-patch';
import type {
  Events,
  HistoryState,
  ProjectSnapshot,
  ReadOnlyReason,
} from '../../../shared/contract/channels';
import type { Failure, FailureCode, Result } from '../../../shared/model/failure';
import { LANGUAGES } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import { bridge } from '../bridge';
import { clearPassedNotice, showFailure, showNews } from '../notices/notice-store';
import { settingsStore } from '../settings/settings-store';

/** The open project as the main process last told it; the window never changes it on its own. */
interface ProjectStore {
  readonly project: Project | null;
  readonly path: string;
  /** Why nothing can be changed; null where it can. */
  readonly readOnly: ReadOnlyReason | null;
  readonly history: HistoryState;
  /** How often the project has changed since it was opened. */
  readonly state: number;
  /** Why the last change that was asked for could not be kept; null once one could. */
  readonly refused: Failure | null;
}

const CLOSED: ProjectStore = {
  project: null,
  path: '',
  readOnly: null,
  history: { undo: null, redo: null },
  state: 0,
  refused: null,
};

export const projectStore = createStore<ProjectStore>()(() => CLOSED);

/** What was told of a project while it was on its way to the window; null while none is. */
let early: Events['project/patched'][] | null = null;

/** Has what is told from now on wait for the project it is about. */
export function expectSnapshot(): void {
  early ??= [];
}

/** Shows a project that has arrived, with what was told of it meanwhile; nothing of it where it did not arrive. */
export function mirrorSnapshot(snapshot: ProjectSnapshot, project: Project): void {
  const { path, readOnly, history, state } = snapshot;
  projectStore.setState({ project, path, readOnly, history, state, refused: null });
  mirrorEarly(state);
}

/** Goes on with the project that is shown: the one that was expected does not come. */
export function mirrorEarly(since: number): void {
  const missed = early ?? [];
  early = null;
  for (const patched of missed) if (patched.state > since) mirrorPatches(patched);
}

/** Applies what main has changed to the mirror; what comes before the project itself waits for it. */
export function mirrorPatches(patched: Events['project/patched']): void {
  if (early) return void early.push(patched);
  const { patches, history, state } = patched;
  const { project } = projectStore.getState();
  const after = project && patches.reduce(applyPatch, project);
  projectStore.setState({ project: after, history, state, refused: null });
  clearPassedNotice(state);
  if (project && after) tellOpened(project, after);
}

/** An edit that takes a signature away says so. */
function tellOpened(before: Project, after: Project): void {
  if (before.review === after.review || before.rows === after.rows) return;
  const opened = LANGUAGES.filter(
    (language) => before.review?.signOffs[language] && !after.review?.signOffs[language],
  );
  for (const language of opened) showNews('news.signOffOpened', { language });
}

/** Shows no project any more. */
export function mirrorClose(): void {
  projectStore.setState(CLOSED);
}

/** Commands that put other words into a text; who only reads wants none of them. What is typed comes another way. */
const CHANGES_WORDS: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'editParagraph',
  'applyFix',
  'fixFindings',
  'replaceWords',
  'decideSuggestions',
  'takeBackChanges',
  'restoreSnapshot',
]);

/** Asks the main process to carry out a command; what goes wrong is shown. True when it was done, and the mirror shows it. */
export async function send(command: Command, group: string | null = null): Promise<boolean> {
  if (settingsStore.getState().settings.mode === 'reading' && CHANGES_WORDS.has(command.type)) {
    showNews('why.reading');
    return false;
  }
  return arrived(await bridge.request('project/command', { command, group }));
}

/** Tells why a change could not be made, or waits until the mirror shows it: an answer may overtake the patches. */
export async function arrived(done: Result<number>): Promise<boolean> {
  if (!told(done)) return false;
  if (done.ok) await mirrored(done.value);
  return true;
}

/** Waits until the mirror is in a state of that number, or of another project. */
export function mirrored(state: number): Promise<void> {
  const { path } = projectStore.getState();
  const isThere = (now: ProjectStore) => now.state >= state || now.path !== path;
  return new Promise((resolve) => {
    if (isThere(projectStore.getState())) return resolve();
    const stop = projectStore.subscribe((now) => {
      if (!isThere(now)) return;
      stop();
      resolve();
    });
  });
}

/** Takes the last change back, or makes it again; the label of what that was, null when there was nothing. */
export async function step(direction: 'undo' | 'redo'): Promise<string | null> {
  const { state } = projectStore.getState();
  const done = await bridge.request(`project/${direction}`, null);
  if (!told(done) || !done.ok || done.value === null) return null;
  await mirrored(state + 1);
  return done.value;
}

/** What makes no sense is refused without anything being lost. */
const NOTHING_LOST: readonly FailureCode[] = ['commandRefused', 'projectMoved', 'jobCancelled'];

/** Tells a person why a change could not be made; true when it was. */
export function told(result: Result<unknown>): boolean {
  if (result.ok) return true;
  showFailure(result.failure);
  if (!NOTHING_LOST.includes(result.failure.code)) projectStore.setState({ refused: result.failure });
  return false;
}
