import {
  hasText,
  type ImportedBlock,
  type ImportedChange,
  type ImportedComment,
} from '../../../shared/model/imported-document';
import { sameMarks, shiftMarks, sliceMarks, STYLES } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { cutParagraphs, normaliseRich, normaliseSpans } from '../../../shared/text/normalise-rich';
import type { Span } from '../../../shared/text/sentences';
import { MarkedText, type OpenMark } from '../marked-text';
import { CommentPlaces, type CommentAnchor, type PlacedThread } from './comment-places';
import type { Threads } from './threads';
import type { NoteLabels } from './notes';
import type { Reading } from '../reading';
import { isAccepted, type Piece } from './paragraphs';
import { sameAuthorship, type Authorship } from './revisions';

/**
 * Tracked changes kept one by one of a file: an article has hundreds, and an attacker is not to fill memory. In the
 * blocks after that all changes are told as their first one. None of them is taken for accepted: half of a move would be, and
 * its words would stand nowhere or twice.
 */
const MOST_CHANGES = 20_000;

/** A paragraph's text in its normal form, with all that is told of it; only its role is not decided. */
export interface Part extends RichText, Pick<ImportedBlock, 'original' | 'changes' | 'comments'> {
  readonly trace: Trace;
}

/** What of the file a text was made of. */
export interface Trace {
  /** All of the paragraph, of which `written` may be a part. */
  readonly stretches: readonly Stretch[];
  /** The text from `start` on, before it was brought to its normal form; offsets of stretches are counted from 0. */
  readonly written: string;
  readonly start: number;
  /** So much stands before it that is not written there: the number of a heading. */
  readonly prefix: number;
}

/** A piece as it shows, and where it stands in the accepted text, before that is in its normal form. */
export interface Stretch {
  readonly piece: Piece;
  readonly text: string;
  readonly marks: readonly OpenMark[];
  readonly start: number;
  /** = start where the piece was deleted */
  readonly end: number;
}

/** A change before its text is in its normal form. */
interface Change extends Authorship, Span {
  readonly isInsertion: boolean;
}

/** Makes text of pieces. Paragraphs must come in the order of the file. */
export class Composer {
  private changesLeft = MOST_CHANGES;
  private readonly places: CommentPlaces;

  constructor(
    private readonly labels: NoteLabels,
    private readonly notesByBookmark: ReadonlyMap<string, string>,
    threads: Threads,
    private readonly reading: Reading,
  ) {
    this.places = new CommentPlaces(threads);
  }

  /** The parts of a paragraph's accepted text, which a page break or empty lines may cut in several. */
  compose(pieces: readonly Piece[]): readonly Part[] {
    const { accepted, stretches, anchors } = this.show(pieces);
    const spans = cutParagraphs(accepted.text);
    const changes = deal(findChanges(stretches), spans);
    const comments = dealComments(this.places.place(anchors, accepted.text, spans.length > 0), spans);
    const former = this.formerTexts(stretches, spans);
    return spans.map((span, i): Part => {
      const { start, end } = span;
      const marks = sliceMarks(accepted.marks, start, end);
      const written = this.lines(accepted.text.slice(start, end));
      const { spans: changed, ...rich } = normaliseSpans(written, marks, changes[i] ?? []);
      const placed = comments[i] ?? [];
      const commented = placed.length === 0 ? [] : normaliseSpans(written, [], placed).spans.map(toComment);
      const original = former[i] ?? rich;
      const isSame = original.text === rich.text && sameMarks(original.marks, rich.marks);
      const kept = isSame ? [] : this.keepChanges(changed);
      const trace: Trace = { stretches, written, start, prefix: 0 };
      return {
        ...rich,
        original: kept.length > 0 ? original : null,
        changes: kept,
        comments: commented,
        trace,
      };
    });
  }

  /** A paragraph that tracked changes deleted whole, if there was any text in it. */
  composeDeleted(pieces: readonly Piece[]): readonly Part[] {
    const { stretches, anchors } = this.show(pieces);
    const original = this.formerTexts(stretches, [{ start: 0, end: 0 }])[0];
    const points = findChanges(stretches.filter(({ piece }) => !isAccepted(piece)));
    const changes =
      original && original.text !== ''
        ? this.keepChanges(points.map((change) => ({ ...change, start: 0, end: 0 })))
        : [];
    const placed = this.places.place(anchors, '', changes.length > 0);
    if (!original || changes.length === 0) return [];
    const comments = placed.map(({ thread }) => toComment({ thread, start: 0, end: 0 }));
    const trace: Trace = { stretches, written: '', start: 0, prefix: 0 };
    return [{ text: '', marks: [], original, changes, comments, trace }];
  }

  /** Gives the comments that have not met any text yet to the last block there is. */
  settleComments<B extends ImportedBlock>(blocks: readonly B[]): readonly B[] {
    const at = blocks.findLastIndex(hasText);
    const last = blocks[at];
    if (!last) return blocks;
    const end = last.block.text.length;
    const more = this.places.takeWaiting().map((thread) => toComment({ thread, start: end, end }));
    return more.length === 0 ? blocks : blocks.with(at, { ...last, comments: [...last.comments, ...more] });
  }

  /** As the first ways of reading have it a line break is a space. */
  private lines(text: string): string {
    return this.reading > 2 ? text : text.replaceAll('\n', ' ');
  }

  private formerTexts(stretches: readonly Stretch[], parts: readonly Span[]): readonly (RichText | null)[] {
    return formerTexts(stretches, parts).map(
      (former) => former && normaliseRich(this.lines(former.text), former.marks),
    );
  }

