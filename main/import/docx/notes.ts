import { formatNumber } from './number-format';
import { isAccepted, type Piece } from './paragraphs';
import type { Authorship } from './revisions';
import type { Body, NotesByKey, PlacedParagraph } from './story';

/**
 * The labels of all notes referred to, in the order of their references, footnotes before endnotes. Those whose
 * references were all deleted come after the others and are counted on: they had numbers that others have now.
 */
export type NoteLabels = ReadonlyMap<string, NoteLabel>;

interface NoteLabel {
  readonly label: string;
  /** The mark as written at the reference and again before the note's text; null if the label is counted. */
  readonly printed: string | null;
  /** Who deleted the only reference to it; null while there is one. */
  readonly deleted: Authorship | null;
}

/** Gives every note that is referred to the label a reader sees. */
export function labelNotes(
  body: Body,
  paragraphs: readonly PlacedParagraph[],
  notes: NotesByKey,
): NoteLabels {
  return new Map([
    ...labelKind('footnote', body.footnotes, paragraphs, notes),
    ...labelKind('endnote', body.endnotes, paragraphs, notes),
  ]);
}

function labelKind(
  kind: 'footnote' | 'endnote',
  { format, start }: Body['footnotes'],
  paragraphs: readonly PlacedParagraph[],
  notes: NotesByKey,
): NoteLabels {
  const labels = new Map<string, NoteLabel>();
  let next = start;
  const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces);
  const gone = pieces.filter(({ inserted, deleted }) => deleted !== null && inserted === null);
  for (const { note, text, deleted } of [...pieces.filter(isAccepted), ...gone]) {
    if (note?.to !== 'note' || note.kind !== kind || labels.has(note.note)) continue;
    if (note.counted) {
      labels.set(note.note, { label: formatNumber(next, format), printed: null, deleted });
      next += 1;
    } else {
      const printed = text.trim();
      const { mark } = splitOwnMark(notes.get(note.note)?.[0]?.pieces ?? [], printed);
      labels.set(note.note, { label: ownLabel(mark, printed), printed, deleted });
    }
  }
  return labels;
}

/** LibreOffice writes a mark before its note once more each time it saves: "**" for a reference "*". */
function ownLabel(beforeNote: string, inText: string): string {
  return beforeNote.replaceAll(inText, '') === '' ? inText : beforeNote;
}

/**
 * Parts the text of a note from the mark written before it ("*"), which Word raises and LibreOffice does not. What
 * was deleted among it stays with the text.
 */
export function splitOwnMark(
  pieces: readonly Piece[],
  printed: string,
): { readonly mark: string; readonly rest: readonly Piece[] } {
  const end = pieces.findIndex(
    (piece) => isAccepted(piece) && !piece.superscript && piece.text.trim() !== printed,
  );
  const marked = end < 0 ? pieces : pieces.slice(0, end);
  return {
    mark: marked
      .filter(isAccepted)
      .map(({ text }) => text)
      .join('')
      .trim(),
    rest: [...marked.filter((piece) => !isAccepted(piece)), ...pieces.slice(marked.length)],
  };
}
