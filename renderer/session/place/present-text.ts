import { runsOver } from '../../../shared/diff/diff-stretch';
import { mapSpan } from '../../../shared/diff/map-offset';
import { baselineText } from '../../../shared/reconcile/baseline';
import type { Span } from '../../../shared/text/sentences';
import { baselineRuleNow } from '../matters/baseline';
import { settingsStore } from '../settings/settings-store';
import { paragraphNow } from '../project/text-of';

/** Words of the present text of a paragraph, with their UTF-16 offsets in it. */
interface Stretch extends Span {
  readonly quote: string;
}

/**
 * Where a stretch of a paragraph as it is shown stands in its present text: in _Original_ an earlier text is shown. What
 * is gone stands, empty, at the place where it was.
 */
export function inPresentText(paragraphId: string, shown: Span): Stretch {
  const paragraph = paragraphNow(paragraphId);
  const { text } = paragraph ?? { text: '' };
  const isOriginal = settingsStore.getState().settings.textView === 'original';
  const earlier = paragraph && isOriginal ? baselineText(baselineRuleNow(), paragraph) : paragraph;
  const { start, end } =
    paragraph && earlier && earlier !== paragraph
      ? mapSpan(shown, runsOver(earlier, paragraph, shown))
      : shown;
  return { start, end, quote: text.slice(start, end) };
}
