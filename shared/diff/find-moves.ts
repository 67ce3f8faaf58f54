import { tokenise, type Token } from '../text/tokens';
import type { Change } from './change';
import { isSmallWord } from './small-words';
import { startsSentence } from './sentence-start';

/** `before.slice(from, to)`, deleted there, is `after.slice(afterFrom, afterTo)`, inserted elsewhere. */
export type Move = Change;

/** What is less than a sentence has moved when it is at least as many words. */
const FEWEST_WORDS = 4;

/** So many of the words of a phrase have to tell something ("as well as in" is not missed nor found again). */
const FEWEST_TELLING = 2;

/** As many words make a sentence that is worth being followed. */
const SHORTEST_SENTENCE = 2;

/** A pair of words that was deleted more often than this tells nothing about where it went. */
const MOST_PLACES = 16;

/** Of signs that were moved along, what cannot begin and what cannot end a phrase. */
const NOT_FIRST = /^[.,;:!?…)\]»”]$/u;
const NOT_LAST = /^[([«„“]$/u;

/** A token of changed text. `part` tells the changes apart: nothing runs on from one to the next. */
interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Token['kind'];
  readonly part: number;
}

/** Tokens `from` to `from + length` of the deleted ones are those from `to` on of the inserted ones. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** How much text it is, in UTF-16 units without spaces. */
  readonly weight: number;
}

/**
 * Sentences and phrases that were deleted in one place and inserted in another, the longest first where they
 * overlap, in the order in which they were deleted. The texts of a pair are equal to the last sign; what was
 * edited in moving stands beside it as deleted and inserted.
 */
export function findMoves(before: string, after: string, changes: readonly Change[]): readonly Move[] {
  const deleted = changes.flatMap(({ from, to }, part) => placeTokens(before, from, to, part));
  const inserted = changes.flatMap(({ afterFrom, afterTo }, part) =>
    placeTokens(after, afterFrom, afterTo, part),
  );
  const stretches = findStretches(deleted, inserted)
    .flatMap((stretch) => trimStretch(before, after, deleted, inserted, stretch))
    .sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to);
  const taken = { deleted: new Uint8Array(deleted.length), inserted: new Uint8Array(inserted.length) };
  const moves: Move[] = [];
  for (const { from, to, length } of stretches) {
    if (taken.deleted.subarray(from, from + length).includes(1)) continue;
    if (taken.inserted.subarray(to, to + length).includes(1)) continue;
    taken.deleted.fill(1, from, from + length);
    taken.inserted.fill(1, to, to + length);
    moves.push({
      from: deleted[from]!.start,
      to: deleted[from + length - 1]!.end,
      afterFrom: inserted[to]!.start,
      afterTo: inserted[to + length - 1]!.end,
    });
  }
  return moves.sort((a, b) => a.from - b.from);
}

function placeTokens(text: string, from: number, to: number, part: number): readonly Placed[] {
  const piece = text.slice(from, to);
  // One word alone is no phrase.
  if (!/\S\s+\S/u.test(piece)) return [];
  return tokenise(piece).map(({ text: word, start, end, kind }) => ({
    text: word,
    start: start + from,
    end: end + from,
    kind,
    part,
  }));
}

/** Every stretch that is the same in both lists and cannot be made longer, found by the pairs of words in it. */
function findStretches(deleted: readonly Placed[], inserted: readonly Placed[]): readonly Stretch[] {
  const places = new Map<string, number[]>();
  for (let i = 0; i + 2 < deleted.length; i += 1) {
    const key = seed(deleted, i);
    const known = key === null ? [] : places.get(key);
    if (known) known.push(i);
    else if (key !== null) places.set(key, [i]);
  }
  const stretches: Stretch[] = [];
  /** Up to where a diagonal (place in one list less place in the other) has been followed. */
  const followed = new Map<number, number>();
  for (let j = 0; j + 2 < inserted.length; j += 1) {
    const key = seed(inserted, j);
    const starts = key === null ? [] : (places.get(key) ?? []);
    if (starts.length > MOST_PLACES) continue;
    for (const i of starts) {
      if ((followed.get(j - i) ?? 0) > j) continue;
      const head = countEqual(deleted, inserted, i - 1, j - 1, -1);
      const length = head + countEqual(deleted, inserted, i, j, 1);
      followed.set(j - i, j - head + length);
      stretches.push({ from: i - head, to: j - head, length, weight: 0 });
    }
  }
  return stretches;
}

/** What is looked up: a word with the token after it, and the one after that where it is a space. */
function seed(tokens: readonly Placed[], at: number): string | null {
  const [first, second, third] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]!];
  if (first.kind === 'space' || second.part !== first.part) return null;
  if (second.kind !== 'space') return `${first.text} ${second.text}`;
  return third.part === first.part ? `${first.text} ${third.text}` : null;
}

function countEqual(
  deleted: readonly Placed[],
  inserted: readonly Placed[],
  i: number,
  j: number,
  step: 1 | -1,
): number {
  let count = 0;
  const first = {
    deleted: deleted[step > 0 ? i : i + 1]!.part,
    inserted: inserted[step > 0 ? j : j + 1]!.part,
  };
  for (; ; count += 1) {
    const [a, b] = [deleted[i + step * count], inserted[j + step * count]];
    if (a?.part !== first.deleted || b?.part !== first.inserted || a.text !== b.text) return count;
  }
}

/** The part of a stretch that reads as a phrase or sentence; none when it is too little. */
function trimStretch(
  before: string,
  after: string,
  deleted: readonly Placed[],
  inserted: readonly Placed[],
  stretch: Stretch,
): readonly Stretch[] {
  let { from, to, length } = stretch;
  while (length > 0 && (deleted[from]!.kind === 'space' || NOT_FIRST.test(deleted[from]!.text))) {
    from += 1;
    to += 1;
    length -= 1;
  }
  while (length > 0 && NOT_LAST.test(deleted[from + length - 1]!.text)) length -= 1;
  const tokens = deleted.slice(from, from + length);
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number');
  const telling = words.filter(({ text }) => !isSmallWord(text)).length;
  const [first, other] = [deleted[from], inserted[to]];
  const isSentence =
    first !== undefined &&
    other !== undefined &&
    startsSentence(before, first.start) &&
    startsSentence(after, other.start) &&
    /[.!?…]["»”’)\]]*\s*$/u.test(tokens.map(({ text }) => text).join(''));
  const isEnough = isSentence
    ? words.length >= SHORTEST_SENTENCE
    : words.length >= FEWEST_WORDS && telling >= FEWEST_TELLING;
  if (!isEnough) return [];
  const weight = tokens.reduce((sum, { kind, text }) => sum + (kind === 'space' ? 0 : text.length), 0);
  return [{ from, to, length, weight }];
}
