import { useMemo } from 'react';
import { flagsFor, isReviewingBlind } from '../../shared/model/blind-review';
import type { Flag } from '../../shared/model/flag';
import type { Project } from '../../shared/model/project';
import { useProject } from './project-store';
import { useAuthor, useSettingsStore } from './settings-store';

/** The flags this person may see: their own while they review blind. The same list while nothing in it changes. */
export function useShownFlags(): readonly Flag[] {
  const project = useProject();
  const author = useAuthor();
  const { flags, review } = project;
  return useMemo(() => flagsFor({ flags, review }, author), [flags, review, author]);
}

/** The flags this person may see at this moment. */
export function shownFlagsNow(project: Project): readonly Flag[] {
  const { settings, systemAuthor } = useSettingsStore.getState();
  return flagsFor(project, settings.author || systemAuthor);
}

/** Whether this person is reviewing without seeing what others have flagged. */
export function useReviewingBlind(): boolean {
  return isReviewingBlind(useProject(), useAuthor());
}
