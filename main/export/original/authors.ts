import { mapSpan } from '../../../shared/diff/map-offset';
import { diffTexts } from '../../../shared/diff/diff-words';
import type { Authored, Paragraph, RichText } from '../../../shared/model/paragraph';
import type { Revision } from '../../../shared/model/revision';
import { NO_TEXT } from '../../../shared/reconcile/baseline';
import { findHunks } from '../../../shared/reconcile/hunks';

/**
 * Who made a paragraph what it is; who took something out stands at the place where it was. Those who suggested what waits
 * come last.
 *
 * @param revisions newest first
 */
export function authorsOf(paragraph: Paragraph, revisions: readonly Revision[]): readonly Authored[] {
  let authored: readonly Authored[] = [];
  let text: RichText = NO_TEXT;
  for (const { before, after, author, time } of revisions.toReversed()) {
    const [former, present] = [before ?? NO_TEXT, after ?? NO_TEXT];
    const made = findHunks(former, present).map((hunk): Authored => ({ author, time, ...hunk.after }));
    authored = [...carry(authored, former, present), ...made];
    text = present;
  }
  return [...carry(authored, text, paragraph), ...(paragraph.pending?.by ?? [])];
}

function carry(authored: readonly Authored[], former: RichText, present: RichText): readonly Authored[] {
  if (authored.length === 0 || former.text === present.text) return authored;
  const runs = diffTexts(former.text, present.text);
  return authored.map((each) => {
    const { start, end } = mapSpan(each, runs);
    return { ...each, start, end };
  });
}
