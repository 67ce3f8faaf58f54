import { expect, test } from 'vitest';
import {
  decisionsKept,
  firstDecisions,
  type Decision,
} from '../../../../../renderer/features/reconcile/draft-state';
import type { DraftDifference } from '../../../../../shared/reconcile/draft-merge';

const removed = (id: string): DraftDifference => ({
  kind: 'removed',
  paragraphIds: [id],
  base: [{ text: id, marks: [] }],
  conflict: true,
});

test('what was decided stays decided where a new comparison says the same, wherever it stands', () => {
  const differences = [removed('a'), removed('b')];
  const decisions: readonly Decision[] = [
    { taken: true, picks: [], written: null },
    { taken: true, picks: [], written: null },
  ];
  const changed = { ...removed('a'), base: [{ text: 'other', marks: [] }] } as DraftDifference;
  const now = [removed('c'), removed('b'), changed];
  expect(decisionsKept({ differences, decisions }, now)).toEqual([
    firstDecisions(now)[0],
    decisions[1],
    firstDecisions(now)[2],
  ]);
});
