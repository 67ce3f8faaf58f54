import { diffTexts } from '../../../../shared/diff/diff-words';
import { markSchema, type Mark } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import type { Splices } from '../splices';

/** A letter of a block, and where it is written; several letters may be written as one thing. */
export interface PlacedLetter {
  readonly start: number;
  readonly end: number;
  /** The elements around it within its block, outermost first. */
  readonly around: readonly object[];
}

/** How words are written in a format. Looks are told by `lookKeys`. */
export interface Ink<L extends PlacedLetter> {
  readonly source: string;
  /** New words that stand beside a letter; `had` is how that looks. */
  readonly put: (text: string, look: string, had: string, beside: L) => string;
  /** What is written of letters, to look otherwise; `first` is the first of them. */
  readonly restyle: (written: string, look: string, had: string, first: L) => string;
}

/**
 * Writes a present text over the letters of a block: what stays is not touched, what is new looks as the words it replaces, else
 * as its place does.
 *
 * @param letters for each UTF-16 unit of the former text; null for one that is not written there
 */
export function editLetters<L extends PlacedLetter>(
  splices: Splices,
  former: RichText,
  letters: readonly (L | null)[],
  present: RichText,
  ink: Ink<L>,
): void {
  const looks = lookKeys(present);
  const lookAt = lookKeys(former);
  const takeAway = (from: number, to: number): void => {
    const seen = new Set<number>();
    for (const letter of letters.slice(from, to)) {
      if (!letter || seen.has(letter.start)) continue;
      seen.add(letter.start);
      splices.replace(letter.start, letter.end, '');
    }
  };
  const restyle = (before: number, after: number, length: number): void => {
    for (let i = 0; i < length;) {
      const [letter, look] = [letters[before + i], looks[after + i] ?? ''];
      const from = i;
      i += 1;
      if (!letter || look === lookAt[before + from]) continue;
      let last = letter;
      for (
        ;
        i < length && looks[after + i] === look && lookAt[before + i] === lookAt[before + from];
        i += 1
      ) {
        const next = letters[before + i];
        if (!next || next.around.length !== letter.around.length) break;
        if (next.around.some((element, n) => element !== letter.around[n])) break;
        last = next;
      }
      const written = ink.source.slice(letter.start, last.end);
      splices.replace(
        letter.start,
        last.end,
        ink.restyle(written, look, lookAt[before + from] ?? '', letter),
      );
    }
  };
  let gone: number | null = null;
  for (const { kind, text, before, after } of diffTexts(former.text, present.text)) {
    if (kind === 'deleted') {
      takeAway(before, before + text.length);
      gone = before;
      continue;
    }
    if (kind === 'inserted') {
      const nearest = nearestLetter(letters, gone ?? (before > 0 ? before - 1 : 0));
      const letter = letters[nearest];
      if (letter) {
        const written = piecesBetween(text, looks.slice(after, after + text.length))
          .map((piece) => ink.put(piece.text, piece.look, lookAt[nearest] ?? '', letter))
          .join('');
        const isBefore = gone !== null || before === 0;
        splices.insert(isBefore ? letter.start : letter.end, written);
      }
    } else restyle(before, after, text.length);
    gone = null;
  }
}

function nearestLetter(letters: readonly (PlacedLetter | null)[], at: number): number {
  for (let by = 0; by < letters.length; by += 1) {
    if (letters[at - by]) return at - by;
    if (letters[at + by]) return at + by;
  }
  return at;
}

/** Parts the marks of a look. */
const BESIDE = '\n';

/** The marks of each unit of a text, so that they can be compared. */
export function lookKeys({ text, marks }: RichText): readonly string[] {
  const keys = new Array<string>(text.length).fill('');
  for (const { start, end, ...mark } of marks.toSorted((a, b) => (a.type < b.type ? -1 : 1))) {
    const told = JSON.stringify(mark);
    for (let at = start; at < end; at += 1) keys[at] = keys[at] ? keys[at] + BESIDE + told : told;
  }
  return keys;
}

/** The marks a look tells of, over one unit. */
export function marksOf(look: string): readonly Mark[] {
  return look
    .split(BESIDE)
    .filter(Boolean)
    .map((mark) => markSchema.parse({ ...JSON.parse(mark), start: 0, end: 1 }));
}

/** A text cut where it begins to look otherwise. */
export function piecesBetween(
  text: string,
  looks: readonly string[],
): readonly { readonly text: string; readonly look: string }[] {
  const pieces: { text: string; look: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1);
    if (last && last.look === looks[at]) last.text += text[at] ?? '';
    else pieces.push({ text: text[at] ?? '', look: looks[at] ?? '' });
  }
  return pieces;
}
