import { shiftMarks, type Mark } from '../../../shared/model/mark';
import type { Block, RichText, Role } from '../../../shared/model/paragraph';
import { normaliseRich, splitParagraphs } from '../../../shared/text/normalise-rich';
import { labelNotes, splitOwnMark, type NoteLabels } from './notes';
import { startCounting, type ListMarker, type Numbering } from './numbering';
import type { Piece } from './paragraphs';
import type { Body, NotesByKey, PlacedParagraph } from './story';
import { styleRole, type Styles } from './styles';

/** All that was read of a file. */
export interface Story {
  readonly body: Body;
  readonly notes: NotesByKey;
  /** Bookmark name -> key of the note referred to inside it. */
  readonly notesByBookmark: ReadonlyMap<string, string>;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** Decides roles, counts lists and notes, and brings every text to its normal form. Notes come last. */
export function toBlocks(story: Story): readonly Block[] {
  const paragraphs = joinRunOns(story.body.paragraphs);
  const labels = labelNotes(story.body, paragraphs, story.notes);
  const compose = (pieces: readonly Piece[]): readonly RichText[] =>
    composePieces(pieces, labels, story.notesByBookmark);
  return [...bodyBlocks(story, paragraphs, compose), ...noteBlocks(story.notes, labels, compose)];
}

type Compose = (pieces: readonly Piece[]) => readonly RichText[];

function bodyBlocks(
  story: Story,
  paragraphs: readonly PlacedParagraph[],
  compose: Compose,
): readonly Block[] {
  const nextMarker = startCounting(story.numbering, story.styles);
  const tables = new Map<number, number>();
  return paragraphs.flatMap((paragraph) => {
    const { style, outlineLevel, listPlace, place } = paragraph;
    const role = place ? 'tableCell' : styleRole(story.styles, style, outlineLevel);
    const marker = nextMarker(style, listPlace);
    if (role === 'footnote') return looseNote(paragraph, compose);
    const parts = compose(paragraph.pieces);
    if (!place) return inRole(parts, role, marker);
    // A table without text is not seen in Triptych, so it is not counted either.
    if (parts.length === 0) return [];
    const table = tables.get(place.table) ?? tables.size;
    tables.set(place.table, table);
    const cell = { ...place, table };
    return inRole(parts, role, marker).map((block) => ({ ...block, cell }));
  });
}

function inRole(parts: readonly RichText[], role: Role, marker: ListMarker | null): readonly Block[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  if (!marker) return parts.map((part) => makeBlock(part, role));
  const following = rest.map((part) => makeBlock(part, role));
  const label = normaliseRich(marker.label, []).text;
  if (role === 'paragraph')
    return [{ ...makeBlock(first, 'listItem'), label, depth: marker.depth }, ...following];
  // A heading has no label, so that its number ("2.1 Итоги") is text: a reader sees it.
  return [makeBlock(label === '' ? first : prefix(`${label} `, first), role), ...following];
}

/** A note in the body, as Triptych writes one that nothing refers to: label, tab, text. */
function looseNote(paragraph: PlacedParagraph, compose: Compose): readonly Block[] {
  const tab = paragraph.pieces.findIndex(({ text }) => text === '\t');
  const before = compose(paragraph.pieces.slice(0, Math.max(0, tab)));
  const label = before.map(({ text }) => text).join(' ');
  return compose(paragraph.pieces.slice(tab + 1)).map((part) => ({ ...makeBlock(part, 'footnote'), label }));
}

function noteBlocks(notes: NotesByKey, labels: NoteLabels, compose: Compose): readonly Block[] {
  return [...labels].flatMap(([key, { label, printed }]) =>
    joinRunOns(notes.get(key) ?? []).flatMap(({ pieces }, i) => {
      const own = i === 0 && printed !== null ? splitOwnMark(pieces, printed).rest : pieces;
      return compose(own).map((part) => ({ ...makeBlock(part, 'footnote'), label }));
    }),
  );
}

function makeBlock(rich: RichText, role: Role): Block {
  return { role, ...rich, label: '', depth: 0, cell: null };
}

function prefix(before: string, rich: RichText): RichText {
  return { text: before + rich.text, marks: shiftMarks(rich.marks, before.length) };
}

function composePieces(
  pieces: readonly Piece[],
  labels: NoteLabels,
  notesByBookmark: ReadonlyMap<string, string>,
): readonly RichText[] {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const { note } = piece;
    const key = note?.to === 'bookmark' ? notesByBookmark.get(note.name) : note?.note;
    const label = labels.get(key ?? '')?.label ?? '';
    const start = text.length;
    text += note?.to === 'note' && note.counted ? label : piece.text;
    const span = { start, end: text.length };
    if (piece.strong) marks.push({ type: 'strong', ...span });
    if (piece.emphasis) marks.push({ type: 'emphasis', ...span });
    if (piece.href !== null) marks.push({ type: 'link', href: piece.href, ...span });
    // A reference is raised by its nature; that is no mark of the text.
    if (label !== '') marks.push({ type: 'footnoteReference', label, ...span });
    else if (piece.superscript) marks.push({ type: 'superscript', ...span });
  }
  return splitParagraphs(text, marks);
}

/** Accepts deleted paragraph ends: what stood before them goes on in the next paragraph of the same place. */
function joinRunOns(paragraphs: readonly PlacedParagraph[]): readonly PlacedParagraph[] {
  const joined: PlacedParagraph[] = [];
  let before: PlacedParagraph | undefined;
  let open: Piece[] = [];
  for (const paragraph of paragraphs) {
    if (before?.runsOn && !samePlace(before, paragraph)) {
      joined.push({ ...before, pieces: open });
      open = [];
    }
    for (const piece of paragraph.pieces) open.push(piece);
    if (!paragraph.runsOn) {
      joined.push({ ...paragraph, pieces: open });
      open = [];
    }
    before = paragraph;
  }
  if (before?.runsOn) joined.push({ ...before, pieces: open });
  return joined;
}

function samePlace({ place: a }: PlacedParagraph, { place: b }: PlacedParagraph): boolean {
  return a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;
}
