import type { Settings } from '../../../shared/contract/settings';
import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import { baselineText, type BaselineRule } from '../../../shared/reconcile/baseline';
import { findHunks, type Hunk } from '../../../shared/reconcile/hunks';
import { suggestionsIn } from '../../../shared/reconcile/suggestions';

/** What is shown as changed in a paragraph, and against which text. */
interface Changes {
  readonly former: RichText;
  readonly hunks: readonly Hunk[];
}

/** Paragraphs are replaced and never changed: what was found in one is kept as long as it lives. */
const known = new WeakMap<Paragraph, Changes>();

/**
 * The text whose words are shown as gone in a paragraph; the paragraph itself where nothing is. What is suggested is shown
 * in every view, and alone: it waits for a decision, other changes have been made.
 */
export function formerText(
  paragraph: Paragraph,
  baseline: RichText,
  textView: Settings['textView'],
): RichText {
  return paragraph.pending?.settled ?? (textView === 'changes' ? baseline : paragraph);
}

/** The changes that are shown in a paragraph, in order: its suggestions, or what differs from the baseline. */
export function changesIn(
  paragraph: Paragraph,
  rule: BaselineRule,
  textView: Settings['textView'],
): readonly Hunk[] {
  const former = formerText(paragraph, baselineText(rule, paragraph), textView);
  if (former === paragraph) return [];
  if (paragraph.pending) return suggestionsIn(paragraph);
  const before = known.get(paragraph);
  if (before?.former === former) return before.hunks;
  const hunks = findHunks(former, paragraph);
  known.set(paragraph, { former, hunks });
  return hunks;
}

/** The position of the change at a UTF-16 offset of the present text; -1 where there is none. */
export function changeAt(changes: readonly Hunk[], at: number): number {
  const around = changes.findIndex(
    ({ after: { start, end } }) => start <= at && (at < end || (start === end && at === start)),
  );
  return around === -1 ? changes.findIndex(({ after: { start, end } }) => start <= at && at <= end) : around;
}
