import type { Language } from '../../../shared/model/language';
import { LONGEST_AT_ONCE } from '../../../shared/model/limits';
import { segmentSentences, type Span } from '../../../shared/text/sentences';
import type { Piece } from './paint';

/** All paragraphs of a cell together show so much, in UTF-16 units, unless each would show next to nothing. */
const LONGEST_CELL_SHOWN = 30_000;

const LEAST = 300;

/** How much of each of so many paragraphs in one cell is shown at once. */
export function shownLength(paragraphs: number): number {
  return Math.min(LONGEST_AT_ONCE, Math.max(LEAST, Math.floor(LONGEST_CELL_SHOWN / paragraphs)));
}

/** The stretch of a text from about `from` on, whole characters. */
export function stretchFrom(text: string, from: number, length: number): Span {
  const start = Math.max(0, Math.min(from, text.length - length));
  const back = /[\udc00-\udfff]/.test(text.charAt(start)) ? 1 : 0;
  return { start: start - back, end: Math.min(text.length, start + length) };
}

/** The pieces of a painted paragraph that lie in a stretch of it, cut at its ends; of what was taken out no more than it. */
export function piecesWithin(pieces: readonly Piece[], { start, end }: Span): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const gone = piece.change === 'deleted';
    const stop = gone ? piece.start : piece.start + piece.text.length;
    if (piece.start > end || stop < start) return [];
    if (gone) return [{ ...piece, text: piece.text.slice(0, end - start) }];
    const from = Math.max(piece.start, start);
    const text = piece.text.slice(from - piece.start, end - piece.start);
    return text === '' && piece.text !== '' ? [] : [{ ...piece, start: from, text }];
  });
}

/** Where to split a text so that the part before ends with the last whole sentence of a stretch: a UTF-16 offset. */
export function splitPlace(text: string, { start, end }: Span, language: Language): number {
  const sentence = segmentSentences(text.slice(start, end), language).at(-2);
  return sentence ? start + sentence.end : end;
}
