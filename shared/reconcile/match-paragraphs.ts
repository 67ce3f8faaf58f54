import type { Group } from './paragraph-group';
import { heaviestRise } from './heaviest-rise';
import { joinParts, pairAlike } from './pair-alike';
import { pairEqual, type ParagraphText } from './pair-equal';
import { pairInPlace } from './pair-in-place';
import { weighWords } from './rarity';

/**
 * Which paragraphs of a newer draft are which of the present ones; positions from 0, rising on either side.
 * `before` is empty for an added paragraph, `after` for a removed one; one with several is a split, several with
 * one a merge.
 */
export interface ParagraphMatch {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Whether it stands elsewhere among the others; of what changed places, the shorter is called moved. */
  readonly moved: boolean;
}

/**
 * Finds the paragraphs of one draft again in another, wherever they are.
 *
 * 1. Paragraphs with the same text are pairs (`pairEqual`).
 * 2. Others are pairs when they share rare words; parts of one paragraph that lie side by side are a split, and
 *    the other way round a merge (`pairAlike`, `joinParts`).
 * 3. Paragraphs rewritten beyond that are pairs when they stand between the same neighbours (`pairInPlace`).
 * 4. The heaviest sequence of pairs that is in order on both sides stays; the others have moved.
 *
 * A label says nothing about what a paragraph is, so a list that is numbered anew is the same list.
 *
 * @returns every position of either side exactly once, in the order of the newer draft; a removed paragraph comes
 *   after the one it followed
 */
export function matchParagraphs(
  before: readonly ParagraphText[],
  after: readonly ParagraphText[],
): readonly ParagraphMatch[] {
  const { toAfter } = pairEqual(before, after);
  const equal = toAfter.flatMap((a, b) => (a === -1 ? [] : [{ before: [b], after: [a] }]));
  const groups =
    equal.length < Math.max(before.length, after.length) ? matchRest(before, after, equal) : equal;
  return inOrder(before, after, groups);
}

function matchRest(
  before: readonly ParagraphText[],
  after: readonly ParagraphText[],
  equal: readonly Group[],
): readonly Group[] {
  const settled = new Set(equal.flatMap((group) => group.after));
  // What is settled stands in `before` as well.
  const free = [...after.keys()].filter((a) => !settled.has(a));
  const { words, weights } = weighWords([
    ...before.map(({ text }) => text),
    ...free.map((a) => after[a]?.text ?? ''),
  ]);
  const wordsAfter = new Map(free.map((a, i) => [a, words[before.length + i]]));
  const sides = {
    before: before.map((paragraph, b) => ({ ...paragraph, words: words[b] ?? NO_WORDS })),
    after: after.map((paragraph, a) => ({ ...paragraph, words: wordsAfter.get(a) ?? NO_WORDS })),
    weights,
  };
  const alike = pairAlike(sides, equal);
  const groups = [...equal, ...joinParts(sides, equal, alike)];
  return pairInPlace(sides, groups, staying(before, groups));
}

const NO_WORDS = { counts: new Map<number, number>(), weight: 0 };

/** The groups that keep their order: as much text as possible stays where it is. Ordered as in either draft. */
function staying(before: readonly ParagraphText[], groups: readonly Group[]): readonly Group[] {
  const ordered = groups.toSorted((a, b) => firstOf(a.after) - firstOf(b.after));
  const rise = heaviestRise(
    ordered.map((group) => ({
      value: firstOf(group.before),
      weight: group.before.reduce((sum, b) => sum + (before[b]?.text.length ?? 0), 1),
    })),
  );
  return rise.flatMap((i) => ordered[i] ?? []);
}

function firstOf(positions: readonly number[]): number {
  return positions[0] ?? -1;
}

function inOrder(
  before: readonly ParagraphText[],
  after: readonly ParagraphText[],
  groups: readonly Group[],
): readonly ParagraphMatch[] {
  const stays = new Set(staying(before, groups));
  const groupOf = { before: new Map<number, Group>(), after: new Map<number, Group>() };
  for (const group of groups) {
    for (const b of group.before) groupOf.before.set(b, group);
    for (const a of group.after) groupOf.after.set(a, group);
  }
  const removed = new Map<Group | null, ParagraphMatch[]>();
  let place: Group | null = null;
  for (const b of before.keys()) {
    const group = groupOf.before.get(b);
    if (group && stays.has(group)) place = group;
    if (group) continue;
    const match = { before: [b], after: [], moved: false };
    const known = removed.get(place);
    if (known) known.push(match);
    else removed.set(place, [match]);
  }
  const matches: ParagraphMatch[] = [...(removed.get(null) ?? [])];
  for (const a of after.keys()) {
    const group = groupOf.after.get(a);
    if (!group) matches.push({ before: [], after: [a], moved: false });
    else if (firstOf(group.after) === a) {
      matches.push({ ...group, moved: !stays.has(group) }, ...(removed.get(group) ?? []));
    }
  }
  return matches;
}
