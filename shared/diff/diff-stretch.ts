import { LONGEST_AT_ONCE } from '../model/limits';
import { sliceMarks } from '../model/mark';
import type { RichText } from '../model/paragraph';
import type { Span } from '../text/sentences';
import { diffRich, type RichRun } from './diff-rich';
import type { DiffRun } from './diff-words';
import { LONGEST_WHOLE, pairParts, type PartPair } from './pair-parts';

/** A pair of parts longer than this has too little in common for a comparison word by word to tell a reader anything. */
const LONGEST_PART = 2 * LONGEST_AT_ONCE;

/** What is known of the comparison of a text with the one before it: the parts, and what was found in those looked at. */
interface Known {
  readonly before: RichText;
  readonly parts: readonly PartPair[];
  readonly runs: Map<PartPair, readonly RichRun[]>;
}

/** By the text after: texts are replaced and never changed. */
const known = new WeakMap<RichText, Known>();

/**
 * What changed between two marked texts in the parts of them in which a stretch of the text after lies, as `diffRich`
 * tells it: each run with its places in the whole texts. Of long texts the rest is not compared at all, what was moved
 * from part to part is told as gone and come, and parts with nothing in common as replaced. What was found is
 * remembered as long as both texts live.
 */
export function diffStretch(before: RichText, after: RichText, stretch: Span): readonly RichRun[] {
  return runsIn(before, after, (part) => isTouched(part.after, stretch));
}

/**
 * The comparison of two texts, as far as it is about a stretch of the text before, for `mapSpan` to carry that over: each
 * run with its places in the whole texts. Marks do not count.
 */
export function runsOver(before: RichText, after: RichText, stretch: Span): readonly DiffRun[] {
  return runsIn(before, after, (part) => isTouched(part.before, stretch)).map(({ kind, ...run }) => ({
    ...run,
    kind: kind === 'restyled' ? 'same' : kind,
  }));
}

function isTouched({ start, end }: Span, by: Span): boolean {
  return start <= by.end && end >= by.start;
}

function runsIn(
  before: RichText,
  after: RichText,
  isWanted: (part: PartPair) => boolean,
): readonly RichRun[] {
  const { parts, runs } = knownOf(before, after);
  return parts.filter(isWanted).flatMap((part) => {
    const found = runs.get(part) ?? comparePart(before, after, part);
    runs.set(part, found);
    return found;
  });
}

/**
 * What changed from the beginning on until so many characters of changed parts are told; `more` when something changed
 * after that. Parts that are the same in both texts are left out of long ones.
 */
export function diffBeginning(
  before: RichText,
  after: RichText,
  most: number,
): { readonly runs: readonly RichRun[]; readonly more: boolean } {
  const { parts, runs } = knownOf(before, after);
  const changed = parts.filter(
    (part) => parts.length === 1 || textIn(before, part.before) !== textIn(after, part.after),
  );
  const told: RichRun[] = [];
  let length = 0;
  for (const [n, part] of changed.entries()) {
    const found = runs.get(part) ?? comparePart(before, after, part);
    runs.set(part, found);
    told.push(...found);
    length += part.after.end - part.after.start;
    if (length >= most) return { runs: told, more: n < changed.length - 1 };
  }
  return { runs: told, more: false };
}

function knownOf(before: RichText, after: RichText): Known {
  const there = known.get(after);
  if (there?.before === before) return there;
  const [length, lengthAfter] = [before.text.length, after.text.length];
  const whole: PartPair = { before: { start: 0, end: length }, after: { start: 0, end: lengthAfter } };
  const parts = length + lengthAfter <= LONGEST_WHOLE ? [whole] : pairParts(before.text, after.text);
  const made: Known = { before, parts, runs: new Map() };
  known.set(after, made);
  return made;
}

function textIn({ text }: RichText, { start, end }: Span): string {
  return text.slice(start, end);
}

function comparePart(before: RichText, after: RichText, part: PartPair): readonly RichRun[] {
  const [old, now] = [partOf(before, part.before), partOf(after, part.after)];
  const runs =
    old.text !== now.text && old.text.length + now.text.length > LONGEST_PART
      ? replaced(old.text, now.text)
      : diffRich(old, now);
  return runs.map((run) => ({
    ...run,
    before: run.before + part.before.start,
    after: run.after + part.after.start,
  }));
}

function partOf(rich: RichText, { start, end }: Span): RichText {
  if (start === 0 && end === rich.text.length) return rich;
  return { text: rich.text.slice(start, end), marks: sliceMarks(rich.marks, start, end) };
}

function replaced(old: string, now: string): readonly RichRun[] {
  const runs: RichRun[] = [
    { kind: 'deleted', text: old, before: 0, after: 0 },
    { kind: 'inserted', text: now, before: old.length, after: 0 },
  ];
  return runs.filter(({ text }) => text !== '');
}
