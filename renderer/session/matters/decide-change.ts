import { paragraphNow } from '../project/text-of';
import { replaceStretch, type Hunk } from '../../../shared/reconcile/hunks';
import { baselineText } from '../../../shared/reconcile/baseline';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { handOver } from '../typing/active-editor';
import { baselineRuleNow } from './baseline';
import { send } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';
import { tellUndoable } from '../notices/tell-undoable';
import { changeAt, changesIn, formerText } from './changes-in';
import type { Matter } from './matter';
import { dealWith } from './show-matter';

type Change = Extract<Matter, { kind: 'change' }>;

/** Accepts or rejects one suggestion, and goes on to the next. */
export async function decideSuggestion(matter: Change, accept: boolean): Promise<void> {
  await dealWith(matter, async () => {
    const found = await changeNow(matter);
    if (!found?.paragraph.pending) return false;
    const { paragraph, which } = found;
    if (!(await send({ type: 'decideSuggestions', paragraphIds: [paragraph.id], which, accept })))
      return false;
    tellUndoable(accept ? 'news.doneAccepted' : 'news.doneRejected', {});
    return true;
  });
}

/** Puts back what stood in place of one change, and goes on to the next; other changes of the text stay. */
export async function takeChangeBack(matter: Change): Promise<void> {
  await dealWith(matter, async () => {
    const found = await changeNow(matter);
    if (!found || found.paragraph.pending) return false;
    const { paragraph, hunk } = found;
    const former = formerText(paragraph, baselineText(baselineRuleNow(), paragraph), 'changes');
    const put = replaceStretch(paragraph, hunk.after, former, hunk.before);
    const content = normaliseRich(put.text, put.marks);
    const texts = [{ paragraphId: paragraph.id, content }];
    if (!(await send({ type: 'takeBackChanges', texts }))) return false;
    tellUndoable('news.doneTakenBack', {});
    return true;
  });
}

/** The change as it is once everything typed is in the project; null where it is gone. */
async function changeNow({ paragraphId, at }: Change) {
  await handOver();
  const paragraph = paragraphNow(paragraphId);
  const { textView } = settingsStore.getState().settings;
  const changes: readonly Hunk[] = paragraph ? changesIn(paragraph, baselineRuleNow(), textView) : [];
  const which = changeAt(changes, at);
  const hunk = changes[which];
  return paragraph && hunk ? { paragraph, hunk, which } : null;
}
