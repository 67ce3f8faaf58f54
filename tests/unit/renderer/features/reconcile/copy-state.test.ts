import { expect, test } from 'vitest';
import {
  choicesOf,
  copyDecisionsKept,
  firstCopyDecisions,
  isOpen,
  type CopyDecisions,
} from '../../../../../renderer/features/reconcile/copy-state';
import type { Decision } from '../../../../../renderer/features/reconcile/draft-state';
import type { CopyPlan, PlannedChange, PlannedConflict } from '../../../../../shared/contract/copy-plan';
import { mergeTexts } from '../../../../../shared/reconcile/merge-texts';

const plain = (text: string) => ({ text, marks: [] });
const PLACE = { row: 1, rowId: 'row', language: 'en' as const };

const field = (key: string, theirs = 'Minor'): PlannedConflict => ({
  ...PLACE,
  key,
  what: 'Severity',
  chunks: null,
  ours: 'Major',
  theirs,
  canChoose: true,
});

const [base, ours, theirs] = ['It costs 30 soms.', 'It costs 40 soms.', 'It costs 60 soms.'].map(plain);

const text = (key: string): PlannedConflict => ({
  ...field(key),
  what: 'Text',
  chunks: mergeTexts(base ?? plain(''), ours ?? plain(''), theirs ?? plain('')),
});

const change = (paragraphId: string | null): PlannedChange => ({
  ...PLACE,
  what: 'edited',
  before: plain('a'),
  after: plain('b'),
  paragraphId,
});

const planOf = (conflicts: readonly PlannedConflict[], taken: readonly PlannedChange[] = []): CopyPlan => ({
  fileName: 'copy',
  people: [],
  last: null,
  conflicts,
  taken,
  ruled: [],
  kept: 0,
});

const picked = (pick: Decision['picks'][number], written: string | null = null): Decision => ({
  taken: true,
  picks: [pick],
  written: written === null ? null : plain(written),
});

test('nothing is decided at first: all that contradicts waits, and goes into the merging undecided', () => {
  const plan = planOf([text('t'), field('f'), { ...field('rows'), canChoose: false }]);
  const first = firstCopyDecisions(plan);
  expect(plan.conflicts.map((each, n) => isOpen(each, first.conflicts[n] ?? picked('ours')))).toEqual([
    true,
    true,
    // Nobody can choose here: it is told, and waits for nothing.
    false,
  ]);
  expect(choicesOf(plan, first)).toEqual({ decided: [], left: [] });
});

test('a decision says whose it is, and of a text what it is to say, in its normal form', () => {
  const plan = planOf([text('t'), field('f'), field('g'), text('u'), text('v')]);
  const conflicts = [
    picked('theirs'),
    picked('theirs'),
    picked('ours'),
    picked(null, 'It costs\n 50  soms.'),
    picked(null),
  ];
  expect(isOpen(text('u'), picked(null, 'Written'))).toBe(false);
  expect(choicesOf(plan, { conflicts, left: ['p'] })).toEqual({
    decided: [
      { key: 't', side: 'ours', content: theirs },
      { key: 'f', side: 'theirs', content: null },
      { key: 'g', side: 'ours', content: null },
      { key: 'u', side: 'ours', content: plain('It costs\n50 soms.') },
    ],
    left: ['p'],
  });
});

test('what was decided stays decided for another plan only where that says the same', () => {
  const plan = planOf([field('f'), field('g')], [change('p'), change('q')]);
  const decisions: CopyDecisions = {
    conflicts: [picked('theirs'), picked('theirs')],
    left: ['p', 'q'],
  };
  const now = planOf([field('new'), field('g'), field('f', 'Critical')], [change('q'), change(null)]);
  expect(copyDecisionsKept({ plan, decisions }, now)).toEqual({
    conflicts: [picked(null), picked('theirs'), picked(null)],
    left: ['q'],
  });
});
