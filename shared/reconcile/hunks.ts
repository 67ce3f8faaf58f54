import { diffRich, type RichRun } from '../diff/diff-rich';
import { normaliseMarks, shiftMarks, sliceMarks } from '../model/mark';
import type { RichText } from '../model/paragraph';

/** A stretch of a text. UTF-16 offsets; start = end is a place where nothing stands. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One thing a reader sees changed: what stood in the former text, and what stands in its place. */
export interface Hunk {
  readonly kind: 'inserted' | 'deleted' | 'replaced' | 'restyled';
  readonly before: Stretch;
  readonly after: Stretch;
}

/** What changed between two texts, in order; a deletion and the insertion in its place are one hunk. */
export function findHunks(before: RichText, after: RichText): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let last: RichRun | undefined;
  for (const run of diffRich(before, after)) {
    if (run.kind !== 'same') {
      const previous = hunks.at(-1);
      if (run.kind === 'inserted' && last?.kind === 'deleted' && previous)
        hunks[hunks.length - 1] = { ...previous, kind: 'replaced', after: stretchAfter(run) };
      else hunks.push({ kind: run.kind, before: stretchBefore(run), after: stretchAfter(run) });
    }
    last = run;
  }
  return hunks;
}

function stretchBefore({ kind, before, text }: RichRun): Stretch {
  return { start: before, end: before + (kind === 'inserted' ? 0 : text.length) };
}

function stretchAfter({ kind, after, text }: RichRun): Stretch {
  return { start: after, end: after + (kind === 'deleted' ? 0 : text.length) };
}

/** A text with one stretch of it replaced by a stretch of another, marks included. */
export function replaceStretch(target: RichText, at: Stretch, source: RichText, from: Stretch): RichText {
  const inserted = source.text.slice(from.start, from.end);
  const text = target.text.slice(0, at.start) + inserted + target.text.slice(at.end);
  const tail = at.start + inserted.length;
  const marks = [
    ...sliceMarks(target.marks, 0, at.start),
    ...shiftMarks(sliceMarks(source.marks, from.start, from.end), at.start),
    ...shiftMarks(sliceMarks(target.marks, at.end, target.text.length), tail),
  ];
  return { text, marks: normaliseMarks(marks, text.length) };
}