  private keepChanges(changes: readonly Change[]): readonly ImportedChange[] {
    // What was inserted may be gone by now: a second space, or one at the end.
    const kept = changes
      .filter(({ isInsertion, start, end }) => !isInsertion || start < end)
      .map(({ author, time, start, end }) => ({ author, time, start, end }));
    if (kept.length > this.changesLeft) return kept.slice(0, 1);
    this.changesLeft -= kept.length;
    return kept;
  }

  private show(pieces: readonly Piece[]): {
    readonly accepted: MarkedText;
    readonly stretches: readonly Stretch[];
    readonly anchors: readonly (readonly [anchor: CommentAnchor, offset: number])[];
  } {
    const accepted = new MarkedText();
    const stretches: Stretch[] = [];
    const anchors: (readonly [CommentAnchor, number])[] = [];
    for (const piece of pieces) {
      const { note, href, anchor } = piece;
      if (anchor) {
        anchors.push([anchor, accepted.text.length]);
        continue;
      }
      const key = note?.to === 'bookmark' ? this.notesByBookmark.get(note.name) : note?.note;
      const label = this.labels.get(key ?? '')?.label ?? '';
      const marks: OpenMark[] = [];
      if (href !== null) marks.push({ type: 'link', href });
      if (label !== '') marks.push({ type: 'footnoteReference', label });
      // A reference is raised by its nature; that is no mark of the text.
      for (const type of STYLES)
        if (piece[type] && !(type === 'superscript' && label !== '')) marks.push({ type });
      const text = note?.to === 'note' && note.counted ? label : piece.text;
      const start = accepted.text.length;
      if (isAccepted(piece)) accepted.append(text, marks);
      stretches.push({ piece, text, marks, start, end: accepted.text.length });
    }
    return { accepted, stretches, anchors };
  }
}

/** Writes a number before a text and before what it was; where there is or was none, there is no number either. */
export function prefixPart(before: string, part: Part): Part {
  const prefix = (rich: RichText): RichText =>
    rich.text === '' ? rich : { text: before + rich.text, marks: shiftMarks(rich.marks, before.length) };
  const { text, marks } = prefix(part);
  const by = text.length - part.text.length;
  const shift = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    text,
    marks,
    original: part.original && prefix(part.original),
    changes: part.changes.map(shift),
    comments: part.comments.map(shift),
    trace: { ...part.trace, prefix: by },
  };
}

function toComment({ thread, start, end }: PlacedThread): ImportedComment {
  return { ...thread, start, end };
}

/**
 * The changes of a text in its order. What was inserted and then deleted stands in neither text and counts for
 * nothing. Touching ones of the same kind, author and time are one: a change is written run by run.
 */
function findChanges(stretches: readonly Stretch[]): readonly Change[] {
  const changes: Change[] = [];
  for (const { piece, text, start, end } of stretches) {
    const by = piece.inserted ?? piece.deleted;
    if (!by || text === '' || (piece.inserted && piece.deleted)) continue;
    const isInsertion = piece.inserted !== null;
    const before = changes.at(-1);
    if (before?.isInsertion === isInsertion && before.end === start && sameAuthorship(before, by))
      changes[changes.length - 1] = { ...before, end };
    else changes.push({ ...by, start, end, isInsertion });
  }
  return changes;
}

/** Deals changes out to the parts of a text; their offsets are then counted from the start of the part. */
function deal(changes: readonly Change[], parts: readonly Span[]): readonly (readonly Change[])[] {
  const dealt = parts.map((): Change[] => []);
  for (const change of changes) {
    const first = partAt(parts, change.start);
    for (let i = first; i < parts.length; i += 1) {
      const part = parts[i];
      if (!part || (i > first && change.end <= part.start)) break;
      const inside = spanInside(change, part);
      if (!change.isInsertion || inside.start < inside.end) dealt[i]?.push({ ...change, ...inside });
    }
  }
  return dealt;
}

/** Deals comments out to the parts of a text as changes are, but each to one: the first it has text of. */
function dealComments(
  comments: readonly PlacedThread[],
  parts: readonly Span[],
): readonly (readonly PlacedThread[])[] {
  const dealt = parts.map((): PlacedThread[] => []);
  for (const { thread, ...span } of comments) {
    const at = partAt(parts, span.start);
    const next = parts[at + 1];
    // A range may start in the gap before the part it is about.
    const isAfter = next !== undefined && span.start >= (parts[at]?.end ?? 0) && span.end > next.start;
    const part = isAfter ? next : parts[at];
    if (part) dealt[isAfter ? at + 1 : at]?.push({ thread, ...spanInside(span, part) });
  }
  return dealt;
}

function spanInside({ start, end }: Span, part: Span): Span {
  const inside = (offset: number): number => Math.min(Math.max(offset, part.start), part.end) - part.start;
  return { start: inside(start), end: inside(end) };
}

/**
 * What stood in each part before the changes; null where they are none of it. What was deleted between two parts
 * belongs to the former.
 */
function formerTexts(stretches: readonly Stretch[], parts: readonly Span[]): readonly (MarkedText | null)[] {
  if (stretches.every(({ piece }) => !piece.inserted && isAccepted(piece))) return parts.map(() => null);
  const texts = parts.map(() => new MarkedText());
  for (const { piece, text, marks, start, end } of stretches) {
    if (piece.inserted) continue;
    let i = partAt(parts, start);
    if (!isAccepted(piece)) texts[i]?.append(text, marks);
    else
      for (let at = start; at < end && i < parts.length; i += 1) {
        const next = Math.min(end, parts[i + 1]?.start ?? end);
        texts[i]?.append(text.slice(at - start, next - start), marks);
        at = next;
      }
  }
  return texts;
}

/** The last part that begins at an offset or before it; the first for what stands before all of them. */
function partAt(parts: readonly Span[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
