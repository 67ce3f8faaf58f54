/** A word, a number in digits or a single sign of a text, `start` and `end` UTF-16 offsets. */
export interface Piece {
  readonly kind: 'word' | 'digits' | 'sign';
  readonly text: string;
  /** The text in lower case, ё as е, without soft hyphens. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the piece before and this one; signs are pieces, so this is space or nothing. */
  readonly gap: string;
}

// Cut at hyphens, unlike `tokenise`: "twenty-five" is two number words, "2019-жылдын" a number and a word. Digits
// take what can only be one number; groups of three before the rest, so that "24 июля 2019, 14" stays apart.
const SPACES = '[ \\u00A0\\u2002-\\u200A\\u202F\\u205F]';
const PIECE = new RegExp(
  `(\\p{L}[\\p{L}\\p{M}\\u00AD]*)|((?<!\\d)\\d{1,3}(?:(?:${SPACES}\\d{3})+|(?:['\\u2019]\\d{3})+)(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*)|([^\\s])`,
  'gu',
);

/** What is no prose: addresses of pages and of mail, account names; and footnote numbers in brackets. */
const ADDRESS =
  /@|:\/\/|www\.|[\p{L}\d-]\.(?:com|org|net|info|ru|kg|kz|uz|uk|eu|gov|edu|tv|io)(?![\p{L}\d])/iu;
const FOOTNOTE = /\[\d{1,3}\]/g;

/** Cuts a text into pieces; addresses and typed footnote numbers are left out. Takes time linear in its length. */
export function cutPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const seen = hideAddresses(text);
  let before = 0;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(seen); match; match = PIECE.exec(seen)) {
    const [found, word, digits] = match;
    if (found === HIDDEN) continue;
    const start = match.index;
    const end = start + found.length;
    const kind = word !== undefined ? 'word' : digits !== undefined ? 'digits' : 'sign';
    const plain = kind === 'word' ? plainWord(found) : found;
    pieces.push({ kind, text: found, plain, start, end, gap: text.slice(before, start) });
    before = end;
  }
  return pieces;
}

function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return /[ё\u00AD]/.test(lower) ? lower.replaceAll('ё', 'е').replaceAll('\u00AD', '') : lower;
}

const HIDDEN = '\uFFFC';

function hideAddresses(text: string): string {
  const prose = ADDRESS.test(text)
    ? text.replaceAll(/\S+/g, (chunk) => (ADDRESS.test(chunk) ? HIDDEN.repeat(chunk.length) : chunk))
    : text;
  return prose.includes('[') ? prose.replaceAll(FOOTNOTE, (found) => HIDDEN.repeat(found.length)) : prose;
}
