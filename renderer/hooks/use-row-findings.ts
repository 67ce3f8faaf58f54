import { useStore } from 'zustand';
import type { Finding } from '../../shared/checks/engine/finding';
import { findingsStore, NO_FINDINGS } from '../session/matters/findings-store';

/** The findings of a row that a person still has to look at; the same list as long as they stay the same. */
export function useRowFindings(rowId: string): readonly Finding[] {
  return useStore(findingsStore, (state) => state.open.get(rowId) ?? NO_FINDINGS);
}
