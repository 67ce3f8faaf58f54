import { compareTexts } from '../../shared/diff/diff-words';
import { matchTokens } from '../../shared/diff/match-tokens';
import type { Token } from '../../shared/text/tokens';

/** Positions of the same paragraph in two texts, counted from 0; null where a text does not have it. */
export interface ParagraphPair {
  readonly before: number | null;
  readonly after: number | null;
}

/** At least this share of the longer paragraph has to have stayed for it to be the same one, edited. */
const LEAST_ALIKE = 0.3;

/** Beyond this many pairs to weigh, paragraphs that changed are taken in their order. */
const MOST_WEIGHED = 2500;

/** The same where their texts are so long, all pairs together, in UTF-16 units. */
const MOST_READ = 5_000_000;

/**
 * Says which paragraph of the new text is which of the old one, in order: first those that are the same to the
 * last sign, then between them those that are most alike. What was removed stands before what was added.
 */
export function pairParagraphs(
  before: readonly string[],
  after: readonly string[],
): readonly ParagraphPair[] {
  const pairs: ParagraphPair[] = [];
  let [i, j] = [0, 0];
  const { matches } = matchTokens(asTokens(before), asTokens(after));
  const same = matches.map(([a, b]): readonly [number, number] => [a.start, b.start]);
  for (const [a, b] of [...same, [before.length, after.length] as const]) {
    for (const [removed, added] of pairEdited(before.slice(i, a), after.slice(j, b))) {
      pairs.push({
        before: removed === null ? null : removed + i,
        after: added === null ? null : added + j,
      });
    }
    if (a < before.length && b < after.length) pairs.push({ before: a, after: b });
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/** Every paragraph as if it were a word at its position. */
function asTokens(paragraphs: readonly string[]): readonly Token[] {
  return paragraphs.map((text, position) => ({ text, start: position, end: position + 1, kind: 'word' }));
}

type Step = readonly [number | null, number | null];

/** The pairing in order that keeps the most text, of paragraphs none of which is the same in both. */
function pairEdited(before: readonly string[], after: readonly string[]): readonly Step[] {
  const positions = (list: readonly string[]) => list.map((_, position) => position);
  if (before.length === 0) return positions(after).map((j) => [null, j]);
  if (after.length === 0) return positions(before).map((i) => [i, null]);
  const read = before.length * totalLength(after) + after.length * totalLength(before);
  if (before.length * after.length > MOST_WEIGHED || read > MOST_READ) {
    const both = Math.min(before.length, after.length);
    return [
      ...positions(before).map((i): Step => [i, i < both ? i : null]),
      ...positions(after)
        .slice(both)
        .map((j): Step => [null, j]),
    ];
  }
  const kept = before.map((text) => after.map((other) => keptLength(text, other)));
  /** The most that can be kept of the paragraphs from i and from j on. */
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const paired = at(kept, i, j) > 0 ? at(kept, i, j) + at(best, i + 1, j + 1) : 0;
      (best[i] ?? [])[j] = Math.max(paired, at(best, i + 1, j), at(best, i, j + 1));
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const left = at(best, i, j);
    if (at(kept, i, j) > 0 && left === at(kept, i, j) + at(best, i + 1, j + 1)) {
      steps.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (i < before.length && left === at(best, i + 1, j)) {
      steps.push([i, null]);
      i += 1;
    } else {
      steps.push([null, j]);
      j += 1;
    }
  }
  return steps;
}

/** How much text two paragraphs share, spaces apart, moved text included; 0 when it is too little to be the same one. */
function keptLength(before: string, after: string): number {
  const length = (text: string) => text.replaceAll(/\s/gu, '').length;
  const [shorter = 0, longer = 0] = [length(before), length(after)].sort((a, b) => a - b);
  // All that could be kept is the shorter one.
  if (shorter < LEAST_ALIKE * longer) return 0;
  const kept = compareTexts(before, after)
    .runs.filter(({ kind, moved }) => kind === 'same' || (kind === 'deleted' && moved !== undefined))
    .reduce((sum, { text }) => sum + length(text), 0);
  return kept >= LEAST_ALIKE * longer ? kept : 0;
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}
