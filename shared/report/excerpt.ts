import type { RichText } from '../model/paragraph';

/** A stretch of a paragraph as a report shows it; `cut` stands for what is left out, its text is empty. */
export interface Piece {
  readonly kind: 'plain' | 'flagged' | 'cut';
  /** Of a flagged piece empty where something is missing. */
  readonly text: string;
  /** Set high, as the mark of a footnote: run into the words it would look like a slip. */
  readonly raised: boolean;
}

/** UTF-16 offsets into a paragraph. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A paragraph of up to so many UTF-16 units is shown whole. */
const WHOLE = 900;

/** Of a longer one so much is shown on either side of where a flagged place begins and ends. */
const AROUND = 300;

/** A cut is moved so far at most to fall between two words. */
const TO_A_SPACE = 40;

/**
 * A paragraph with its flagged places, of a very long one only what is around them.
 *
 * @param flagged UTF-16 offsets into the text, in any order
 * @param focus where to look in a long text without a flagged place, 0 for its beginning to 1 for its end
 */
export function excerpt(
  { text, marks }: RichText,
  flagged: readonly Stretch[],
  focus: number,
): readonly Piece[] {
  const places = joined(flagged.map((place) => clipped(place, text)));
  const high = joined(marks.filter(({ type }) => type === 'superscript' || type === 'footnoteReference'));
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], start: number, end: number) => {
    let from = start;
    for (const mark of high) {
      const [low, top] = [Math.max(mark.start, from), Math.min(mark.end, end)];
      if (low >= top) continue;
      if (low > from) pieces.push({ kind, text: text.slice(from, low), raised: false });
      pieces.push({ kind, text: text.slice(low, top), raised: true });
      from = top;
    }
    if (from < end || start === end) pieces.push({ kind, text: text.slice(from, end), raised: false });
  };
  let at = 0;
  for (const view of views(text, places, focus)) {
    if (view.start > at) add('cut', 0, 0);
    at = view.start;
    for (const place of places) {
      const start = Math.max(place.start, at);
      const end = Math.min(place.end, view.end);
      if (start > end || place.end < view.start) continue;
      if (start > at) add('plain', at, start);
      add('flagged', start, end);
      at = end;
    }
    if (at < view.end) add('plain', at, view.end);
    at = view.end;
  }
  if (at < text.length) add('cut', 0, 0);
  return pieces;
}

/** What of a text is shown. */
function views(text: string, places: readonly Stretch[], focus: number): readonly Stretch[] {
  if (text.length <= WHOLE) return [{ start: 0, end: text.length }];
  const edges = places.flatMap(({ start, end }) => [start, end]);
  const middle = Math.round(focus * text.length);
  const around = edges.length > 0 ? AROUND : WHOLE / 2;
  return joined(
    (edges.length > 0 ? edges : [middle]).map((edge) => ({
      start: cutAfter(text, edge - around),
      end: cutBefore(text, edge + around),
    })),
  );
}

function cutAfter(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + TO_A_SPACE).search(/\s/);
  return space === -1 ? betweenCharacters(text, at) : at + space + 1;
}

function cutBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = /\s\S*$/.exec(text.slice(at - TO_A_SPACE, at));
  return space ? at - TO_A_SPACE + space.index : betweenCharacters(text, at);
}

/** The same offset, or one less where it would halve a surrogate pair. */
function betweenCharacters(text: string, at: number): number {
  const before = text.codePointAt(at - 1) ?? 0;
  return before > 0xffff ? at - 1 : at;
}

function clipped({ start, end }: Stretch, { length }: string): Stretch {
  const from = Math.min(start, length);
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

/** Stretches in order, those that touch or overlap made one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && next.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    else result.push(next);
  }
  return result;
}
