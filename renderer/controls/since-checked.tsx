import { useMemo } from 'react';
import { diffBeginning } from '../../shared/diff/diff-stretch';
import type { Language } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Row } from '../../shared/model/row';
import { checkedText } from '../../shared/reconcile/stale';
import { settledText } from '../../shared/reconcile/suggestions';
import { WordDiff } from '../ui/word-diff';

/** So much of what changed in a long paragraph is told, in UTF-16 units. */
const MOST_TOLD = 4000;

/**
 * What changed in a version of a row since another was last held to say the same.
 *
 * @param props.around so many characters of what stayed are shown beside a change; all of it where this is absent
 */
export function SinceChecked({
  row,
  source,
  language,
  around,
}: {
  readonly row: Row;
  readonly source: Language;
  readonly language: Language;
  readonly around?: number;
}) {
  return row.cells[source].paragraphs
    .filter(
      (paragraph) => around === undefined || checkedText(paragraph, language) !== settledText(paragraph).text,
    )
    .map((paragraph) => (
      <Since key={paragraph.id} paragraph={paragraph} source={source} language={language} around={around} />
    ));
}

function Since({
  paragraph,
  source,
  language,
  around,
}: {
  readonly paragraph: Paragraph;
  readonly source: Language;
  readonly language: Language;
  readonly around: number | undefined;
}) {
  const was = checkedText(paragraph, language) ?? '';
  const { text } = settledText(paragraph);
  const { runs, more } = useMemo(
    () => diffBeginning({ text: was, marks: [] }, { text, marks: [] }, MOST_TOLD),
    [was, text],
  );
  return (
    <>
      <WordDiff language={source} runs={runs} around={around} />
      {more && <p className="quiet">…</p>}
    </>
  );
}
