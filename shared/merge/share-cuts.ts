import { withParagraphs, withRows, withSpans } from '../commands/change';
import { joinParagraphs } from '../commands/join-paragraphs';
import { moveParagraph } from '../commands/move-paragraph';
import { splitParagraph } from '../commands/split-paragraph';
import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import { findParagraph } from '../model/find-paragraph';
import { LANGUAGES } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { tokenise } from '../text/tokens';

/** Two copies and what they were made from. */
export interface Trio {
  readonly base: Project;
  readonly ours: Project;
  readonly theirs: Project;
}

/** A cut between two paragraphs that one copy made (`split`) or took away (`join`). */
interface Cut {
  readonly kind: 'split' | 'join';
  /** The paragraph before the cut. */
  readonly head: string;
  /** The one after it: new where it was split, gone where it was joined. */
  readonly tail: string;
}

/**
 * Brings paragraphs that a copy split or joined into the same pieces in all three, so that each piece can be merged by
 * itself: otherwise a clause that one split off and another edited would stand twice. A paragraph that cannot be joined
 * in the other copy, because something was written between, is parted again.
 */
export function shareCuts(trio: Trio): Trio {
  const forth = share(trio);
  const back = share({ base: forth.base, ours: forth.theirs, theirs: forth.ours });
  return { base: back.base, ours: back.theirs, theirs: back.ours };
}

/** Does in the base and in theirs what was split and joined in ours. */
function share(trio: Trio): Trio {
  return findCuts(trio.base, trio.ours).reduce(
    (now, cut) => (cut.kind === 'split' ? shareSplit(now, cut) : shareJoin(now, cut)),
    trio,
  );
}

function shareSplit(trio: Trio, { head, tail }: Cut): Trio {
  const { ours } = trio;
  const [first, second] = [find(ours, head), find(ours, tail)];
  if (!first || !second) return trio;
  const base = cutAlike(trio.base, first, second);
  const known = new Set(paragraphsOf(trio.base).flatMap((version) => version.map(({ id }) => id)));
  if (base) return { base, ours, theirs: cutAlike(trio.theirs, first, second, known) ?? trio.theirs };
  // All of the text went into the second part, below something new: there was nothing above it before.
  const [before, other] = [trio.base, trio.theirs].map((project) => putBelow(project, head, tail));
  if (!before || !other) return trio;
  return { base: before, ours, theirs: cutAlike(trio.theirs, first, second, known) ?? other };
}

/** The project with a paragraph's text in a new one below it, and nothing left in it; null where that is not to be had. */
function putBelow(project: Project, head: string, tail: string): Project | null {
  const place = findParagraph(project.rows, head);
  if (!place || find(project, tail)) return null;
  const { row, rowIndex, language, index, paragraph } = place;
  const { pending: _, ...rest } = paragraph;
  const nothing = { text: '', marks: [] };
  const parts = [
    { ...rest, ...nothing, imported: nothing },
    { ...paragraph, id: tail },
  ];
  const paragraphs = row.cells[language].paragraphs.toSpliced(index, 1, ...parts);
  const flags = withSpans(project.flags, (span) =>
    span.at === 'text' && span.paragraphId === head ? { ...span, paragraphId: tail } : span,
  );
  return { ...withRows(project, rowIndex, 1, [withParagraphs(row, language, paragraphs)]), flags };
}

/**
 * The project with a paragraph cut where it is cut in a copy; null where it has no words on one side of the cut. What the
 * project itself split off the paragraph, it and not `known`, is searched for the place as well.
 */
function cutAlike(
  project: Project,
  first: Paragraph,
  second: Paragraph,
  known: ReadonlySet<string> | null = null,
): Project | null {
  const place = findParagraph(project.rows, first.id);
  if (!place || find(project, second.id)) return null;
  const { index: from } = place;
  const cell = place.row.cells[place.language].paragraphs;
  const end = cell.findIndex(({ id }, n) => n > from && (known === null || known.has(id)));
  const pieces = cell.slice(from, end < 0 ? cell.length : end);
  const whole = pieces.map(({ text }) => text).join(' ');
  // The first letter of the second part, which an edit at the end of the first one does not move.
  const at = first.text.length + 1;
  let offset = mapSpan({ start: at, end: at }, diffTexts(`${first.text} ${second.text}`, whole)).start;
  for (const { id, text } of pieces) {
    if (offset > 0 && offset < text.length)
      return splitParagraph.apply(project, {
        type: 'splitParagraph',
        paragraphId: id,
        offset,
        newId: second.id,
      });
    offset -= text.length + 1;
  }
  return null;
}

