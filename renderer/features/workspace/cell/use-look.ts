import { useMemo } from 'react';
import type { Finding, FindingSpan } from '../../../../shared/checks/engine/finding';
import type { Flag } from '../../../../shared/model/flag';
import { baselineText } from '../../../../shared/reconcile/baseline';
import { useBaselineRule } from '../../../hooks/use-baseline';
import type { Look } from '../../../session/paint/paint-paragraph';
import {
  NO_FINDINGS,
  type PaintFindings,
  type PaintHit,
  type PaintSentence,
} from '../../../session/paint/pieces';
import type { ParagraphProps } from './cell-props';

const NO_FLAGS: readonly Flag[] = [];
const NO_HITS: readonly PaintHit[] = [];
const NO_SENTENCES: readonly PaintSentence[] = [];

/** What is to be seen of a paragraph: the same look as long as nothing in it changes, for only then need nothing be painted anew. */
export function useLook(props: ParagraphProps): Look {
  const { paragraph, criteria, lit, textView } = props;
  const baseline = baselineText(useBaselineRule(), paragraph);
  const flags = criteria.byParagraph.get(paragraph.id) ?? NO_FLAGS;
  const findings = useFindingsIn(paragraph.id, props.findings, props.compared);
  const hits = props.hits.get(paragraph.id) ?? NO_HITS;
  const sentences = props.sentences.get(paragraph.id) ?? NO_SENTENCES;
  return useMemo(
    () => ({ paragraph, baseline, flags, findings, hits, sentences, lit, textView }),
    [paragraph, baseline, flags, findings, hits, sentences, lit, textView],
  );
}

/** What of a row's findings stands in one paragraph. */
function useFindingsIn(
  paragraphId: string,
  findings: readonly Finding[],
  compared: readonly FindingSpan[],
): PaintFindings {
  return useMemo(() => {
    if (findings.length === 0 && compared.length === 0) return NO_FINDINGS;
    return {
      found: findings.filter(({ spans: [first] }) => first?.paragraphId === paragraphId),
      compared: compared.filter((span) => span.paragraphId === paragraphId),
    };
  }, [paragraphId, findings, compared]);
}
