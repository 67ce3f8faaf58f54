import { normaliseRich } from '../../../shared/text/normalise-rich';
import { isAccepted, plainPiece } from './paragraphs';
import type { PlacedParagraph } from './story';

/** A paragraph of the accepted text, with what was deleted in it. */
export interface JoinedParagraph<P extends PlacedParagraph = PlacedParagraph> {
  readonly paragraph: P;
  /** It is none of the accepted text: tracked changes deleted the whole of it. */
  readonly isDeleted: boolean;
}

/** Accepts deleted paragraph ends, and joins drop caps: what stood before them goes on in the next paragraph of the same place. */
export function joinRunOns<P extends PlacedParagraph>(
  paragraphs: readonly P[],
): readonly JoinedParagraph<P>[] {
  const groups: P[][] = [];
  let before: P | undefined;
  for (const paragraph of paragraphs) {
    if ((before?.end.deleted || before?.isDropCap) && samePlace(before, paragraph))
      groups.at(-1)?.push(paragraph);
    else groups.push([paragraph]);
    before = paragraph;
  }
  return groups.flatMap((group) => joinGroup(group));
}

/**
 * A group is one paragraph of the accepted text, of the form its last one has. Those before and after all that
 * is kept of it were deleted whole, and are told of by themselves: "~~раз~~¶ два" -> "~~раз~~", "два".
 */
function joinGroup<P extends PlacedParagraph>(group: readonly P[]): readonly JoinedParagraph<P>[] {
  const last = group.at(-1);
  if (!last) return [];
  if (group.length === 1 && last.pieces.every(({ deleted }) => deleted === null))
    return [{ paragraph: last, isDeleted: false }];
  const texts = group.map(hasAcceptedText);
  const from = texts.indexOf(true);
  const to = texts.lastIndexOf(true);
  const kept = group.slice(Math.max(0, from), to + 1);
  // The end that was deleted parted words: it is a space of the former text.
  const pieces = kept.flatMap(({ pieces, end }, i) =>
    i < kept.length - 1 && !kept[i]?.isDropCap ? [...pieces, plainPiece(' ', end)] : pieces,
  );
  const asDeleted = (paragraph: P): JoinedParagraph<P> => ({ paragraph, isDeleted: true });
  return [
    ...group.slice(0, Math.max(0, from)).map(asDeleted),
    // Without any text it is an empty paragraph, which counts in a list as any other does.
    { paragraph: { ...last, pieces }, isDeleted: false },
    ...group.slice(to + 1).map(asDeleted),
  ];
}

/** Whether anything is left of a paragraph with all tracked changes accepted. */
export function hasAcceptedText({ pieces }: PlacedParagraph): boolean {
  const accepted = pieces.filter(isAccepted);
  const text = accepted.map((piece) => piece.text).join('');
  return accepted.some(({ note }) => note?.to === 'note') || normaliseRich(text, []).text !== '';
}

function samePlace({ place: a }: PlacedParagraph, { place: b }: PlacedParagraph): boolean {
  return a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;
}
