import type { ImportedBlock } from '../../../shared/model/imported-document';
import type { Role, TablePlace } from '../../../shared/model/paragraph';
import type { Picture } from '../../../shared/model/picture';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { pictureElsewhere } from '../pictures/picture-shelf';
import type { DrawnWords, Elsewhere } from './drawn-words';
import type { Threads } from './threads';
import { Composer, prefixPart, type Part, type Trace } from './compose';
import { labelNotes, splitOwnMark, type NoteLabels } from './notes';
import { startCounting, type ListMarker, type Numbering } from './numbering';
import { isAccepted } from './paragraphs';
import { hasAcceptedText, joinRunOns, type JoinedParagraph } from './run-ons';
import type { Body, NotesByKey, PlacedParagraph } from './story';
import type { Authorship } from './revisions';
import type { Reading } from '../reading';
import type { RawPicture } from './pictures';
import { styleRole, type Styles } from './styles';

/** A block, and what of the file it was made of. */
export interface TracedBlock extends ImportedBlock {
  readonly trace: Trace;
  /** What a picture was read of, its bytes not looked at; null for words. */
  readonly picture: RawPicture | null;
  /** The words of a drawing or of the margins it was read of; absent for all others. */
  readonly drawn?: DrawnWords;
  /** The part that is embedded in its place, and read by itself; absent for all others. */
  readonly chunk?: string;
}

/** All that was read of a file. */
export interface Story {
  readonly body: Body;
  readonly notes: NotesByKey;
  /** Bookmark name -> key of the note referred to inside it. */
  readonly notesByBookmark: ReadonlyMap<string, string>;
  readonly comments: Threads;
  /** The lines of headers and footers. */
  readonly margins: readonly DrawnWords[];
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly reading: Reading;
}

/**
 * Decides roles, counts lists and notes, and brings every text to its normal form. Notes come last. A note whose
 * reference was deleted is deleted with it.
 */
export function toBlocks(story: Story): readonly TracedBlock[] {
  const paragraphs = joinRunOns(story.body.paragraphs);
  const labels = labelNotes(
    story.body,
    paragraphs.map(({ paragraph }) => paragraph),
    story.notes,
  );
  const composer = new Composer(labels, story.notesByBookmark, story.comments, story.reading);
  const body = composer.settleComments(bodyBlocks(story, paragraphs, composer));
  const notes = composer.settleComments(noteBlocks(story.notes, labels, composer));
  // Above and below each page stands what is no part of the article, most of the time.
  const margins = story.margins.map((words) => ({ ...drawnBlock(words, null), included: false }));
  return [...body, ...notes, ...margins];
}

function bodyBlocks(
  story: Story,
  paragraphs: readonly JoinedParagraph[],
  composer: Composer,
): readonly TracedBlock[] {
  const nextMarker = startCounting(story.numbering, story.styles);
  const formerMarkers = countFormerLists(story);
  const tables = numberTables(paragraphs);
  return paragraphs.flatMap((joined) => {
    const { paragraph, isDeleted } = joined;
    const { style, outlineLevel, listPlace, place, picture, elsewhere } = paragraph;
    const table = place ? tables.get(place.table) : undefined;
    const cell = place && table !== undefined ? { ...place, table } : null;
    if (picture) return [pictureBlock(picture, cell)];
    if (elsewhere) return [elsewhereBlock(elsewhere, cell)];
    const styled = styleRole(story.styles, style, outlineLevel);
    const role = cell ? 'tableCell' : styled;
    const marker = isDeleted ? (formerMarkers.get(paragraph) ?? null) : nextMarker(style, listPlace);
    if (role === 'footnote') return looseNote(joined, composer, story.reading);
    const blocks = inRole(composeJoined(joined, composer), role, marker, cell);
    return cell && TOLD_BY_STYLE.has(styled) ? blocks.map((block) => ({ ...block, styled })) : blocks;
  });
}

