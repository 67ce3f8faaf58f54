import { flagsFor } from '../../../shared/model/blind-review';
import type { Flag } from '../../../shared/model/flag';
import type { Project } from '../../../shared/model/project';
import { authorOf, settingsStore } from '../settings/settings-store';

/** The flags this person may see at this moment: their own while they review blind. */
export function shownFlagsNow(project: Project): readonly Flag[] {
  return flagsFor(project, authorOf(settingsStore.getState()));
}
