import { tokenise, type Token } from '../text/tokens';
import { trimSpaces, type Change } from './change';
import { findMoves, type Move } from './find-moves';
import { joinAcrossSmallWords, joinCrumbs } from './join';
import { matchTokens, type Match } from './match-tokens';
import { replaceSentences } from './replace-sentences';
import { slideBack } from './slide';
import { widenToWholes } from './widen';

/**
 * A stretch of a comparison. `before` and `after` are the UTF-16 offsets in either text where it starts; for an
 * insertion `before` is the place where it goes in, for a deletion `after` the place where it was.
 */
export interface DiffRun {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
  readonly before: number;
  readonly after: number;
  /**
   * Only where a sentence or phrase stands elsewhere now: the deleted run and the inserted run of the same number
   * have the same text. Numbers count from 1 in the order of the deletions.
   */
  readonly moved?: number;
}

export interface Comparison {
  readonly runs: readonly DiffRun[];
  /**
   * Whether as much as possible was found to be the same; false when the texts differ so much that only a part
   * was looked for (see match-tokens.ts). The runs are right either way. The same texts always give the same.
   */
  readonly exact: boolean;
}

/**
 * What changed between two texts, in whole words. The runs in order, without the inserted ones, are `before`;
 * without the deleted ones they are `after`. Neighbouring runs differ in kind or in `moved`, and what was deleted
 * stands before what replaces it. No run is empty. Both texts in NFC.
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
  const changes = cleanUp(before, after, findChanges(before, after, matches));
  return { runs: runsOf(before, after, changes, findMoves(before, after, changes)), exact };
}

/** Each takes away crumbs of one sort. The later ones look at phrases, which the earlier ones have put together. */
const CLEAN_UPS = [slideBack, widenToWholes, joinCrumbs, joinAcrossSmallWords, replaceSentences];

function cleanUp(before: string, after: string, changes: readonly Change[]): readonly Change[] {
  return CLEAN_UPS.reduce((cleaned, clean) => clean(before, after, cleaned), changes);
}

function withoutSpaces(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'space');
}

/** What lies between the pairs and differs, without the spaces that are the same at its edges. */
function findChanges(before: string, after: string, matches: readonly Match[]): readonly Change[] {
  const changes: Change[] = [];
  let from = 0;
  let afterFrom = 0;
  const addUntil = (to: number, afterTo: number) => {
    // Nearly always it is one and the same space.
    if (to - from < 2 && to - from === afterTo - afterFrom && before[from] === after[afterFrom]) return;
    const change = trimSpaces(before, after, { from, to, afterFrom, afterTo });
    if (change.from < change.to || change.afterFrom < change.afterTo) changes.push(change);
  };
  for (const [a, b] of matches) {
    addUntil(a.start, b.start);
    from = a.end;
    afterFrom = b.end;
  }
  addUntil(before.length, after.length);
  return changes;
}

function runsOf(
  before: string,
  after: string,
  changes: readonly Change[],
  moves: readonly Move[],
): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  const numbered = moves.map((move, n) => ({ ...move, moved: n + 1 }));
  // The next one last. What moved lies within one change, and changes come in order.
  const went = numbered.map(({ from: start, to: end, moved }) => ({ start, end, moved })).reverse();
  const came = numbered
    .map(({ afterFrom: start, afterTo: end, moved }) => ({ start, end, moved }))
    .sort((a, b) => b.start - a.start);
  let at = { before: 0, after: 0 };
  const add = (kind: DiffRun['kind'], text: string, moved: number | null = null) => {
    if (text === '') return;
    runs.push(moved === null ? { kind, text, ...at } : { kind, text, ...at, moved });
    at = {
      before: at.before + (kind === 'inserted' ? 0 : text.length),
      after: at.after + (kind === 'deleted' ? 0 : text.length),
    };
  };
  const addPieces = (
    kind: 'deleted' | 'inserted',
    text: string,
    from: number,
    to: number,
    parts: { readonly start: number; readonly end: number; readonly moved: number }[],
  ) => {
    let done = from;
    for (let part = parts.at(-1); part && part.end <= to; part = parts.at(-1)) {
      parts.pop();
      const { start, end, moved } = part;
      add(kind, text.slice(done, start));
      add(kind, text.slice(start, end), moved);
      done = end;
    }
    add(kind, text.slice(done, to));
  };
  for (const { from, to, afterFrom, afterTo } of changes) {
    add('same', before.slice(at.before, from));
    addPieces('deleted', before, from, to, went);
    addPieces('inserted', after, afterFrom, afterTo, came);
  }
  add('same', before.slice(at.before));
  return runs;
}
