/** What stands before and behind a place in a text. */
export interface Around {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** So far beyond the wished length a word is let end. */
const LONGEST_WORD = 20;

/**
 * The words at a place with what stands around them, cut between words, with an ellipsis where something is left out; lines as
 * spaces.
 *
 * @param most so many UTF-16 units of each side
 */
export function around(text: string, { start, end }: { start: number; end: number }, most: number): Around {
  const from = start <= most ? 0 : wordStart(text, start - most, start);
  const to = text.length - end <= most ? text.length : wordEnd(text, end + most, end);
  const plain = (stretch: string) => stretch.replace(/\s/g, ' ');
  return {
    before: (from > 0 ? '…' : '') + plain(text.slice(from, start)),
    words: plain(text.slice(start, end)),
    after: plain(text.slice(end, to)) + (to < text.length ? '…' : ''),
  };
}

function wordStart(text: string, at: number, last: number): number {
  const space = text.slice(at, Math.min(last, at + LONGEST_WORD)).search(/\s/);
  return space < 0 ? whole(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number, first: number): number {
  const from = Math.max(first, at - LONGEST_WORD);
  const space = /\s\S*$/.exec(text.slice(from, at))?.index;
  return space === undefined ? whole(text, at) : from + space;
}

/** A place that does not part a character of two units. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
