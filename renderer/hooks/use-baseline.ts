import { useStore } from 'zustand';
import type { BaselineRule } from '../../shared/reconcile/baseline';
import { ruleOf, snapshotOf } from '../session/matters/baseline';
import { projectStore } from '../session/project/project-store';
import { viewStore, type Baseline } from '../session/place/view-store';

/** What texts are compared with, the same object as long as that stays the same. */
export function useBaselineRule(): BaselineRule {
  const baseline = useStore(viewStore, (state) => state.baseline);
  return useStore(projectStore, (state) => ruleOf(baseline, state.project));
}

/** The baseline as a person chose it; the imported texts where the snapshot they chose is no longer kept. */
export function useBaseline(): Baseline {
  const baseline = useStore(viewStore, (state) => state.baseline);
  const there = useStore(
    projectStore,
    ({ project }) => baseline.kind !== 'snapshot' || snapshotOf(baseline.snapshotId, project) !== null,
  );
  return there ? baseline : { kind: 'imported' };
}
