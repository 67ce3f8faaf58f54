import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import { sameMarks } from '../model/mark';
import type { Authored, Paragraph, RichText } from '../model/paragraph';
import { normaliseRich } from '../text/normalise-rich';
import { findHunks, replaceStretch, type Hunk } from './hunks';

/** A change that waits for a decision, and who suggested it; null where that is not known. */
export interface Suggestion extends Hunk {
  readonly by: Authored | null;
}

/** The text without the suggestions in it: what the paragraph says as far as it is decided. */
export function settledText(paragraph: Paragraph): RichText {
  const { text, marks } = paragraph.pending?.settled ?? paragraph;
  return { text, marks };
}

/** Paragraphs are replaced and never changed: what was found in one is kept as long as it lives. */
const known = new WeakMap<Paragraph, readonly Suggestion[]>();

/** The suggestions in a paragraph, in order. */
export function suggestionsIn(paragraph: Paragraph): readonly Suggestion[] {
  const found = known.get(paragraph) ?? findSuggestions(paragraph);
  known.set(paragraph, found);
  return found;
}

function findSuggestions(paragraph: Paragraph): readonly Suggestion[] {
  const { pending } = paragraph;
  if (!pending) return [];
  return findHunks(pending.settled, paragraph).map((hunk) => ({
    ...hunk,
    by: pending.by.findLast(({ start, end }) => start <= hunk.after.end && end >= hunk.after.start) ?? null,
  }));
}

/** The paragraph with its text changed as a suggestion; what had been suggested before stays one. */
export function suggest(
  paragraph: Paragraph,
  content: RichText,
  by: { author: string; time: number },
): Paragraph {
  const settled = settledText(paragraph);
  const runs = diffTexts(paragraph.text, content.text);
  const kept = (paragraph.pending?.by ?? []).map((span) => {
    const { start, end } = mapSpan(span, runs);
    return { ...span, start, end };
  });
  const made = findHunks(paragraph, content).map(({ after }): Authored => ({ ...by, ...after }));
  return withPending(paragraph, content, settled, [...kept, ...made]);
}

/**
 * The paragraph with suggestions decided: an accepted one becomes settled text, a rejected one is undone.
 *
 * @param which the position of one suggestion in `suggestionsIn`, or null for all of them
 */
export function decide(paragraph: Paragraph, which: number | null, accept: boolean): Paragraph {
  const { pending } = paragraph;
  if (!pending) return paragraph;
  const { settled, by } = pending;
  if (which === null) {
    return accept
      ? withPending(paragraph, paragraph, paragraph, [])
      : withPending(paragraph, settled, settled, []);
  }
  const hunk = findHunks(settled, paragraph)[which];
  if (!hunk) return paragraph;
  if (accept)
    return withPending(
      paragraph,
      paragraph,
      tidy(replaceStretch(settled, hunk.before, paragraph, hunk.after)),
      by,
    );
  const content = tidy(replaceStretch(paragraph, hunk.after, settled, hunk.before));
  const runs = diffTexts(paragraph.text, content.text);
  const kept = by.map((span) => {
    const { start, end } = mapSpan(span, runs);
    return { ...span, start, end };
  });
  return withPending(paragraph, content, settled, kept);
}

/** The paragraph after its text was cut or joined: without suggestions that say nothing, those left inside the text. */
export function tidyPending(paragraph: Paragraph): Paragraph {
  const { pending, text } = paragraph;
  if (!pending) return paragraph;
  const by = pending.by.map((span) => ({
    ...span,
    start: Math.min(span.start, text.length),
    end: Math.min(span.end, text.length),
  }));
  return withPending(paragraph, paragraph, pending.settled, by);
}

/** Of neighbouring changes one may be undone and one not: a space too many is left between. */
function tidy({ text, marks }: RichText): RichText {
  return normaliseRich(text, marks);
}

function withPending(
  paragraph: Paragraph,
  { text, marks }: RichText,
  settled: RichText,
  by: readonly Authored[],
): Paragraph {
  const { pending: _, ...rest } = { ...paragraph, text, marks };
  if (settled.text === text && sameMarks(settled.marks, marks)) return rest;
  return { ...rest, pending: { settled: { text: settled.text, marks: settled.marks }, by } };
}
