import { normaliseMarks, shiftMarks, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { normaliseRich } from '../text/normalise-rich';
import { carryMarkChanges, markChanges, mergeStyles, type MarkChanges } from './merge-marks';
import { sliceRich, type MergeChunk } from './merge-texts';

/** How a conflict is decided; `both` puts our text before theirs. */
export type ConflictPick = 'ours' | 'theirs' | 'both' | 'base';

/** Stands between paragraphs that are merged as one text. */
export const PARAGRAPH_BREAK = '\u2029';

/**
 * The merged text, in the normal form of paragraphs.
 *
 * @param picks one for each conflict, in order; a conflict without one keeps our text
 */
export function resultOf(chunks: readonly MergeChunk[], picks: readonly ConflictPick[] = []): RichText {
  const { text, marks } = assemble(chunks, picks);
  return normaliseRich(text, marks);
}

/** As `resultOf`, cut at `PARAGRAPH_BREAK`; parts without text are left out, but there is always one. */
export function partsOf(
  chunks: readonly MergeChunk[],
  picks: readonly ConflictPick[] = [],
): readonly RichText[] {
  const whole = assemble(chunks, picks);
  const parts: RichText[] = [];
  let start = 0;
  for (const part of whole.text.split(PARAGRAPH_BREAK)) {
    const { text, marks } = sliceRich(whole, start, start + part.length);
    parts.push(normaliseRich(text, marks));
    start += part.length + PARAGRAPH_BREAK.length;
  }
  const filled = parts.filter(({ text }) => text !== '');
  return filled.length > 0 ? filled : parts.slice(0, 1);
}

/** Paragraphs as one text with `PARAGRAPH_BREAK` between them. */
export function joinRich(parts: readonly RichText[]): RichText {
  let text = '';
  const marks: Mark[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) text += PARAGRAPH_BREAK;
    marks.push(...shiftMarks(part.marks, text.length));
    text += part.text;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

/** Whether a person has to decide something. */
export function hasConflict(chunks: readonly MergeChunk[]): boolean {
  return chunks.some(({ kind }) => kind === 'conflict');
}

function assemble(chunks: readonly MergeChunk[], picks: readonly ConflictPick[]): RichText {
  let text = '';
  const marks: Mark[] = [];
  let conflicts = 0;
  for (const [i, chunk] of chunks.entries()) {
    let piece: RichText;
    if (chunk.kind === 'conflict') {
      piece = decide(chunk, picks[conflicts] ?? 'ours');
      conflicts += 1;
    } else {
      piece = agreed(chunk, chunks[i - 1], chunks[i + 1]);
    }
    marks.push(...shiftMarks(piece.marks, text.length));
    text += piece.text;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

function decide(chunk: MergeChunk, pick: ConflictPick): RichText {
  if (pick !== 'both') return chunk[pick];
  const { ours, theirs } = chunk;
  // The same words marked in two ways are not doubled.
  if (ours.text === theirs.text) return { text: ours.text, marks: [...ours.marks, ...theirs.marks] };
  const meet = ours.text !== '' && theirs.text !== '' && !/\s$/u.test(ours.text) && !/^\s/u.test(theirs.text);
  const head = ours.text + (meet ? ' ' : '');
  return { text: head + theirs.text, marks: [...ours.marks, ...shiftMarks(theirs.marks, head.length)] };
}

function agreed(chunk: MergeChunk, left: MergeChunk | undefined, right: MergeChunk | undefined): RichText {
  const { base, ours, theirs } = chunk;
  const { length } = ours.text;
  if (ours.text === theirs.text) {
    const before = ours.text === base.text ? base.marks : coveringMarks(base, length);
    return { text: ours.text, marks: mergeStyles(length, before, ours.marks, theirs.marks) };
  }
  const [edited, other] =
    theirs.text === base.text ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
  const changes =
    base.text === ''
      ? changesAcross(left, right, other)
      : markChanges(base.text.length, base.marks, chunk[other].marks);
  return { text: chunk[edited].text, marks: carryMarkChanges(base.text, changes, chunk[edited]) };
}

/** Marks over all of a text that was replaced, laid over all of what stands in its place. */
function coveringMarks({ text, marks }: RichText, length: number): readonly Mark[] {
  return marks
    .filter(({ start, end }) => start === 0 && end === text.length)
    .map((mark) => ({ ...mark, end: length }));
}

/** What one side did to the marks on both sides of a place where the other inserted something. */
function changesAcross(
  left: MergeChunk | undefined,
  right: MergeChunk | undefined,
  side: 'ours' | 'theirs',
): MarkChanges {
  const before =
    left && left[side].text === left.base.text ? changesAt(left, side, left.base.text.length - 1) : null;
  const after = right && right[side].text === right.base.text ? changesAt(right, side, 0) : null;
  const shared = (marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] =>
    marks
      .map((mark) => ({ ...mark, start: 0, end: 0 }))
      .filter((mark) =>
        others.some((other) => JSON.stringify({ ...other, start: 0, end: 0 }) === JSON.stringify(mark)),
      );
  return {
    put: shared(before?.put ?? [], after?.put ?? []),
    taken: shared(before?.taken ?? [], after?.taken ?? []),
  };
}

function changesAt(chunk: MergeChunk, side: 'ours' | 'theirs', at: number): MarkChanges {
  const { put, taken } = markChanges(chunk.base.text.length, chunk.base.marks, chunk[side].marks);
  const covers = ({ start, end }: Mark): boolean => start <= at && at < end;
  return { put: put.filter(covers), taken: taken.filter(covers) };
}
