import type { FindingsByRow } from '../../../shared/checks/engine/found-between';
import type { HistoryState } from '../../../shared/contract/channels';
import type { Settings } from '../../../shared/contract/settings';
import type { Project } from '../../../shared/model/project';
import { activeEditor } from '../typing/active-editor';
import { findingsStore } from '../matters/findings-store';
import { page } from '../page';
import { projectStore } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';
import { isAnythingUnkept } from '../typing/unkept-store';
import { viewStore } from '../place/view-store';

/**
 * What `when` judges by: the session at one moment. Where a person is does not belong to it: that is the target of an act,
 * which comes from whoever asks.
 */
export interface Situation {
  readonly project: Project | null;
  readonly isReadOnly: boolean;
  readonly history: HistoryState;
  /** Whether something typed is not in the project yet. */
  readonly isUnkept: boolean;
  /** Whether a text is open for editing, or opens right now. */
  readonly isEditing: boolean;
  /** Whether the focus is in a field that has an undo of its own. */
  readonly isInField: boolean;
  readonly picked: readonly string[];
  readonly settings: Settings;
  /** Whether a person looks at something that asks for an eye: a flag, a finding, a change. */
  readonly isMatterShown: boolean;
  /** What the checks find, by row. */
  readonly found: FindingsByRow;
}

/** The session as it is now. */
export function situationNow(): Situation {
  const { project, readOnly, history } = projectStore.getState();
  const { picked, shown, editing } = viewStore.getState();
  return {
    project,
    isReadOnly: readOnly !== null,
    history,
    isUnkept: isAnythingUnkept(),
    isEditing: editing !== null || activeEditor() !== null,
    isInField: page().isInField(),
    picked,
    settings: settingsStore.getState().settings,
    isMatterShown: shown !== null,
    found: findingsStore.getState().open,
  };
}
