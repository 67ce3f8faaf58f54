import type { RichText } from '../../shared/model/paragraph';

/** A stretch of a text as plain words, its footnote numbers and other raised signs raised: they are no part of a word. */
export function RichSlice({
  content: { text, marks },
  from = 0,
  to = text.length,
}: {
  readonly content: RichText;
  /** UTF-16 offsets */
  readonly from?: number;
  readonly to?: number;
}) {
  const raised = marks.filter(
    ({ type, start, end }) =>
      (type === 'footnoteReference' || type === 'superscript') && start < to && end > from,
  );
  if (raised.length === 0) return text.slice(from, to);
  const edges = [...raised.flatMap(({ start, end }) => [start, end]), from, to]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, n) => {
    const piece = text.slice(start, edges[n + 1]);
    if (piece === '') return null;
    const isRaised = raised.some((mark) => mark.start <= start && mark.end > start);
    return isRaised ? (
      <sup key={start} className="footnote-reference">
        {piece}
      </sup>
    ) : (
      piece
    );
  });
}
