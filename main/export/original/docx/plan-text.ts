import type { TracedBlock } from '../../../import/docx/blocks';
import { isEquation } from '../../../import/docx/equations';
import { diffRich } from '../../../../shared/diff/diff-rich';
import { shiftMarks } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { holdText, type HeldPiece } from './held-text';
import type { By } from './tracking';
import type { Who } from './who';
import { looksOf, PLAIN, sameLook, type LinkedLook } from './runs';

/** A block of the original with the pieces its text is written as. */
export interface HeldBlock {
  readonly block: TracedBlock;
  readonly pieces: readonly HeldPiece[];
}

/** A character of a piece. */
export interface HeldPlace {
  readonly held: HeldPiece;
  /** Its position in `held.places`. */
  readonly at: number;
}

/** A stretch of the present text that looks the same throughout. */
export interface Segment {
  readonly text: string;
  /** Its place in the present text. */
  readonly start: number;
  readonly look: LinkedLook;
  /** Its first character in the original, and which of the blocks holds it; null for new words. */
  readonly from: (HeldPlace & { readonly block: number }) | null;
  /** Whether it comes from elsewhere, and not from where the words around it do. */
  readonly isMoved: boolean;
  /** Who wrote it, where that is told. */
  readonly by: By | null;
  /** XML that stands right before and right behind it: where comments begin and end. */
  readonly before: string;
  readonly behind: string;
}

/** A stretch of a present text that is commented on, and the XML of its ends. */
export interface Sign {
  readonly start: number;
  readonly end: number;
  readonly xml: { readonly start: string; readonly end: string };
}

/** A present text as it is written. */
export interface Plan {
  readonly segments: readonly Segment[];
  /** null where changes are not told. */
  readonly who: Who | null;
  /** Where its words led when it was imported: only of these links is it known that a person took them off. */
  readonly links: ReadonlySet<string>;
}

/** A text to be written. */
export interface WantedText extends RichText {
  readonly who: Who | null;
  readonly signs: readonly Sign[];
  /** Where its words led when it was imported. */
  readonly links: ReadonlySet<string>;
  /** Whether no word of what it is put in place of stays. */
  readonly isTranslation?: true;
}

/** What a text is cut at, beside where it begins to look otherwise. */
export function cutsOf({ who, signs }: WantedText): ReadonlySet<number> {
  return new Set([...(who?.changes ?? []), ...signs.flatMap(({ start, end }) => [start, end])]);
}

/** What is told of a stretch of a text: who wrote it, and what stands at its ends. */
export function toldOf({ who, signs }: WantedText, start: number, end: number) {
  const isPoint = (sign: Sign) => sign.start === sign.end;
  // A point stands behind the words before it.
  const points = signs.filter(isPoint).map(({ start: at, xml }) => ({ at, both: xml.start + xml.end }));
  const ranges = signs.filter((sign) => !isPoint(sign));
  const atStart = start === 0 ? points.filter(({ at }) => at === 0) : [];
  return {
    by: who?.wrote(start) ?? null,
    before: [
      ...atStart.map(({ both }) => both),
      ...ranges.filter((sign) => sign.start === start).map(({ xml }) => xml.start),
    ].join(''),
    behind: [
      ...ranges.filter((sign) => sign.end === end).map(({ xml }) => xml.end),
      ...points.filter(({ at }) => at === end).map(({ both }) => both),
    ].join(''),
  };
}

/** The pieces of each block; characters that are told of without being written there (numbers of headings) have none. */
export function holdBlocks(blocks: readonly TracedBlock[]): readonly HeldBlock[] {
  return blocks.map((block) => ({ block, pieces: holdText(block) }));
}

/** What of the present texts comes from where in the blocks they were made of, by the comparison of words. */
export function planTexts(blocks: readonly HeldBlock[], texts: readonly WantedText[]): readonly Plan[] {
  const former = joinTexts(blocks.map(({ block }) => block.block));
  const present = joinTexts(texts);
  const origin = holdPlaces(blocks, former);
  const sources = texts.some(({ isTranslation }) => isTranslation)
    ? countedOnly(former.rich, present.rich, numberPlaces(blocks, former))
    : findSources(former.rich, present.rich, numberPlaces(blocks, former));
  takeNotes(present.rich, sources, origin, former.rich.text);
  keepEquations(sources, origin);
  const looks = looksOf(present.rich.text.length, present.rich.marks);
  return texts.map((wanted, n) => {
    const { text, who, links } = wanted;
    const cuts = cutsOf(wanted);
    const start = present.starts[n] ?? 0;
    const segments: (Segment | null)[] = [];
    let from = start;
    for (let at = start; at < start + text.length; at += 1) {
      if (at > start && goesOn(at, sources, origin, looks) && !cuts.has(at - start)) continue;
      if (at > from) segments.push(segment(from, at, start, wanted));
      from = at;
    }
    if (start + text.length > from) segments.push(segment(from, start + text.length, start, wanted));
    return { segments: segments.filter((each): each is Segment => each !== null), who, links };
  });

  function segment(from: number, to: number, start: number, wanted: WantedText): Segment | null {
    const source = sources[from] ?? NEW;
    if (source === COUNTED) return null;
    const { before, isMoved } = source;
    return {
      text: present.rich.text.slice(from, to),
      start: from - start,
      ...toldOf(wanted, from - start, to - start),
      look: looks[from] ?? PLAIN,
      from: origin[before] ?? null,
      isMoved,
    };
  }
}

