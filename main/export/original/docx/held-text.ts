import type { TracedBlock } from '../../../import/docx/blocks';
import type { Piece } from '../../../import/docx/paragraphs';
import { normaliseSpans } from '../../../../shared/text/normalise-rich';

/** A piece of the original with the place of each of its characters in the text of its block. */
export interface HeldPiece {
  readonly piece: Piece;
  /** Of the first character of `places` in the text of the piece. */
  readonly first: number;
  /** Where each character stands in the text of the block; null for one that is no part of it, as a second space. */
  readonly places: readonly (number | null)[];
}

/** The pieces a block was made of, in order; what stands there without being part of the text is left out. */
export function holdText({ block, trace }: TracedBlock): readonly HeldPiece[] {
  const { stretches, written, start, prefix } = trace;
  const letters = Array.from({ length: written.length }, (_, i) => ({ start: i, end: i + 1 }));
  const { spans } = normaliseSpans(written, [], letters);
  // Letters that are composed into one share a place; it is that of the first of them. So do the spaces around a line break,
  // whose place is its own.
  let last = -1;
  const isBreak = (at: number) => block.text[at + prefix] === '\n';
  const places = spans.map((span, n) => {
    if (span.start === span.end || span.start === last) return null;
    if (isBreak(span.start) && !/[\n\v\r\u2028\u2029]/.test(written[n] ?? '')) return null;
    last = span.start;
    return span.start + prefix;
  });
  return stretches.flatMap(({ piece, start: from, end: to }) => {
    const begin = Math.max(from, start);
    const stop = Math.min(to, start + written.length);
    if (begin >= stop) return [];
    return [{ piece, first: begin - from, places: places.slice(begin - start, stop - start) }];
  });
}
