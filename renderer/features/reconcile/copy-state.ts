import type { CopyPlan, PlannedConflict } from '../../../shared/contract/copy-plan';
import type { MergeChoices } from '../../../shared/reconcile/merge-choices';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { resultText, type Decision } from './draft-state';

/** What a person has said of a plan. */
export interface CopyDecisions {
  /** For each conflict, in order. */
  readonly conflicts: readonly Decision[];
  /** Paragraphs whose text is to stay as it is. */
  readonly left: readonly string[];
}

/** Nothing is decided yet. */
export function firstCopyDecisions({ conflicts }: CopyPlan): CopyDecisions {
  return {
    conflicts: conflicts.map(({ chunks }) => ({
      taken: true,
      picks: chunks ? chunks.flatMap(({ kind }) => (kind === 'conflict' ? [null] : [])) : [null],
      written: null,
    })),
    left: [],
  };
}

/** What was decided about one plan, for another of the same copy: only what says the same in both is decided. */
export function copyDecisionsKept(
  before: { readonly plan: CopyPlan; readonly decisions: CopyDecisions },
  now: CopyPlan,
): CopyDecisions {
  const said = new Map(
    before.plan.conflicts.map((each, n) => [contentOf(each), before.decisions.conflicts[n]]),
  );
  const fresh = firstCopyDecisions(now);
  const there = new Set(now.taken.flatMap(({ paragraphId }) => paragraphId ?? []));
  return {
    conflicts: fresh.conflicts.map((first, n) => said.get(contentOf(now.conflicts[n])) ?? first),
    left: before.decisions.left.filter((id) => there.has(id)),
  };
}

function contentOf(conflict: PlannedConflict | undefined): string {
  return JSON.stringify([conflict?.key, conflict?.chunks, conflict?.ours, conflict?.theirs]);
}

/** Whether something is left that a person could decide. */
export function isOpen({ canChoose }: PlannedConflict, { picks, written }: Decision): boolean {
  return canChoose && written === null && picks.includes(null);
}

/** What is to be done with the copy. What is open is left out: it stays as it is here. */
export function choicesOf({ conflicts }: CopyPlan, decisions: CopyDecisions): MergeChoices {
  return {
    decided: conflicts.flatMap((conflict, n): MergeChoices['decided'] => {
      const decision = decisions.conflicts[n];
      if (!decision || !conflict.canChoose || isOpen(conflict, decision)) return [];
      const { key, chunks } = conflict;
      if (!chunks) return [{ key, side: decision.picks[0] === 'theirs' ? 'theirs' : 'ours', content: null }];
      const { text, marks } = resultText({ chunks }, decision);
      const content = normaliseRich(text, marks);
      return [{ key, side: 'ours', content }];
    }),
    left: decisions.left,
  };
}
