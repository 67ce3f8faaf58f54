import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import type { Authored, Paragraph, RichText } from '../model/paragraph';
import { canonical } from './merge-fields';
import { otherText } from './other-text';
import { isSameText } from '../reconcile/baseline';
import { hasConflict, resultOf } from '../reconcile/merge-result';
import { mergeTexts, type MergeChunk } from '../reconcile/merge-texts';
import { settledText } from '../reconcile/suggestions';

/** What a paragraph says after a merge, with the suggestions in it. */
export interface MergedContent extends RichText {
  readonly pending: Paragraph['pending'];
  /** Texts in which both changed the same each in another way: what is shown, what is settled below it. */
  readonly conflicts: readonly (readonly MergeChunk[])[];
}

const NOTHING: RichText = { text: '', marks: [] };

/**
 * Merges what two copies made of a paragraph: what is settled with what is settled, and what is shown with what is shown.
 * What differs between the two waits as suggestions, each under the name of who made it. Where one copy edited what the other
 * only made a suggestion about, both are kept: the suggestion is one to change the edited text.
 *
 * @param base null when both wrote it anew
 * @param decided what a person wants it to say where the two contradict each other
 */
export function mergeContents(
  base: Paragraph | null,
  ours: Paragraph,
  theirs: Paragraph,
  decided?: RichText,
): MergedContent {
  if (base && isSameContent(theirs, base)) return contentOf(ours);
  if (base && isSameContent(ours, base)) return contentOf(theirs);
  const old = base && settledText(base);
  const settled = mergeRich(old, settledText(ours), settledText(theirs));
  const shown = mergeRich(base, ours, theirs);
  const isSuggested = (one: Paragraph, other: Paragraph): boolean =>
    one.pending !== undefined &&
    other.pending === undefined &&
    old !== null &&
    isSameText(settledText(one), old);
  if (isSuggested(ours, theirs)) return withSuggestions(shown.take('ours'), settled.take('ours'), [ours]);
  if (isSuggested(theirs, ours))
    return withSuggestions(shown.take('theirs'), settled.take('theirs'), [theirs]);
  const found = [shown.conflict, settled.conflict].flatMap((chunks) => (chunks ? [chunks] : []));
  if (decided && found.length > 0) {
    // A suggestion that waits in either copy goes on waiting.
    const waits = ours.pending ?? theirs.pending;
    return withSuggestions(decided, waits ? settled.take('ours') : decided, [ours, theirs]);
  }
  const conflicts = [...new Map(found.map((chunks) => [canonical(otherText({ chunks })), chunks])).values()];
  return { ...withSuggestions(shown.take('ours'), settled.take('ours'), [ours, theirs]), conflicts };
}

/** Whether both say the same, with the same suggestions by the same people. */
function isSameContent(one: Paragraph, other: Paragraph): boolean {
  return isSameText(one, other) && canonical(one.pending ?? null) === canonical(other.pending ?? null);
}

function contentOf({ text, marks, pending }: Paragraph): MergedContent {
  return { text, marks, pending, conflicts: [] };
}

interface MergedRich {
  readonly conflict: readonly MergeChunk[] | null;
  readonly take: (side: 'ours' | 'theirs') => RichText;
}

function mergeRich(base: RichText | null, ours: RichText, theirs: RichText): MergedRich {
  const plain = ({ text, marks }: RichText): MergedRich => ({
    conflict: null,
    take: () => ({ text, marks }),
  });
  if (isSameText(ours, theirs) || (base && isSameText(base, theirs))) return plain(ours);
  if (base && isSameText(base, ours)) return plain(theirs);
  const chunks = mergeTexts(base ?? NOTHING, ours, theirs);
  const conflicts = chunks.filter(({ kind }) => kind === 'conflict').length;
  return {
    conflict: hasConflict(chunks) ? chunks : null,
    take: (side) => resultOf(chunks, Array<typeof side>(conflicts).fill(side)),
  };
}

function withSuggestions(
  { text, marks }: RichText,
  settled: RichText,
  from: readonly Paragraph[],
): MergedContent {
  if (isSameText(settled, { text, marks })) return { text, marks, pending: undefined, conflicts: [] };
  const spans = from.flatMap(({ text: own, pending }) => {
    if (!pending || pending.by.length === 0) return [];
    const runs = diffTexts(own, text);
    return pending.by.map((span): Authored => {
      const { start, end } = mapSpan(span, runs);
      return { ...span, start, end };
    });
  });
  const by = [...new Map(spans.map((span) => [canonical(span), span])).values()];
  return { text, marks, pending: { settled, by }, conflicts: [] };
}
