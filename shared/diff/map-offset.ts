import { diffArrays } from 'diff';
import type { Span } from '../text/sentences';
import { tokenise, type Token } from '../text/tokens';
import type { DiffRun } from './diff-words';

export interface MappedSpan extends Span {
  /** What the span covered is gone; start = end is the place where it was. */
  readonly orphaned: boolean;
}

/** A stretch of the old text and what stands in its place in the new one (nothing, when `after` is empty). */
interface Piece {
  readonly text: string;
  readonly before: Span;
  readonly after: Span;
  /** How much is unchanged at its start and its end; null for a phrase that has no parts in common. */
  readonly kept: { readonly head: number; readonly tail: number } | null;
}

/** Beyond this many edits between two phrases their words are not paired: too little of one is in the other. */
const MOST_EDITS = 200;

/**
 * Where a span of the old text is in the new one: over the same words, whatever was edited around it.
 *
 * - Text inserted at its edges stays outside, text inserted within is covered.
 * - A covered word that was corrected ("reparation" → "reputation") stays covered, and so does a phrase that was
 *   replaced as a whole. Of a phrase that was rewritten and covered in part, the words that resemble covered
 *   ones stay covered.
 * - A span within a sentence or phrase that was moved goes with it.
 * - When nothing remains of what was covered, or only spaces, the span is orphaned.
 * - A point stays right after what stands before it, and is orphaned only when it lies within deleted text.
 *
 * @param runs the comparison of the old text with the new one, as `diffTexts` gives it
 */
export function mapSpan(span: Span, runs: readonly DiffRun[]): MappedSpan {
  const { pieces, moved } = ways(runs);
  const followed = followMove(span, moved);
  if (followed) return followed;
  const point = mapPoint(span.start, pieces);
  if (span.start === span.end) return point;
  const first = lastWhere(pieces, ({ before }) => before.end <= span.start) + 1;
  const end = lastWhere(pieces, ({ before }) => before.start < span.end) + 1;
  const covered = (i: number) => {
    const piece = pieces[i];
    if (!piece) return null;
    const from = Math.max(span.start - piece.before.start, 0);
    const to = Math.min(span.end, piece.before.end) - piece.before.start;
    return { text: piece.text.slice(from, to), ...cover(piece, from, to) };
  };
  // Looked at from either end: a span may cover all of a long text.
  const blank = findBetween(first, end, 1, (i) => !isBlank(covered(i)?.text ?? '')) === null;
  const isLeft = (i: number): boolean => {
    const piece = covered(i);
    return piece !== null && piece.start < piece.end && (blank || !isBlank(piece.text));
  };
  const head = findBetween(first, end, 1, isLeft);
  const tail = findBetween(first, end, -1, isLeft);
  const [left, right] = [head === null ? null : covered(head), tail === null ? null : covered(tail)];
  if (!left || !right) return { start: point.start, end: point.start, orphaned: true };
  // Next to a covered word that is gone, the space that stood between is not part of the span any more.
  const before = blank || head === first ? 0 : left.text.length - left.text.trimStart().length;
  const after = blank || tail === end - 1 ? 0 : right.text.length - right.text.trimEnd().length;
  return { start: left.start + before, end: right.end - after, orphaned: false };
}

/** What spans are carried over by. */
interface Ways {
  /** In the order of the old text, none over another. */
  readonly pieces: readonly Piece[];
  readonly moved: readonly MovedStretch[];
}

/** A stretch of the old text that stands elsewhere now, `by` further on. */
interface MovedStretch extends Span {
  readonly by: number;
}

const known = new WeakMap<readonly DiffRun[], Ways>();

/** Worked out once for a comparison: thousands of spans may be carried over it. */
function ways(runs: readonly DiffRun[]): Ways {
  const before = known.get(runs);
  if (before) return before;
  const whole = joinKinds(runs);
  const found = {
    pieces: whole.flatMap((run, i) => piecesOf(run, whole[i + 1])),
    moved: movedStretches(runs),
  };
  known.set(runs, found);
  return found;
}

function movedStretches(runs: readonly DiffRun[]): readonly MovedStretch[] {
  const there = new Map(
    runs.flatMap((run) => (run.kind === 'inserted' ? [[run.moved, run.after] as const] : [])),
  );
  return runs.flatMap(({ kind, moved, before, text }) => {
    const to = kind === 'deleted' && moved !== undefined ? there.get(moved) : undefined;
    return to === undefined ? [] : [{ start: before, end: before + text.length, by: to - before }];
  });
}

