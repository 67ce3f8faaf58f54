import { span, type Change } from './change';
import { isSmallWord } from './small-words';

/** A word or number, near enough to be counted. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*/gu;

/** A phrase of more words than this that stayed is worth being shown, however much was rewritten around it. */
const LONGEST_CRUMB = 2;

/** From this many words on a changed phrase is not read together with a preposition that stayed beside it. */
const PHRASE = 2;

/** In UTF-16 units: what is longer was rewritten. */
const LONGEST_CORRECTION = 100;

/**
 * Joins two changes that leave next to nothing standing between them, so that a rewritten phrase is read as one:
 * "[grand→big], [old→new]" becomes "[grand, old→big, new]", and "[June ]26[→ June]" becomes "[June 26→26 June]".
 * What stands between must be at most half as long as what goes out or comes in on either side.
 */
export function joinCrumbs(before: string, after: string, changes: readonly Change[]): readonly Change[] {
  return joinWhere(changes, (first, second) => {
    const between = before.slice(first.to, second.from);
    const words = countWords(between, LONGEST_CRUMB + 1);
    if (words > LONGEST_CRUMB) return false;
    const least = 2 * visibleLength(between, between.length);
    const [a, b] = [first, second].map(({ from, to, afterFrom, afterTo }): Size => ({
      old: visibleLength(before.slice(from, to), least),
      now: visibleLength(after.slice(afterFrom, afterTo), least),
    })) as [Size, Size];
    const isCrumb =
      Math.min(a.old, a.now, b.old, b.now) >= least ||
      Math.min(a.old, b.now) >= least ||
      Math.min(a.now, b.old) >= least;
    return isCrumb && (words === 0 || !areCorrections(before, after, first, second));
  });
}

/**
 * Joins two rewritten phrases that have nothing between them but signs and words such as "and", "of" or "в", which
 * any two phrases share. Either phrase has at least two words, before or after; single words are left to
 * `joinCrumbs`.
 *
 * "[старого здания→нового корпуса] в [центре города→спальном районе]" becomes one replacement.
 */
export function joinAcrossSmallWords(
  before: string,
  after: string,
  changes: readonly Change[],
): readonly Change[] {
  const count = ({ from, to, afterFrom, afterTo }: Change): Size => ({
    old: countWords(before.slice(from, to), PHRASE),
    now: countWords(after.slice(afterFrom, afterTo), PHRASE),
  });
  return joinWhere(changes, (first, second) => {
    if (!hasOnlySmallWords(before.slice(first.to, second.from))) return false;
    const [a, b] = [count(first), count(second)];
    if (Math.min(a.old + b.old, a.now + b.now) < PHRASE) return false;
    if (Math.min(Math.max(a.old, a.now), Math.max(b.old, b.now)) < PHRASE) return false;
    return !areCorrections(before, after, first, second);
  });
}

/** How much went out and how much came in. */
interface Size {
  readonly old: number;
  readonly now: number;
}

/** Whether both changes only correct words: "[ministry of health→Ministry of Health] and [bank→Bank]". */
function areCorrections(before: string, after: string, ...changes: readonly Change[]): boolean {
  return changes.every(({ from, to, afterFrom, afterTo }) => {
    if (Math.max(to - from, afterTo - afterFrom) > LONGEST_CORRECTION) return false;
    const [old, now] = [wordsOf(before.slice(from, to)), wordsOf(after.slice(afterFrom, afterTo))];
    return old.length === now.length && old.every((word, n) => isAlike(word, now[n] ?? ''));
  });
}

/** Whether two words begin alike for at least half of the longer one, in whatever case. */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  let head = 0;
  while (head < one.length && one[head] === other[head]) head += 1;
  return head * 2 >= Math.max(one.length, other.length);
}

function hasOnlySmallWords(text: string): boolean {
  // Not through `tokenise`: the first word nearly always tells, and the text may be long.
  for (const { 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?…]/gu))
    if (!isSmallWord(word)) return false;
  return true;
}

/** Joins neighbours until none is left that should be. */
function joinWhere(
  changes: readonly Change[],
  belong: (first: Change, second: Change) => boolean,
): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    let whole = change;
    for (let last = joined.at(-1); last && belong(last, whole); last = joined.at(-1)) {
      whole = span(last, whole);
      joined.pop();
    }
    joined.push(whole);
  }
  return joined.length < changes.length ? joinWhere(joined, belong) : joined;
}

// Joined changes grow as they are compared: so their sizes are looked at no further than they matter.

/** The length without spaces, or `most` when it is more. */
function visibleLength(text: string, most: number): number {
  let length = 0;
  for (let at = 0; at < text.length && length < most; at += 1) if (!/\s/u.test(text[at] ?? '')) length += 1;
  return length;
}

/** How many words there are, or `most` when there are more. */
function countWords(text: string, most: number): number {
  const words = text.matchAll(WORD);
  let count = 0;
  while (count < most && !words.next().done) count += 1;
  return count;
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}
