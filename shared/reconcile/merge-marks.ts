import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import { markAttribute, normaliseMarks, type Mark, type MarkType } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { layerRuns } from '../text/runs';

/** Marks that lead somewhere: two of them on the same words exclude each other. */
const TARGETS: readonly MarkType[] = ['link', 'footnoteReference'];

function keyOf(mark: Mark): string {
  return `${mark.type} ${markAttribute(mark)}`;
}

/** What marks say, whatever their order and extent. */
function styleOf(marks: readonly Mark[]): string {
  return JSON.stringify([...new Set(marks.map(keyOf))].sort());
}

/** Who changed the marks over some text that is the same on all sides. */
export function agreeOnStyle(
  base: readonly Mark[],
  ours: readonly Mark[],
  theirs: readonly Mark[],
): 'same' | 'ours' | 'theirs' | 'both' | 'conflict' {
  const [was, our, their] = [styleOf(base), styleOf(ours), styleOf(theirs)];
  if (our === their) return our === was ? 'same' : 'both';
  if (their === was) return 'ours';
  if (our === was) return 'theirs';
  const clashes = TARGETS.some((type) => {
    const [a, b, c] = [base, ours, theirs].map((marks) =>
      styleOf(marks.filter((mark) => mark.type === type)),
    );
    return a !== b && b !== c && a !== c;
  });
  return clashes ? 'conflict' : 'both';
}

/** Whether links or footnote references were put, taken away or pointed elsewhere. */
export function changesTargets(before: RichText, after: RichText): boolean {
  const [was, is] = [before, after].map(({ marks }) => marks.filter(({ type }) => TARGETS.includes(type)));
  return styleOf(was ?? []) !== styleOf(is ?? []);
}

/** Marks over a text that one edit put there and took away. */
export interface MarkChanges {
  readonly put: readonly Mark[];
  readonly taken: readonly Mark[];
}

/** What happened to the marks of a text that stayed the same. */
export function markChanges(length: number, before: readonly Mark[], after: readonly Mark[]): MarkChanges {
  const layers = [before, after].flatMap((marks, side) =>
    marks.map((mark) => ({ start: mark.start, end: mark.end, value: { mark, side } })),
  );
  const put: Mark[] = [];
  const taken: Mark[] = [];
  for (const { start, end, values } of layerRuns(length, layers)) {
    const has = (mark: Mark, side: number): boolean =>
      values.some((value) => value.side === side && keyOf(value.mark) === keyOf(mark));
    for (const { mark, side } of values) {
      if (!has(mark, 1 - side)) (side === 1 ? put : taken).push({ ...mark, start, end });
    }
  }
  return { put: normaliseMarks(put, length), taken: normaliseMarks(taken, length) };
}

/**
 * Carries changed marks over to an edit of the same text: over the same words, as flags follow them
 * (`mapSpan`). What covered the whole text covers the whole edit; marks on words that are gone are gone.
 */
export function carryMarkChanges(
  base: string,
  { put, taken }: MarkChanges,
  edited: RichText,
): readonly Mark[] {
  if (put.length === 0 && taken.length === 0) return edited.marks;
  const runs = diffTexts(base, edited.text);
  const carry = (marks: readonly Mark[]): readonly Mark[] =>
    marks.flatMap((mark) => {
      if (mark.start === 0 && mark.end === base.length) return [{ ...mark, end: edited.text.length }];
      const { start, end, orphaned } = mapSpan(mark, runs);
      return orphaned ? [] : [{ ...mark, start, end }];
    });
  const kept = edited.marks.flatMap((mark) => withoutParts(mark, carry(taken)));
  return normaliseMarks([...kept, ...carry(put)], edited.text.length);
}

/** What is left of a mark where others that say the same are taken away. */
function withoutParts(mark: Mark, taken: readonly Mark[]): readonly Mark[] {
  let parts = [mark];
  for (const hole of taken) {
    if (keyOf(hole) !== keyOf(mark)) continue;
    parts = parts.flatMap((part) =>
      [
        { ...part, end: Math.min(part.end, hole.start) },
        { ...part, start: Math.max(part.start, hole.end) },
      ].filter(({ start, end }) => start < end),
    );
  }
  return parts;
}

/** Of marks over the same text on three sides, those that two sides have. */
export function mergeStyles(
  length: number,
  base: readonly Mark[],
  ours: readonly Mark[],
  theirs: readonly Mark[],
): readonly Mark[] {
  const { put, taken } = markChanges(length, base, theirs);
  const kept = ours.flatMap((mark) => withoutParts(mark, taken));
  return normaliseMarks([...kept, ...put], length);
}
