import type { Flag } from '../model/flag';
import type { Paragraph } from '../model/paragraph';
import type { DraftDifference } from '../reconcile/draft-merge';

interface CommentedDraft {
  /** Each on a paragraph of the draft, by its position there. */
  readonly comments: readonly { readonly theirs: number; readonly flag: Flag }[];
  readonly differences: readonly DraftDifference[];
}

/** What became of the version. */
interface DraftPlaces {
  /** The paragraphs that were there, by id, as they are now. */
  readonly changed: ReadonlyMap<string, Paragraph>;
  /** All of them, in their order. */
  readonly paragraphs: readonly Paragraph[];
  readonly flags: readonly Flag[];
}

/** The draft's comments as flags on the paragraphs its texts came to; their words may have changed there. */
export function placeComments(
  { comments, differences }: CommentedDraft,
  { changed, paragraphs, flags }: DraftPlaces,
): readonly Flag[] {
  const places = new Map<number, string>();
  for (const difference of differences) {
    if (!('paragraphIds' in difference) || !('theirs' in difference)) continue;
    difference.theirs.forEach((position, n) => {
      const id = difference.paragraphIds[n];
      if (id !== undefined) places.set(position, id);
    });
  }
  const taken = new Set(flags.map(({ id }) => id));
  return comments.flatMap(({ theirs, flag }) => {
    const id = places.get(theirs);
    const paragraph =
      (id === undefined ? undefined : changed.get(id)) ??
      paragraphs.find(({ text }) =>
        flag.spans.some((span) => span.at === 'text' && text.includes(span.quote) && span.quote !== ''),
      );
    if (!paragraph || taken.has(flag.id)) return [];
    const spans = flag.spans.flatMap((span) => {
      if (span.at !== 'text') return [];
      const found = span.quote === '' ? -1 : paragraph.text.indexOf(span.quote);
      const start = found === -1 ? Math.min(span.start, paragraph.text.length) : found;
      const end = found === -1 ? start : found + span.quote.length;
      return [
        { ...span, paragraphId: paragraph.id, start, end, orphaned: found === -1 && span.quote !== '' },
      ];
    });
    return spans.length > 0 ? [{ ...flag, spans }] : [];
  });
}
