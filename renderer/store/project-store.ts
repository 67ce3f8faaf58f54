import { create } from 'zustand';
import type { Command } from '../../shared/commands/command';
import { applyPatch } from '../../shared/commands/patch';
import type { Events, HistoryState, ProjectSnapshot, ReadOnlyReason } from '../../shared/contract/channels';
import type { Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { bridge } from '../bridge';
import { showFailure, showNews } from './notice-store';

/** The open project as the main process last told it; the window never changes it on its own. */
interface ProjectStore {
  readonly project: Project | null;
  readonly path: string;
  /** Why nothing can be changed; null where it can. */
  readonly readOnly: ReadOnlyReason | null;
  readonly history: HistoryState;
  /** How often the project has changed since it was opened. */
  readonly state: number;
}

const CLOSED: ProjectStore = {
  project: null,
  path: '',
  readOnly: null,
  history: { undo: null, redo: null },
  state: 0,
};

export const useProjectStore = create<ProjectStore>()(() => CLOSED);

export function mirrorSnapshot({ project, path, readOnly, history, state }: ProjectSnapshot): void {
  useProjectStore.setState({ project, path, readOnly, history, state });
}

/** Whether nothing can be changed in the open project. */
export function isReadOnly(): boolean {
  return useProjectStore.getState().readOnly !== null;
}

export function useReadOnly(): boolean {
  return useProjectStore((state) => state.readOnly !== null);
}

export function mirrorPatches({ patches, history, state }: Events['project/patched']): void {
  const { project } = useProjectStore.getState();
  const after = project && patches.reduce(applyPatch, project);
  useProjectStore.setState({ project: after, history, state });
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

export function mirrorClose(): void {
  useProjectStore.setState(CLOSED);
}

/** The open project; only called where one is open. */
export function useProject(): Project {
  const project = useProjectStore((state) => state.project);
  if (!project) throw new Error('no project is open');
  return project;
}

/** Asks the main process to carry out a command; what goes wrong is shown. True when it was done. */
export async function send(command: Command, group: string | null = null): Promise<boolean> {
  return settle(await bridge.request('project/command', { command, group }));
}

export async function undo(): Promise<string | null> {
  const done = await bridge.request('project/undo', null);
  settle(done);
  return done.ok ? done.value : null;
}

export async function redo(): Promise<string | null> {
  const done = await bridge.request('project/redo', null);
  settle(done);
  return done.ok ? done.value : null;
}

function settle(result: Result<unknown>): boolean {
  if (!result.ok) showFailure(result.failure);
  return result.ok;
}
