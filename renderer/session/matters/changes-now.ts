import type { Paragraph, RichText } from '../../../shared/model/paragraph';
import { baselineText } from '../../../shared/reconcile/baseline';
import { replaceStretch, type Hunk } from '../../../shared/reconcile/hunks';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { paragraphNow } from '../project/text-of';
import { settingsStore } from '../settings/settings-store';
import { baselineRuleNow } from './baseline';
import { changeAt, changesIn, formerText } from './changes-in';
import type { Matter } from './matter';

/** A change or suggestion as it is in the project now. */
export interface ChangeNow {
  readonly paragraph: Paragraph;
  readonly hunk: Hunk;
  /** Its position among the changes of the paragraph. */
  readonly which: number;
}

/** A change as it is now; null where it is gone. */
export function changeNow({ paragraphId, at }: Extract<Matter, { kind: 'change' }>): ChangeNow | null {
  const paragraph = paragraphNow(paragraphId);
  const { textView } = settingsStore.getState().settings;
  const changes = paragraph ? changesIn(paragraph, baselineRuleNow(), textView) : [];
  const which = changeAt(changes, at);
  const hunk = changes[which];
  return paragraph && hunk ? { paragraph, hunk, which } : null;
}

/** The text with what stood in place of one change put back; other changes of it stay. */
export function formerContent({ paragraph, hunk }: ChangeNow): RichText {
  const former = formerText(paragraph, baselineText(baselineRuleNow(), paragraph), 'changes');
  const put = replaceStretch(paragraph, hunk.after, former, hunk.before);
  return normaliseRich(put.text, put.marks);
}