/** Where a character of the present text was before: -1 for a new one. */
interface Source {
  readonly before: number;
  readonly isMoved: boolean;
}

const NEW: Source = { before: -1, isMoved: false };

/** The number of a heading: the file counts it by itself. */
const COUNTED: Source = { before: -1, isMoved: false };

type Origin = readonly (Segment['from'] | undefined)[];

interface Joined {
  readonly rich: RichText;
  readonly starts: readonly number[];
}

function joinTexts(texts: readonly RichText[]): Joined {
  const starts: number[] = [];
  let text = '';
  for (const each of texts) {
    if (starts.length > 0) text += ' ';
    starts.push(text.length);
    text += each.text;
  }
  return {
    rich: { text, marks: texts.flatMap(({ marks }, n) => shiftMarks(marks, starts[n] ?? 0)) },
    starts,
  };
}

function holdPlaces(blocks: readonly HeldBlock[], { starts }: Joined): Origin {
  const origin: (Segment['from'] | undefined)[] = [];
  blocks.forEach(({ pieces }, block) => {
    for (const held of pieces) {
      held.places.forEach((place, at) => {
        if (place !== null) origin[(starts[block] ?? 0) + place] = { held, at, block };
      });
    }
  });
  return origin;
}

/** The characters that stand in a text of the project without being written in the file. */
function numberPlaces(blocks: readonly HeldBlock[], { starts }: Joined): ReadonlySet<number> {
  return new Set(
    blocks.flatMap(({ block }, n) =>
      Array.from({ length: block.trace.prefix }, (_, at) => (starts[n] ?? 0) + at),
    ),
  );
}

/** Of a translation nothing was there before but the number of a heading, where it has the same. */
function countedOnly(former: RichText, present: RichText, numbers: ReadonlySet<number>): Source[] {
  const sources = new Array<Source>(present.text.length).fill(NEW);
  let length = 0;
  while (numbers.has(length)) length += 1;
  if (present.text.startsWith(former.text.slice(0, length))) sources.fill(COUNTED, 0, length);
  return sources;
}

function findSources(former: RichText, present: RichText, numbers: ReadonlySet<number>): Source[] {
  const sources = new Array<Source>(present.text.length).fill(NEW);
  const runs = diffRich(former, present);
  const left = new Map(
    runs.flatMap((run) => (run.kind === 'deleted' && run.moved !== undefined ? [[run.moved, run]] : [])),
  );
  for (const { kind, text, before, after, moved } of runs) {
    if (kind === 'deleted') continue;
    const gone = moved === undefined ? undefined : left.get(moved);
    // In place of a number stands another number; words put there are words.
    if (kind === 'inserted' && !gone && numbers.has(before) && !/\p{L}/u.test(text))
      sources.fill(COUNTED, after, after + text.length);
    if (kind === 'inserted' && !gone) continue;
    const start = gone?.before ?? before;
    for (let i = 0; i < text.length; i += 1)
      sources[after + i] = numbers.has(start + i)
        ? COUNTED
        : { before: start + i, isMoved: kind === 'inserted' };
  }
  return sources;
}

/** A note whose number stands elsewhere now is the same note. */
function takeNotes({ text, marks }: RichText, sources: Source[], origin: Origin, former: string): void {
  const used = new Set(sources.map(({ before }) => before));
  for (const mark of marks) {
    if (mark.type !== 'footnoteReference' || sources[mark.start] !== NEW) continue;
    const label = text.slice(mark.start, mark.end);
    const found = origin.findIndex(
      (from, at) => from?.held.piece.note?.to === 'note' && !used.has(at) && former.startsWith(label, at),
    );
    if (found < 0) continue;
    for (let i = 0; i < label.length; i += 1) {
      sources[mark.start + i] = { before: found + i, isMoved: true };
      used.add(found + i);
    }
  }
}

/** An equation of which anything was changed is words from now on: no part of it could be written by itself. */
function keepEquations(sources: Source[], origin: Origin): void {
  const places = new Map<HeldPiece, number[]>();
  sources.forEach(({ before }, at) => {
    const held = origin[before]?.held;
    if (held?.piece.source && isEquation(held.piece.source))
      places.set(held, [...(places.get(held) ?? []), at]);
  });
  for (const [held, at] of places) {
    const isWhole =
      at.length === held.places.filter((place) => place !== null).length &&
      at.every((place, n) => place === (at[0] ?? 0) + n);
    if (!isWhole) for (const place of at) sources[place] = NEW;
  }
}

function goesOn(
  at: number,
  sources: readonly Source[],
  origin: Origin,
  looks: readonly LinkedLook[],
): boolean {
  const [left, right] = [sources[at - 1] ?? NEW, sources[at] ?? NEW];
  if ((left === COUNTED) !== (right === COUNTED)) return false;
  const [lookLeft, lookRight] = [looks[at - 1] ?? PLAIN, looks[at] ?? PLAIN];
  if (!sameLook(lookLeft, lookRight) || lookLeft.href !== lookRight.href) return false;
  if (left.before < 0 || right.before < 0) return left.before < 0 && right.before < 0;
  return (
    left.isMoved === right.isMoved &&
    right.before === left.before + 1 &&
    origin[left.before]?.held === origin[right.before]?.held
  );
}
