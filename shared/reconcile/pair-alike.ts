import type { Role } from '../model/paragraph';
import type { Group } from './paragraph-group';
import type { ParagraphText } from './pair-equal';
import { likeness, sharedWeight, wordsWithout, type Words } from './rarity';

export interface WeighedParagraph extends ParagraphText {
  readonly words: Words;
}

/** Both drafts with their words weighed together. */
export interface Sides {
  readonly before: readonly WeighedParagraph[];
  readonly after: readonly WeighedParagraph[];
  readonly weights: readonly number[];
}

/** Two paragraphs that may be one; positions from 0. */
interface Link {
  readonly b: number;
  readonly a: number;
  /** From 0 to 1. */
  readonly alike: number;
}

/** At least so alike are an edited paragraph and its former self. */
const ALIKE = 0.45;

/** So much of a part's words stand in the whole it was cut from. */
const PART = 0.6;

/** So much of the whole its parts must have together. */
const WHOLE = 0.6;

/** Rare words of a paragraph by which others are looked up; what shares none of them shares little. */
const LOOKED_UP = 12;

/** So many of the paragraphs looked up are compared word by word. */
const COMPARED = 8;

/** A word that stands in more paragraphs than this tells none from the others. */
const MOST_SPREAD = 40;

/**
 * Pairs paragraphs that are not settled and share enough of their rare words, the most alike first. Candidates come from an
 * inverted index over the rarest words, so that not everything is compared with everything.
 */
export function pairAlike(sides: Sides, settled: readonly Group[]): readonly Group[] {
  const taken = takenBy(settled);
  const links = findLinks(sides, taken);
  const found: Group[] = [];
  for (const { b, a } of links) {
    if (taken.before.has(b) || taken.after.has(a)) continue;
    taken.before.add(b);
    taken.after.add(a);
    found.push({ before: [b], after: [a] });
  }
  return found;
}

function findLinks({ before, after, weights }: Sides, taken: Taken): readonly Link[] {
  const index = indexWords(before, weights, taken.before);
  const links: Link[] = [];
  for (const [a, paragraph] of after.entries()) {
    if (taken.after.has(a)) continue;
    for (const b of lookUp(paragraph.words, index, weights)) {
      const other = before[b];
      if (!other || !mayBecome(other.role, paragraph.role)) continue;
      const alike = likeness(other.words, paragraph.words, weights);
      if (alike >= ALIKE) links.push({ b, a, alike });
    }
  }
  return links.sort((x, y) => y.alike - x.alike || Math.abs(x.b - x.a) - Math.abs(y.b - y.a) || x.b - y.b);
}

interface Taken {
  readonly before: Set<number>;
  readonly after: Set<number>;
}

function takenBy(groups: readonly Group[]): Taken {
  return {
    before: new Set(groups.flatMap((group) => group.before)),
    after: new Set(groups.flatMap((group) => group.after)),
  };
}

/** Whether an edit may turn the one into the other: a heading stays one, and so do captions and notes. */
export function mayBecome(before: Role, after: Role): boolean {
  return kindOf(before) === kindOf(after);
}

function kindOf(role: Role): string {
  if (isHeading(role)) return 'heading';
  return role === 'listItem' || role === 'quotation' ? 'paragraph' : role;
}

/** Whether a paragraph of this role heads others. */
export function isHeading(role: Role): boolean {
  return role === 'title' || role.startsWith('heading');
}

type Index = ReadonlyMap<number, readonly number[]>;

function indexWords(
  paragraphs: readonly WeighedParagraph[],
  weights: readonly number[],
  taken: ReadonlySet<number>,
): Index {
  const index = new Map<number, number[]>();
  for (const [position, { words }] of paragraphs.entries()) {
    if (taken.has(position)) continue;
    for (const word of rarest(words, weights)) {
      const known = index.get(word);
      if (known) known.push(position);
      else index.set(word, [position]);
    }
  }
  return index;
}

/** The paragraphs with which most of the rare words are shared. */
function lookUp(words: Words, index: Index, weights: readonly number[]): readonly number[] {
  const found = new Map<number, number>();
  for (const word of rarest(words, weights)) {
    const places = index.get(word) ?? [];
    if (places.length > MOST_SPREAD) continue;
    for (const place of places) found.set(place, (found.get(place) ?? 0) + (weights[word] ?? 0));
  }
  return [...found]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
    .slice(0, COMPARED)
    .map(([place]) => place);
}

