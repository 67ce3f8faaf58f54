import type { Command } from '../../../shared/commands/command';
import type { Project } from '../../../shared/model/project';
import type { Row } from '../../../shared/model/row';
import { bridge } from '../../bridge';
import { showFailure, showNews } from '../../store/notice-store';
import { useProjectStore } from '../../store/project-store';
import { useSettingsStore, visibleColumns } from '../../store/settings-store';
import { useViewStore, type Selected } from '../../store/view-store';

/** Where a person is: the project, the row and the cell. */
export interface Here {
  readonly project: Project;
  readonly row: Row;
  readonly index: number;
  readonly selected: Selected;
}

export function settings() {
  return useSettingsStore.getState().settings;
}

export function columns() {
  return visibleColumns(settings());
}

export function whenOpen(act: () => void): void {
  if (useProjectStore.getState().project) act();
}

export async function whenHere(act: (here: Here) => void | Promise<void>): Promise<void> {
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  const index = project?.rows.findIndex((row) => row.id === selected?.rowId) ?? -1;
  const row = project?.rows[index];
  if (project && row && selected) return act({ project, row, index, selected });
}

/** Sends a command whose only possible refusal is that there is nothing to do. */
export async function sendQuietly(command: Command): Promise<boolean> {
  const answer = await bridge.request('project/command', { command, group: null });
  if (!answer.ok && answer.failure.code !== 'commandRefused') showFailure(answer.failure);
  if (!answer.ok && answer.failure.code === 'commandRefused') showNews('news.nothingToDo');
  return answer.ok;
}
