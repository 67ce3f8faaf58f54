import type { MarkType } from '../../shared/model/mark';
import type { RichText } from '../../shared/model/paragraph';

/** What says how words are to be read; that they are bold or underlined is left out. */
const SHOWN: readonly MarkType[] = ['footnoteReference', 'superscript', 'subscript', 'strike'];

/** A stretch of a text as plain words: footnote numbers and other raised or lowered signs set so, struck-out words struck. */
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
  const shown = marks.filter(({ type, start, end }) => SHOWN.includes(type) && start < to && end > from);
  if (shown.length === 0) return text.slice(from, to);
  const edges = [...shown.flatMap(({ start, end }) => [start, end]), from, to]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, n) => {
    const piece = text.slice(start, edges[n + 1]);
    if (piece === '') return null;
    const types = new Set(
      shown.filter((mark) => mark.start <= start && mark.end > start).map(({ type }) => type),
    );
    const set = types.has('subscript') ? <sub key={start}>{piece}</sub> : piece;
    const raised =
      types.has('footnoteReference') || types.has('superscript') ? (
        <sup key={start} className="footnote-reference">
          {set}
        </sup>
      ) : (
        set
      );
    return types.has('strike') ? <s key={start}>{raised}</s> : raised;
  });
}
