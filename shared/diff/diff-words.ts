import { tokenise, type Token } from '../text/tokens';
import { matchTokens } from './match-tokens';

/**
 * A stretch of a comparison. `before` and `after` are the UTF-16 offsets in either text where it starts; for an
 * insertion `before` is the place where it goes in, for a deletion `after` the place where it was.
 */
export interface DiffRun {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

export interface Comparison {
  readonly runs: readonly DiffRun[];
  /**
   * Whether as much as possible was found to be the same; false when the texts differ so much that only a part
   * was looked for (see match-tokens.ts). The runs are right either way. The same texts always give the same.
   */
  readonly exact: boolean;
}

/** `before.slice(from, to)` became `after.slice(afterFrom, afterTo)`; either may be empty, not both. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/**
 * What changed between two texts, in whole words. The runs in order, without the inserted ones, are `before`;
 * without the deleted ones they are `after`. Neighbouring runs differ in kind, and a deletion stands before the
 * insertion that replaces it. No run is empty. Both texts in NFC.
 */
export function diffTexts(before: string, after: string): readonly DiffRun[] {
  return compareTexts(before, after).runs;
}

/** `diffTexts`, and whether a limit was met. */
export function compareTexts(before: string, after: string): Comparison {
  return compareTokens(before, after, tokenise(before), tokenise(after));
}

/** `compareTexts` of texts whose tokens are already cut. */
export function compareTokens(
  before: string,
  after: string,
  beforeTokens: readonly Token[],
  afterTokens: readonly Token[],
): Comparison {
  // Spaces are compared only where the words around them match: as tokens of their own they would tie together
  // sentences that have nothing else in common.
  const { matches, exact } = matchTokens(withoutSpaces(beforeTokens), withoutSpaces(afterTokens));
  const changes = findChanges(before, after, matches);
  return { runs: runsOf(before, after, joinCrumbs(before, slideToSentences(before, after, changes))), exact };
}

function withoutSpaces(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'space');
}

/** What lies between the pairs and differs, without the spaces that are the same at its edges. */
function findChanges(
  before: string,
  after: string,
  matches: readonly (readonly [Token, Token])[],
): readonly Change[] {
  const changes: Change[] = [];
  let from = 0;
  let afterFrom = 0;
  const ends = { start: before.length, end: before.length };
  const afterEnds = { start: after.length, end: after.length };
  for (const [a, b] of [...matches, [ends, afterEnds] as const]) {
    const change = trimSpaces(before, after, { from, to: a.start, afterFrom, afterTo: b.start });
    if (change.from < change.to || change.afterFrom < change.afterTo) changes.push(change);
    from = a.end;
    afterFrom = b.end;
  }
  return changes;
}

function trimSpaces(before: string, after: string, { from, to, afterFrom, afterTo }: Change): Change {
  const longest = Math.min(to - from, afterTo - afterFrom);
  let head = 0;
  while (head < longest && before[from + head] === after[afterFrom + head] && isSpace(before[from + head])) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < longest - head &&
    before[to - 1 - tail] === after[afterTo - 1 - tail] &&
    isSpace(before[to - 1 - tail])
  ) {
    tail += 1;
  }
  return { from: from + head, to: to - tail, afterFrom: afterFrom + head, afterTo: afterTo - tail };
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/u.test(unit);
}

/**
 * Moves an insertion or deletion that could as well stand earlier back to the start of a sentence. (It never
 * could stand later: the search pairs words as early as it can.)
 *
 * "He came. He [sat. He] left." → "He came. [He sat. ]He left."
 */
function slideToSentences(before: string, after: string, changes: readonly Change[]): readonly Change[] {
  const slid: Change[] = [];
  for (const { from, to, afterFrom, afterTo } of changes) {
    const room = from - (slid.at(-1)?.to ?? 0);
    let by = 0;
    if (from === to) by = roomToSentence(after, afterFrom, afterTo, room);
    else if (afterFrom === afterTo) by = roomToSentence(before, from, to, room);
    slid.push({ from: from - by, to: to - by, afterFrom: afterFrom - by, afterTo: afterTo - by });
  }
  return slid;
}

/** How far back `text.slice(start, end)` can move, its content rotating, to start a sentence; 0 when it cannot. */
function roomToSentence(text: string, start: number, end: number, room: number): number {
  for (let by = 0; by <= room; by += 1) {
    if (startsSentence(text, start - by)) return by;
    if (text[start - by - 1] !== text[end - by - 1]) return 0;
  }
  return 0;
}

function startsSentence(text: string, at: number): boolean {
  return at === 0 || /[.!?…]["»”’)\]]{0,3}\s$/u.test(text.slice(Math.max(0, at - 5), at));
}

/**
 * Joins two replacements that leave next to nothing standing between them, so that a rewritten phrase is read as
 * one: "[grand→big], [old→new]" becomes "[grand, old→big, new]". What stands between must be at most half as
 * long as the least that goes out or comes in on either side.
 */
function joinCrumbs(before: string, changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    const crumb = last && visibleLength(before.slice(last.to, change.from));
    if (last && crumb !== undefined && crumb * 2 <= Math.min(replacedLength(last), replacedLength(change))) {
      joined[joined.length - 1] = { ...change, from: last.from, afterFrom: last.afterFrom };
    } else {
      joined.push(change);
    }
  }
  return joined.length < changes.length ? joinCrumbs(before, joined) : joined;
}

function replacedLength({ from, to, afterFrom, afterTo }: Change): number {
  return Math.min(to - from, afterTo - afterFrom);
}

function visibleLength(text: string): number {
  return text.replaceAll(/\s/gu, '').length;
}

function runsOf(before: string, after: string, changes: readonly Change[]): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  let at = { before: 0, after: 0 };
  const add = (kind: DiffRun['kind'], text: string) => {
    if (text === '') return;
    runs.push({ kind, text, ...at });
    at = {
      before: at.before + (kind === 'inserted' ? 0 : text.length),
      after: at.after + (kind === 'deleted' ? 0 : text.length),
    };
  };
  for (const { from, to, afterFrom, afterTo } of changes) {
    add('same', before.slice(at.before, from));
    add('deleted', before.slice(from, to));
    add('inserted', after.slice(afterFrom, afterTo));
  }
  add('same', before.slice(at.before));
  return runs;
}
