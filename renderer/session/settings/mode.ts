import type { Mode } from '../../../shared/contract/settings';
import { projectStore } from '../project/project-store';
import { settingsStore } from './settings-store';

/** How a person works with the texts at this moment: a project that cannot be changed is read, whatever was chosen. */
export function modeNow(): Mode {
  return projectStore.getState().readOnly === null ? settingsStore.getState().settings.mode : 'reading';
}
