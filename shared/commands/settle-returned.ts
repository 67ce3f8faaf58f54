import type { Flag } from '../model/flag';
import type { Language } from '../model/language';
import type { Project } from '../model/project';
import { versionParagraphs } from '../model/row';
import { decidedThere, type ReturnedReview } from '../reconcile/returned-review';
import { decideSuggestions } from './decide-suggestions';

/** A remark of ours that was answered in a file, or settled there. */
export interface ReturnedRemark {
  readonly flagId: string;
  readonly replies: Flag['thread'];
  readonly isResolved: boolean;
}

/**
 * Carries out what was decided in a file that was exported with changes tracked, and takes over answers to flags.
 *
 * @param before the project before the differences of its text were brought in: those are decided here
 */
export function settleReturned(
  before: Project,
  project: Project,
  language: Language,
  returned: { readonly review: ReturnedReview; readonly remarks: readonly ReturnedRemark[] },
): Project {
  let settled = project;
  for (const paragraph of versionParagraphs(before.rows, language)) {
    for (const { which, accept } of decidedThere(paragraph, returned.review))
      settled =
        decideSuggestions.apply(settled, {
          type: 'decideSuggestions',
          paragraphIds: [paragraph.id],
          which,
          accept,
        }) ?? settled;
  }
  const byFlag = new Map(returned.remarks.map((remark) => [remark.flagId, remark]));
  const flags = settled.flags.map((flag): Flag => {
    const remark = byFlag.get(flag.id);
    if (!remark) return flag;
    const known = new Set(flag.thread.map(({ id }) => id));
    const thread = [...flag.thread, ...remark.replies.filter(({ id }) => !known.has(id))];
    return {
      ...flag,
      thread,
      status: remark.isResolved && flag.status === 'open' ? 'resolved' : flag.status,
    };
  });
  return { ...settled, flags };
}