function rarest({ counts }: Words, weights: readonly number[]): readonly number[] {
  return [...counts.keys()]
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, LOOKED_UP);
}

/**
 * Joins free paragraphs that are parts of one paragraph of the other side: they lie side by side, nearly all their
 * words stand in the whole, in different places of it, and together they make up most of it.
 */
export function joinParts(
  sides: Sides,
  settled: readonly Group[],
  groups: readonly Group[],
): readonly Group[] {
  const split = growGroups(settled, groups, sides.before, sides.after, sides.weights);
  const merged = growGroups(settled.map(turn), split.map(turn), sides.after, sides.before, sides.weights);
  return merged.map(turn);
}

function turn({ before, after }: Group): Group {
  return { before: after, after: before };
}

/** Gives paragraphs of `wholes` the free ones of `parts` that were cut from them. */
function growGroups(
  settled: readonly Group[],
  groups: readonly Group[],
  wholes: readonly WeighedParagraph[],
  parts: readonly WeighedParagraph[],
  weights: readonly number[],
): readonly Group[] {
  const taken = takenBy([...settled, ...groups]);
  const inGroup = new Map(groups.flatMap((group) => group.before.map((whole) => [whole, group] as const)));
  const candidates = new Map<number, number[]>();
  const index = indexAll(wholes, weights, takenBy(settled).before);
  for (const [part, paragraph] of parts.entries()) {
    if (taken.after.has(part)) continue;
    for (const whole of lookUp(paragraph.words, index, weights)) {
      const other = wholes[whole];
      if (!other || isHeading(other.role) || !mayBecome(other.role, paragraph.role)) continue;
      if (sharedWeight(other.words, paragraph.words, weights) < PART * paragraph.words.weight) continue;
      const known = candidates.get(whole);
      if (known) known.push(part);
      else candidates.set(whole, [part]);
    }
  }
  const grown = new Set(groups);
  for (const [whole, found] of [...candidates].sort(([a], [b]) => a - b)) {
    const known = inGroup.get(whole);
    if (known && (known.before.length > 1 || known.after.length > 1)) continue;
    const free = found.filter((part) => !taken.after.has(part));
    const chosen = sideBySide(
      wholes[whole],
      [...free, ...(known?.after ?? [])],
      known?.after[0],
      parts,
      weights,
    );
    if (chosen.length < 2) continue;
    if (known) grown.delete(known);
    grown.add({ before: [whole], after: chosen });
    for (const part of chosen) taken.after.add(part);
  }
  return [...grown];
}

/** Of the parts of a whole the run that lies side by side and makes it up; empty when there is none. */
function sideBySide(
  whole: WeighedParagraph | undefined,
  positions: readonly number[],
  kept: number | undefined,
  parts: readonly WeighedParagraph[],
  weights: readonly number[],
): readonly number[] {
  if (!whole) return [];
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === position - 1) run.push(position);
    else runs.push([position]);
  }
  let best: readonly number[] = [];
  let most = WHOLE * whole.words.weight;
  for (const run of runs) {
    let left = whole.words;
    // The part that is known already takes its words first: a second copy of it is no other part.
    const order = kept !== undefined && run.includes(kept) ? [kept, ...run.filter((at) => at !== kept)] : run;
    const fitting = order.filter((position) => {
      const part = parts[position];
      if (!part) return false;
      const shared = sharedWeight(left, part.words, weights);
      if (position !== kept && shared < PART * part.words.weight) return false;
      left = wordsWithout(left, part.words, weights);
      return true;
    });
    const covered = whole.words.weight - left.weight;
    if (kept !== undefined && !fitting.includes(kept)) continue;
    if (covered < most || !isRun(fitting)) continue;
    most = covered;
    best = fitting.sort((a, b) => a - b);
  }
  return best;
}

function isRun(positions: readonly number[]): boolean {
  return Math.max(...positions) - Math.min(...positions) === positions.length - 1;
}

/** Every word of every paragraph: a part may hold none of the rarest words of its whole. */
function indexAll(
  paragraphs: readonly WeighedParagraph[],
  weights: readonly number[],
  settled: ReadonlySet<number>,
): Index {
  const index = new Map<number, number[]>();
  for (const [position, { words }] of paragraphs.entries()) {
    if (settled.has(position)) continue;
    for (const word of words.counts.keys()) {
      if ((weights[word] ?? 0) === 0) continue;
      const known = index.get(word);
      if (known) known.push(position);
      else index.set(word, [position]);
    }
  }
  return index;
}