/** The last of a list in which all that hold come before all that do not; -1 when none does. */
function lastWhere<T>(list: readonly T[], holds: (each: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && holds(each)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first number from `from` up to `end`, without it, that is right, or the last one with step -1; null for none. */
function findBetween(
  from: number,
  end: number,
  step: 1 | -1,
  isRight: (i: number) => boolean,
): number | null {
  for (let i = step > 0 ? from : end - 1; from <= i && i < end; i += step) if (isRight(i)) return i;
  return null;
}

/** Where a span is that moved with all of its surroundings; a point has none. */
function followMove({ start, end }: Span, moved: readonly MovedStretch[]): MappedSpan | null {
  const way = moved[lastWhere(moved, (each) => each.start <= start)];
  if (start === end || !way || end > way.end) return null;
  return { start: start + way.by, end: end + way.by, orphaned: false };
}

/** Runs of one kind that only `moved` tells apart are one stretch of text that went out or came in. */
function joinKinds(runs: readonly DiffRun[]): readonly DiffRun[] {
  const joined: DiffRun[] = [];
  for (const { kind, text, before, after } of runs) {
    const last = joined.at(-1);
    if (last?.kind === kind) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ kind, text, before, after });
  }
  return joined;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The pieces of the old text in a run; a deletion is taken together with the insertion that replaces it. */
function piecesOf(run: DiffRun, next: DiffRun | undefined): readonly Piece[] {
  if (run.kind === 'inserted') return [];
  if (run.kind === 'deleted' && next?.kind === 'inserted') return pairWords(run, next);
  const { text } = run;
  const length = run.kind === 'same' ? text.length : 0;
  return [
    {
      text,
      before: { start: run.before, end: run.before + text.length },
      after: { start: run.after, end: run.after + length },
      kept: run.kind === 'same' ? { head: length, tail: 0 } : null,
    },
  ];
}

/** Pairs the words of a replaced phrase with those in its place: like with like, else one with one. */
function pairWords(deleted: DiffRun, inserted: DiffRun): readonly Piece[] {
  const before = visibleTokens(deleted.text);
  const after = visibleTokens(inserted.text);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  const add = (removed: number, added: number) => {
    const [olds, news] = [before.slice(i, i + removed), after.slice(j, j + added)];
    const [first, last] = [olds[0], olds.at(-1)];
    const place = after[j - 1]?.end ?? 0;
    if (first && last) {
      pieces.push({
        text: deleted.text.slice(first.start, last.end),
        before: { start: deleted.before + first.start, end: deleted.before + last.end },
        after: {
          start: inserted.after + (news[0]?.start ?? place),
          end: inserted.after + (news.at(-1)?.end ?? place),
        },
        kept: news[0] && removed === 1 && added === 1 ? commonEnds(first.text, news[0].text) : null,
      });
    }
    i += removed;
    j += added;
  };
  for (const { count, alike } of findStretches(before, after)) {
    if (alike) for (let k = 0; k < count.before; k += 1) add(1, 1);
    else add(count.before, count.after);
  }
  return pieces;
}

interface Stretch {
  readonly alike: boolean;
  readonly count: { readonly before: number; readonly after: number };
}

/** Ever looser ways in which a word can stand for another. */
const LIKENESSES: readonly ((a: Token, b: Token) => boolean)[] = [(a, b) => a.text === b.text, resemble];

/** Stretches of words that are alike one by one, and the stretches between them. */
function findStretches(
  before: readonly Token[],
  after: readonly Token[],
  [alike, ...looser] = LIKENESSES,
): readonly Stretch[] {
  const different = { alike: false, count: { before: before.length, after: after.length } };
  if (!alike || before.length === 0 || after.length === 0) return [different];
  const parts = diffArrays([...before], [...after], { comparator: alike, maxEditLength: MOST_EDITS });
  if (!parts) return [different];
  const stretches: Stretch[] = [];
  let [i, j, removed, added] = [0, 0, 0, 0];
  const close = () => {
    stretches.push(...findStretches(before.slice(i, i + removed), after.slice(j, j + added), looser));
    [i, j, removed, added] = [i + removed, j + added, 0, 0];
  };
  for (const part of parts) {
    if (part.removed) removed += part.count;
    else if (part.added) added += part.count;
    else {
      close();
      stretches.push({ alike: true, count: { before: part.count, after: part.count } });
      [i, j] = [i + part.count, j + part.count];
    }
  }
  close();
  return stretches;
}

/** Whether two words share at least half of their letters at the start and the end. */
function resemble(a: Token, b: Token): boolean {
  const { head, tail } = commonEnds(a.text, b.text);
  return (head + tail) * 2 >= Math.max(a.text.length, b.text.length);
}

function commonEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** What is left of the covered part of a piece; `start` and `end` count from the start of its old text. */
function cover({ text, after, kept }: Piece, start: number, end: number): Span {
  if (start === 0 && end === text.length) return after;
  if (!kept) return { start: after.start, end: after.start };
  const tail = text.length - kept.tail;
  return {
    start: start >= tail ? after.end - (text.length - start) : after.start + Math.min(start, kept.head),
    end: end <= kept.head ? after.start + end : after.end - Math.min(text.length - end, kept.tail),
  };
}

function mapPoint(at: number, pieces: readonly Piece[]): MappedSpan {
  const left = pieces[lastWhere(pieces, ({ before }) => before.start < at)];
  if (!left) return { start: 0, end: 0, orphaned: false };
  const within = at < left.before.end;
  const place = within ? cover(left, 0, at - left.before.start).end : left.after.end;
  return { start: place, end: place, orphaned: within && left.kept === null };
}

function visibleTokens(text: string): readonly Token[] {
  return tokenise(text).filter(({ kind }) => kind !== 'space');
}
