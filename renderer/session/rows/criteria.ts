import type { Flag } from '../../../shared/model/flag';
import { LANGUAGES } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import type { BaselineRule } from '../../../shared/reconcile/baseline';
import { baselineRuleNow } from '../matters/baseline';
import { filledLanguages, gatherCriteria, type RowCriteria } from './row-filters';
import { settingsStore } from '../settings/settings-store';
import { shownFlagsNow } from '../matters/shown-flags';
import type { FlagDraft } from '../place/view-store';

/** The last criteria, and what they were gathered of: each place that asks gets the same. */
let gathered: { readonly of: readonly unknown[]; readonly criteria: RowCriteria } | null = null;

/** What rows are judged by; `filled` names the languages that have any text, in their order. */
export function criteriaOf(
  flags: readonly Flag[],
  filled: string,
  checkBelow: number,
  baseline: BaselineRule,
): RowCriteria {
  const of = [flags, filled, checkBelow, baseline];
  if (gathered && of.every((each, n) => each === gathered?.of[n])) return gathered.criteria;
  const languages = LANGUAGES.filter((language) => filled.includes(language));
  const criteria = gatherCriteria(flags, languages, checkBelow, baseline, gathered?.criteria);
  gathered = { of, criteria };
  return criteria;
}

/** The same, with the flag that is being written among the flags: its words are marked in the texts. */
export function withDraft(
  criteria: RowCriteria,
  flags: readonly Flag[],
  draft: FlagDraft | null,
): RowCriteria {
  if (!draft) return criteria;
  const { flagId, ...content } = draft;
  const shown = { ...content, id: 'draft', status: 'open', author: '', time: 0, thread: [] } as const;
  const others = flags.filter((flag) => flag.id !== flagId);
  const { languages, checkBelow, baseline } = criteria;
  return gatherCriteria([...others, shown], languages, checkBelow, baseline, criteria);
}

/** What rows are judged by at this moment. */
export function criteriaNow(project: Project): RowCriteria {
  return criteriaOf(
    shownFlagsNow(project),
    filledLanguages(project.rows).join(),
    settingsStore.getState().settings.checkBelow,
    baselineRuleNow(),
  );
}
