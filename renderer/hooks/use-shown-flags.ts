import { useMemo } from 'react';
import { useStore } from 'zustand';
import { flagsFor, isReviewingBlind } from '../../shared/model/blind-review';
import type { Flag } from '../../shared/model/flag';
import { authorOf, settingsStore } from '../session/settings/settings-store';
import { useProject } from './use-project';

/** The flags this person may see: their own while they review blind. The same list while nothing in it changes. */
export function useShownFlags(): readonly Flag[] {
  const { flags, review } = useProject();
  const author = useAuthor();
  return useMemo(() => flagsFor({ flags, review }, author), [flags, review, author]);
}

/** Whether this person is reviewing without seeing what others have flagged. */
export function useReviewingBlind(): boolean {
  return isReviewingBlind(useProject(), useAuthor());
}

/** The name this person's changes and flags are signed with. */
export function useAuthor(): string {
  return useStore(settingsStore, authorOf);
}
