import type { Command } from '../../../shared/commands/command';
import type { Project } from '../../../shared/model/project';
import type { Row } from '../../../shared/model/row';
import { bridge } from '../bridge';
import { showNews } from '../notice-store';
import { arrived, projectStore } from '../project-store';
import { settingsStore, visibleColumns } from '../settings-store';
import type { Target } from '../target';
import type { Selected } from '../view-store';

/** What an act was asked for, as it stands in the project now. */
export interface Here extends Pick<Target, 'sentence' | 'words'> {
  readonly project: Project;
  readonly row: Row;
  readonly index: number;
  readonly selected: Selected;
}

export function settings() {
  return settingsStore.getState().settings;
}

export function columns() {
  return visibleColumns(settings());
}

export function whenOpen(act: () => void): void {
  if (projectStore.getState().project) act();
}

/** Acts on what was asked for, where it is still there. */
export async function whenHere(
  { place: selected, sentence, words }: Target,
  act: (here: Here) => void | Promise<void>,
): Promise<void> {
  const { project } = projectStore.getState();
  const index = project?.rows.findIndex((row) => row.id === selected?.rowId) ?? -1;
  const row = project?.rows[index];
  if (project && row && selected) return act({ project, row, index, selected, sentence, words });
}

/** Sends a command whose only possible refusal is that there is nothing to do. */
export async function sendQuietly(command: Command): Promise<boolean> {
  const answer = await bridge.request('project/command', { command, group: null });
  if (answer.ok || answer.failure.code !== 'commandRefused') return arrived(answer);
  showNews('news.nothingToDo');
  return false;
}
