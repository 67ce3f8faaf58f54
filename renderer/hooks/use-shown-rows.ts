import { useMemo } from 'react';
import { useStore } from 'zustand';
import { findingsStore } from '../session/matters/findings-store';
import type { FoundRows } from '../session/rows/row-filters';
import { listShownRows, type ShownRow } from '../session/rows/shown-rows';
import { viewStore } from '../session/place/view-store';
import { useProject } from './use-project';
import { useRowCriteria } from './use-row-criteria';

/** No rows, while nobody asks where something is found: what is shown then stays the same. */
const NO_ROWS: FoundRows = new Set<string>();

/** The rows the filter lets through. The row a person is on stays, so that it cannot vanish under their hands. */
export function useShownRows(): readonly ShownRow[] {
  const { rows } = useProject();
  const criteria = useRowCriteria();
  const filter = useStore(viewStore, (state) => state.filter);
  const heldRowId = useStore(viewStore, (state) =>
    state.filter === 'all' ? null : (state.selected?.rowId ?? null),
  );
  const found = useStore(findingsStore, ({ open }) => (filter === 'found' ? open : NO_ROWS));
  return useMemo(
    () => listShownRows(rows, filter, heldRowId, criteria, found),
    [rows, filter, heldRowId, criteria, found],
  );
}
