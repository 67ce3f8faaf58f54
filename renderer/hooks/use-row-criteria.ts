import { useMemo } from 'react';
import { useStore } from 'zustand';
import { criteriaOf, withDraft } from '../session/rows/criteria';
import { filledLanguages, type RowCriteria } from '../session/rows/row-filters';
import { settingsStore } from '../session/settings/settings-store';
import { viewStore } from '../session/place/view-store';
import { useBaselineRule } from './use-baseline';
import { useProject } from './use-project';
import { useShownFlags } from './use-shown-flags';

/** What rows are judged by. */
export function useRowCriteria(): RowCriteria {
  const { rows } = useProject();
  const flags = useShownFlags();
  const checkBelow = useStore(settingsStore, (state) => state.settings.checkBelow);
  const baseline = useBaselineRule();
  // As text, which is the same after an edit: all that is worked out by the criteria then stays as it is.
  const filled = useMemo(() => filledLanguages(rows).join(), [rows]);
  return criteriaOf(flags, filled, checkBelow, baseline);
}

/** The same, with the flag that is being written among the flags: its words are marked in the texts. */
export function useDraftCriteria(): RowCriteria {
  const flags = useShownFlags();
  const criteria = useRowCriteria();
  const draft = useStore(viewStore, (state) => state.flagDraft);
  return useMemo(() => withDraft(criteria, flags, draft), [flags, criteria, draft]);
}
