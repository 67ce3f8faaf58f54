import { perLanguage, type Language, type PerLanguage } from '../model/language';
import { normaliseMarks, shiftMarks, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import type { PastText } from '../model/revision';
import type { Row } from '../model/row';
import { baselineText, isSameText, NO_TEXT, type BaselineRule } from './baseline';
import { findParts } from './find-parts';
import { heaviestRise } from './heaviest-rise';

/** What one paragraph says or said. */
export interface TextPart {
  readonly paragraphId: string;
  readonly content: RichText;
}

/** A paragraph that says something else than in the baseline, stands elsewhere, or is several now or one of several. */
export interface TextChange {
  readonly kind: 'edited' | 'added' | 'removed' | 'split' | 'merged' | 'moved';
  /** The row it stands in; where it is gone, the row it stood in, which may be gone as well. */
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  /** What it was: nothing when it was added, several paragraphs when they were merged. */
  readonly before: readonly TextPart[];
  /** What it is: several paragraphs when it was split, nothing when it is gone; an emptied one is there still. */
  readonly after: readonly TextPart[];
}

/** Stands between paragraphs in `wholeText`. */
const PARAGRAPH_SIGN = ' ¶ ';

/**
 * Everything that differs from the baseline, version by version, in the order of the text; what is gone comes after
 * what it followed. With `suggestions` also what waits for a decision where the baseline says the same, as it does where
 * tracked changes were imported: what is settled there is the text before. Only a baseline of all texts knows of an order and of paragraphs that are gone: what a paragraph
 * itself remembers was cut and joined with it.
 */
export function findChanges(
  rows: readonly Row[],
  rule: BaselineRule,
  { suggestions = false }: { readonly suggestions?: boolean } = {},
): PerLanguage<readonly TextChange[]> {
  if (rule.rule !== 'texts')
    return perLanguage((language) => changesOfEach(rows, language, { rule, suggestions }));
  const past = perLanguage((): PastText[] => []);
  for (const text of rule.texts.values()) past[text.language].push(text);
  return perLanguage((language) => compareVersion(past[language], presentTexts(rows, language, suggestions)));
}

/** Paragraphs as one text, with a paragraph sign between them. */
export function wholeText(parts: readonly TextPart[]): RichText {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first?.content ?? NO_TEXT;
  let text = '';
  const marks: Mark[] = [];
  for (const [n, { content }] of parts.entries()) {
    if (n > 0) text += PARAGRAPH_SIGN;
    marks.push(...shiftMarks(content.marks, text.length));
    text += content.text;
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

function changesOfEach(
  rows: readonly Row[],
  language: Language,
  { rule, suggestions }: { readonly rule: BaselineRule; readonly suggestions: boolean },
): readonly TextChange[] {
  return rows.flatMap(({ id: rowId, cells }) =>
    cells[language].paragraphs.flatMap((paragraph): TextChange[] => {
      const baseline = baselineText(rule, paragraph);
      const settled = suggestions ? paragraph.pending?.settled : undefined;
      const before = baseline === paragraph ? settled : baseline;
      if (!before) return [];
      const { id: paragraphId, text, marks } = paragraph;
      const now = { rowId, language, paragraphId, content: { text, marks } };
      return [changeOf({ paragraphId, content: before }, now)];
    }),
  );
}

/** Of one paragraph that stayed one. */
function changeOf(before: TextPart | null, now: PastText, moved = false): TextChange {
  const { rowId, language, paragraphId, content } = now;
  const was = before && before.content.text !== '' ? [before] : [];
  const kind = was.length === 0 ? 'added' : content.text === '' ? 'removed' : moved ? 'moved' : 'edited';
  return { kind, rowId, language, paragraphId, before: was.map(partOf), after: [partOf(now)] };
}

/** A text as it is, and what is settled of it where suggestions in it count. */
interface PresentText extends PastText {
  readonly settled?: RichText | undefined;
}

function presentTexts(
  rows: readonly Row[],
  language: Language,
  suggestions: boolean,
): readonly PresentText[] {
  const texts: PresentText[] = [];
  for (const { id: rowId, cells } of rows) {
    for (const paragraph of cells[language].paragraphs) {
      const settled = suggestions ? paragraph.pending?.settled : undefined;
      texts.push({ paragraphId: paragraph.id, rowId, language, content: paragraph, settled });
    }
  }
  return texts;
}

/** What is the same at the beginning and at the end is left out: mostly that is nearly everything. */
function compareVersion(past: readonly PastText[], now: readonly PresentText[]): readonly TextChange[] {
  const shorter = Math.min(past.length, now.length);
  let head = 0;
  while (head < shorter && isSame(past[head], now[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(past.at(-1 - tail), now.at(-1 - tail))) tail += 1;
  return compareTexts(past.slice(head, past.length - tail), now.slice(head, now.length - tail));
}

function isSame(a: PastText | undefined, b: PresentText | undefined): boolean {
  return (
    a !== undefined && a.paragraphId === b?.paragraphId && !b.settled && isSameText(a.content, b.content)
  );
}

function compareTexts(past: readonly PastText[], now: readonly PresentText[]): readonly TextChange[] {
  const version = { past, now, former: placesOf(past), present: placesOf(now) };
  const moved = findMoved(version);
  const parted = findParted(version);
  const changes = now.map((text, at): readonly TextChange[] => {
    const known = parted.changes.get(at);
    if (known) return [known];
    const before = past[version.former.get(text.paragraphId) ?? -1] ?? null;
    const same = before ? isSameText(before.content, text.content) : text.content.text === '';
    if (parted.isPart(at)) return [];
    if (!same || moved.has(at)) return [changeOf(before, text, moved.has(at))];
    return text.settled ? [changeOf({ paragraphId: text.paragraphId, content: text.settled }, text)] : [];
  });
  const gone = findGone(version, moved, parted.wasPart);
  return [...(gone.get(-1) ?? []), ...changes.flatMap((some, at) => [...some, ...(gone.get(at) ?? [])])];
}

/** One version at two times, and where each paragraph stood and stands (from 0). */
interface TwoTimes {
  readonly past: readonly PastText[];
  readonly now: readonly PastText[];
  readonly former: ReadonlyMap<string, number>;
  readonly present: ReadonlyMap<string, number>;
}

function placesOf(texts: readonly PastText[]): ReadonlyMap<string, number> {
  return new Map(texts.map(({ paragraphId }, at) => [paragraphId, at]));
}

/** The present positions of what stands in another order: as little text as possible is called moved. */
function findMoved({ past, now, former }: TwoTimes): ReadonlySet<number> {
  const kept = now.flatMap(({ paragraphId, content: { text } }, at) => {
    const value = former.get(paragraphId) ?? -1;
    if (text === '' || !past[value]?.content.text) return [];
    return [{ at, value, weight: text.length }];
  });
  // Nearly always everything is in order, and then nothing needs to be weighed.
  if (kept.every(({ value }, n) => value > (kept[n - 1]?.value ?? -1))) return new Set();
  const stays = new Set(heaviestRise(kept));
  return new Set(kept.flatMap(({ at }, n) => (stays.has(n) ? [] : [at])));
}

/** Paragraphs that were split, and those that were merged: the one that kept its id tells which. */
function findParted({ past, now, former, present }: TwoTimes) {
  const changes = new Map<number, TextChange>();
  const added = new Set<number>();
  const gone = new Set<number>();
  const isNew = (at: number): boolean => {
    const text = now[at];
    return text !== undefined && text.content.text !== '' && !former.has(text.paragraphId) && !added.has(at);
  };
  const isGone = (at: number): boolean => {
    const text = past[at];
    return text !== undefined && text.content.text !== '' && !present.has(text.paragraphId) && !gone.has(at);
  };
  for (const [at, text] of now.entries()) {
    const was = former.get(text.paragraphId) ?? -1;
    const before = past[was];
    if (!before || before.content.text === text.content.text || !before.content.text || !text.content.text)
      continue;
    const { rowId, language, paragraphId } = text;
    const place = { rowId, language, paragraphId };
    const parts = findParts(before.content.text, at, textOf(now), isNew);
    if (parts.length > 1) {
      for (const part of parts) added.add(part);
      const after = parts.flatMap((part) => now[part] ?? []).map(partOf);
      changes.set(at, { kind: 'split', ...place, before: [partOf(before)], after });
      continue;
    }
    const wholes = findParts(text.content.text, was, textOf(past), isGone);
    if (wholes.length === 1) continue;
    for (const part of wholes) gone.add(part);
    const parted = wholes.flatMap((part) => past[part] ?? []).map(partOf);
    changes.set(at, { kind: 'merged', ...place, before: parted, after: [partOf(text)] });
  }
  return {
    changes,
    isPart: (at: number): boolean => added.has(at),
    wasPart: (at: number): boolean => gone.has(at),
  };
}

/** What is gone, by the present position of what it followed and is still in its place; -1 for the beginning. */
function findGone(
  { past, present }: TwoTimes,
  moved: ReadonlySet<number>,
  isTold: (at: number) => boolean,
): ReadonlyMap<number, readonly TextChange[]> {
  const gone = new Map<number, TextChange[]>();
  let place = -1;
  for (const [at, text] of past.entries()) {
    const here = present.get(text.paragraphId);
    if (here !== undefined) {
      if (!moved.has(here)) place = here;
      continue;
    }
    if (text.content.text === '' || isTold(at)) continue;
    const { rowId, language, paragraphId } = text;
    const change: TextChange = {
      ...{ kind: 'removed', rowId, language, paragraphId },
      ...{ before: [partOf(text)], after: [] },
    };
    const known = gone.get(place);
    if (known) known.push(change);
    else gone.set(place, [change]);
  }
  return gone;
}

function partOf({ paragraphId, content: { text, marks } }: TextPart): TextPart {
  return { paragraphId, content: { text, marks } };
}

function textOf(texts: readonly PastText[]): (at: number) => string {
  return (at) => texts[at]?.content.text ?? '';
}
