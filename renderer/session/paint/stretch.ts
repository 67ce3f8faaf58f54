import type { Language } from '../../../shared/model/language';
import { LONGEST_AT_ONCE } from '../../../shared/model/limits';
import { withoutOverlaps } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { segmentSentences, type Span } from '../../../shared/text/sentences';
import type { Piece } from './pieces';

/** All paragraphs of a cell together show so much, in UTF-16 units, unless each would show next to nothing. */
const LONGEST_CELL_SHOWN = 12_000;

/** A text that is not shown as a whole is shown so far: a page, which is there at once. */
const LONGEST_STRETCH = 4000;

const LEAST = 300;

/** So far back a space is sought for a stretch to begin or end at; UTF-16 units. */
const WORD_REACH = 80;

/** The marks of a cell begin and end so often in what is shown: each time it is another piece of the page. */
const MOST_EDGES = 1200;

const FEWEST_EDGES = 20;

/**
 * What is shown at once of a text in a cell of so many paragraphs: the text, or a stretch of it from about `from` on, in
 * whole words, or in whole characters where no word ends. It ends earlier where marks are dense.
 */
export function stretchOf(text: RichText, from: number, paragraphs: number): Span {
  const { length } = text.text;
  const each = Math.max(LEAST, Math.floor(LONGEST_CELL_SHOWN / paragraphs));
  const isShort = length <= Math.min(LONGEST_AT_ONCE, each);
  const most = isShort ? length : Math.min(LONGEST_STRETCH, each);
  const edges = Math.max(FEWEST_EDGES, Math.floor(MOST_EDGES / paragraphs));
  const last = Math.max(0, length - most);
  const start = wholeWord(text.text, Math.max(0, Math.min(from, last)));
  const whole = from < last ? start + most : length;
  const end = wholeWord(text.text, endOfDense(text, start, whole, edges));
  return { start, end: end > start ? end : whole };
}

/** From where on what comes before a stretch is shown, so that nothing between the two is left out; a UTF-16 offset. */
export function placeBefore(text: RichText, { start, end }: Span, paragraphs: number): number {
  return stretchOf(text, 0, paragraphs).end >= start ? 0 : start - (end - start) + WORD_REACH;
}

/** The end of the word before an offset, with the space after it; the offset where none is near. */
function wholeWord(text: string, at: number): number {
  if (at === 0 || at === text.length || /\s/.test(text.charAt(at - 1))) return at;
  const from = Math.max(0, at - WORD_REACH);
  const space = /\s\S*$/.exec(text.slice(from, at));
  return space ? from + space.index + 1 : wholeCharacter(text, at);
}

/** Where so many marks have begun or ended after `start`; `end` where they do not before it. */
function endOfDense({ text, marks }: RichText, start: number, end: number, most: number): number {
  // Each mark has two ends.
  if (2 * marks.length <= most) return end;
  const edges = withoutOverlaps(marks)
    .flatMap((mark) => [mark.start, mark.end])
    .filter((edge) => edge > start && edge < end)
    .sort((a, b) => a - b);
  const last = edges[most];
  return last === undefined ? end : wholeCharacter(text, last);
}

function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

/** The pieces of a painted paragraph that lie in a stretch of it, cut at its ends; of what was taken out at most a page. */
export function piecesWithin(pieces: readonly Piece[], { start, end }: Span): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const gone = piece.change === 'deleted';
    const stop = gone ? piece.start : piece.start + piece.text.length;
    if (piece.start > end || stop < start) return [];
    if (gone) return [{ ...piece, text: piece.text.slice(0, LONGEST_STRETCH) }];
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