function shareJoin(trio: Trio, { head, tail }: Cut): Trio {
  const base = joinTo(trio.base, head, tail);
  if (base && !find(trio.theirs, tail)) return { ...trio, base };
  const theirs = base && joinTo(trio.theirs, head, tail);
  if (theirs) return { ...trio, base, theirs };
  // What stood between was taken out before: it may still stand between in what comes of both.
  if (!base && JSON.stringify(trio.theirs.rows) === JSON.stringify(trio.base.rows)) return trio;
  const [first, second] = [pieceBefore(trio, head, tail), find(trio.base, tail)];
  const ours = first && second && cutAlike(trio.ours, first, second);
  return ours ? { ...trio, ours } : trio;
}

/** What a tail is parted from: where others were joined to the same head, the one before it may be parted already. */
function pieceBefore({ base, ours }: Trio, head: string, tail: string): Paragraph | undefined {
  const version = paragraphsOf(base).find((each) => each.some(({ id }) => id === tail)) ?? [];
  const before = version[version.findIndex(({ id }) => id === tail) - 1];
  return before && find(ours, before.id) ? before : find(base, head);
}

/**
 * The project with a paragraph joined to the one right before it, in a row above where it was moved there first; null
 * where that is another one.
 */
function joinTo(project: Project, head: string, tail: string): Project | null {
  const places = LANGUAGES.flatMap((language) =>
    project.rows.flatMap((row) => row.cells[language].paragraphs.map(({ id }) => ({ id, language, row }))),
  );
  const at = places.findIndex(({ id }) => id === tail);
  const [before, own] = [places[at - 1], places[at]];
  if (!before || before.id !== head || before.language !== own?.language) return null;
  const together =
    before.row === own.row
      ? project
      : moveParagraph.apply(project, { type: 'moveParagraph', paragraphId: tail, toRowId: before.row.id });
  return together && joinParagraphs.apply(together, { type: 'joinParagraphs', paragraphId: tail });
}

/** What a copy split and joined: found by where words went, since a copy does not tell how it came about. */
function findCuts(base: Project, copy: Project): readonly Cut[] {
  const [was, is] = [paragraphsOf(base), paragraphsOf(copy)];
  const [old, now] = [byId(was.flat()), byId(is.flat())];
  const splits = is.flatMap((version) => cutsIn(version, old, now, 'split'));
  const joins = was.flatMap((version) => cutsIn(version, now, old, 'join'));
  return [...splits, ...joins];
}

/**
 * The paragraphs of a version that another has not, and whose words stand there in the paragraph they follow.
 */
function cutsIn(
  version: readonly Paragraph[],
  elsewhere: ReadonlyMap<string, Paragraph>,
  here: ReadonlyMap<string, Paragraph>,
  kind: Cut['kind'],
): readonly Cut[] {
  const cuts: Cut[] = [];
  let head: Paragraph | null = null;
  let last: Paragraph | null = null;
  let left: string[] = [];
  for (const paragraph of version) {
    const whole = elsewhere.get(paragraph.id);
    if (whole) {
      [head, last] = [paragraph, paragraph];
      left = without(wordsOf(whole.text), wordsOf(here.get(paragraph.id)?.text ?? ''));
      continue;
    }
    const words = wordsOf(paragraph.text);
    const rest = without(words, left);
    if (head && last && words.length > 0 && rest.length * 2 <= words.length) {
      cuts.push({ kind, head: kind === 'split' ? last.id : head.id, tail: paragraph.id });
      left = without(left, words);
      last = paragraph;
    }
  }
  return cuts;
}

function wordsOf(text: string): string[] {
  return tokenise(text).flatMap(({ kind, text: word }) => (kind === 'space' ? [] : [word]));
}

/** A list less what another has, as often as it has it. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of taken) counts.set(word, (counts.get(word) ?? 0) + 1);
  return list.filter((word) => {
    const count = counts.get(word) ?? 0;
    if (count > 0) counts.set(word, count - 1);
    return count === 0;
  });
}

function paragraphsOf(project: Project): readonly (readonly Paragraph[])[] {
  return LANGUAGES.map((language) => project.rows.flatMap((row) => row.cells[language].paragraphs));
}

function byId(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  return new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
}

function find(project: Project, id: string): Paragraph | undefined {
  return findParagraph(project.rows, id)?.paragraph;
}
