import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Row } from '../../shared/model/row';
import { findingsStore } from '../session/matters/findings-store';
import { countRows, passedFilters, rememberJudged, type RowFilter } from '../session/rows/row-filters';
import { useProject } from './use-project';
import { useRowCriteria } from './use-row-criteria';

const NO_ROWS: readonly Row[] = [];

const filtersOf = rememberJudged(passedFilters);

/** How many rows each filter lets through. */
export function useFilterCounts(): Readonly<Record<RowFilter, number>> {
  // Looking through a long article takes a moment: its rows are shown first.
  const rows = useDeferredValue(useProject().rows, NO_ROWS);
  const criteria = useRowCriteria();
  const found = useStore(findingsStore, (state) => state.open);
  return useMemo(() => countRows(filtersOf(rows, criteria), found), [rows, criteria, found]);
}