/** Roles that a paragraph has in a table as well. */
const TOLD_BY_STYLE: ReadonlySet<Role> = new Set([
  ...(['title', 'quotation', 'caption'] as const),
  ...(['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const),
]);

/** What a paragraph says once tracked changes are accepted, and what it said; of one that they delete, what was there. */
export function composeJoined(
  { paragraph, isDeleted }: JoinedParagraph,
  composer: Composer,
): readonly Part[] {
  return isDeleted ? composer.composeDeleted(paragraph.pieces) : composer.compose(paragraph.pieces);
}

/** The markers paragraphs had before the tracked changes, for those that are in no list of the accepted text. */
function countFormerLists({
  body,
  numbering,
  styles,
}: Story): ReadonlyMap<PlacedParagraph, ListMarker | null> {
  const nextMarker = startCounting(numbering, styles);
  const former = body.paragraphs.filter(
    ({ end, picture, elsewhere }) => !end.inserted && !picture && !elsewhere,
  );
  return new Map(former.map((paragraph) => [paragraph, nextMarker(paragraph.style, paragraph.listPlace)]));
}

/** A table that holds nothing is not seen in Triptych, so it is not counted either. */
export function numberTables(paragraphs: readonly JoinedParagraph[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const { paragraph, isDeleted } of paragraphs) {
    const { place } = paragraph;
    const isSeen =
      isDeleted || paragraph.picture !== null || paragraph.elsewhere || hasAcceptedText(paragraph);
    if (place && !numbers.has(place.table) && isSeen) numbers.set(place.table, numbers.size);
  }
  return numbers;
}

/** The blocks of a paragraph that may be cut in several, with the marker it has in a list. */
export function inRole(
  parts: readonly Part[],
  role: Role,
  marker: ListMarker | null,
  cell: TablePlace | null,
): readonly TracedBlock[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  const following = rest.map((part) => makeBlock(part, { role, cell }));
  const label = marker ? normaliseRich(marker.label, []).text : '';
  if (marker && role === 'paragraph')
    return [makeBlock(first, { role: 'listItem', label, depth: marker.depth }), ...following];
  // A heading has no label, so that its number ("2.1 Итоги") is text: a reader sees it.
  return [makeBlock(label === '' ? first : prefixPart(`${label} `, first), { role, cell }), ...following];
}

/**
 * A note in the body, as Triptych writes one that nothing refers to: label, tab, text. Without a label it is a line in small
 * letters: where pictures and figures are from.
 */
export function looseNote(
  { paragraph, isDeleted }: JoinedParagraph,
  composer: Composer,
  reading: Reading,
): readonly TracedBlock[] {
  const { pieces } = paragraph;
  const counts = isDeleted ? () => true : isAccepted;
  const tab = pieces.findIndex((piece) => piece.text === '\t' && counts(piece));
  const before = pieces.slice(0, Math.max(0, tab)).filter(counts);
  const label = normaliseRich(before.map(({ text }) => text).join(''), []).text;
  const anchors = pieces.slice(0, tab + 1).filter(({ anchor }) => anchor !== null);
  const after = { ...paragraph, pieces: [...anchors, ...pieces.slice(tab + 1)] };
  return composeJoined({ paragraph: after, isDeleted }, composer).map((part) =>
    makeBlock(part, label === '' && reading > 1 ? { role: 'paragraph' } : { role: 'footnote', label }),
  );
}

function noteBlocks(notes: NotesByKey, labels: NoteLabels, composer: Composer): readonly TracedBlock[] {
  return [...labels].flatMap(([key, { label, printed, deleted }]) =>
    joinRunOns((notes.get(key) ?? []).map((note) => withDeletion(note, deleted))).flatMap(
      ({ paragraph, isDeleted }, i) => {
        const { pieces } = paragraph;
        const own = i === 0 && printed !== null ? splitOwnMark(pieces, printed).rest : pieces;
        return composeJoined({ paragraph: { ...paragraph, pieces: own }, isDeleted }, composer).map((part) =>
          makeBlock(part, { role: 'footnote', label }),
        );
      },
    ),
  );
}

function withDeletion(note: PlacedParagraph, deleted: Authorship | null): PlacedParagraph {
  return deleted === null
    ? note
    : { ...note, pieces: note.pieces.map((piece) => ({ ...piece, deleted: piece.deleted ?? deleted })) };
}

/** Stands for no words of the file. */
const NO_TRACE: Trace = { stretches: [], written: '', start: 0, prefix: 0 };

function pictureBlock(picture: RawPicture, cell: TablePlace | null): TracedBlock {
  const part = untraced(picture.alternative);
  const known = pictureElsewhere(picture.target);
  const { across } = picture;
  const block = makeBlock(part, { role: 'picture', cell, picture: { ...known, ...(across && { across }) } });
  return { ...block, picture };
}

function elsewhereBlock(elsewhere: Elsewhere, cell: TablePlace | null): TracedBlock {
  if (elsewhere.kind === 'words') return drawnBlock(elsewhere.words, cell);
  return { ...makeBlock(untraced(''), { role: 'paragraph', cell }), chunk: elsewhere.part };
}

function drawnBlock(words: DrawnWords, cell: TablePlace | null): TracedBlock {
  return {
    ...makeBlock(untraced(words.text), { role: cell ? 'tableCell' : 'paragraph', cell }),
    drawn: words,
  };
}

/** Words that stand in no paragraph of the file. */
function untraced(text: string): Part {
  const normal = normaliseRich(text.replace(/\s+/g, ' '), []).text;
  return { text: normal, marks: [], original: null, changes: [], comments: [], trace: NO_TRACE };
}

/** A block of a text whose role is decided. */
export function makeBlock(
  { text, marks, ...told }: Part,
  place: {
    readonly role: Role;
    readonly label?: string;
    readonly depth?: number;
    readonly cell?: TablePlace | null;
    readonly picture?: Picture;
  },
): TracedBlock {
  return {
    block: { text, marks, label: '', depth: 0, cell: null, ...place },
    included: true,
    picture: null,
    ...told,
  };
}
