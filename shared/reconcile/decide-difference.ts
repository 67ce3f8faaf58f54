import { normaliseMarks, shiftMarks, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import type { DraftDifference } from './draft-merge';
import { PARAGRAPH_BREAK, resultOf, type ConflictPick } from './merge-result';
import type { MergeChunk } from './merge-texts';

export type TextDifference = Extract<DraftDifference, { readonly chunks: unknown }>;

/** What two sides made of a text, whatever else is known of it. */
export type MergedSides = Pick<TextDifference, 'chunks'>;

/** A difference of texts with its conflicts decided: what comes of it is `result`, paragraphs parted by a line break. */
export function decideDifference(difference: TextDifference, result: RichText): TextDifference {
  const text = result.text.replaceAll('\n', PARAGRAPH_BREAK);
  const { chunks } = difference;
  const ours = concat(chunks.map((chunk) => chunk.ours));
  const chunk: MergeChunk = {
    kind: 'theirs',
    base: ours,
    ours,
    theirs: { text, marks: result.marks },
  };
  return { ...difference, chunks: [chunk], conflict: false };
}

/** What comes of a difference with these picks, as one text with a line break between paragraphs. */
export function pickedText({ chunks }: MergedSides, picks: readonly ConflictPick[]): RichText {
  const { text, marks } = resultOf(chunks, picks);
  return { text: text.replaceAll(PARAGRAPH_BREAK, '\n'), marks };
}

/** One side of a difference, as one text with a line break between paragraphs. */
export function sideText({ chunks }: MergedSides, side: 'base' | 'ours' | 'theirs'): RichText {
  const { text, marks } = concat(chunks.map((chunk) => chunk[side]));
  return { text: text.replaceAll(PARAGRAPH_BREAK, '\n'), marks };
}

/** Parts of one text put together again, their marks with them. */
function concat(parts: readonly RichText[]): RichText {
  let text = '';
  const marks: Mark[] = [];
  for (const part of parts) {
    marks.push(...shiftMarks(part.marks, text.length));
    text += part.text;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}
