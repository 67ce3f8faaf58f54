import { z } from 'zod';
import { diffRich } from '../diff/diff-rich';
import { sliceMarks, type Mark } from '../model/mark';
import { richTextSchema, type RichText } from '../model/paragraph';
import { layerRuns } from '../text/runs';
import { agreeOnStyle, changesTargets } from './merge-marks';

/**
 * A stretch of a three-way merge. The chunks in order hold all of `base`, all of `ours` and all of `theirs`.
 *
 * - `same`: nobody changed it. `ours`, `theirs`: only that side changed it; the other may have changed its marks.
 * - `both`: both changed it, and the changes go together: the same text, or marks of different kinds.
 * - `conflict`: both changed it, each in another way.
 */
export const mergeChunkSchema = z
  .object({
    kind: z.enum(['same', 'ours', 'theirs', 'both', 'conflict']),
    base: richTextSchema,
    ours: richTextSchema,
    theirs: richTextSchema,
  })
  .readonly();

export type MergeChunk = z.infer<typeof mergeChunkSchema>;

type Side = 'ours' | 'theirs';

/** `base.slice(from, to)` became `size` characters on one side. UTF-16 offsets and lengths. */
interface Hunk {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Whether only the look of signs changed: quotation marks, dashes, spaces. */
  readonly typographic: boolean;
}

/** Changes that overlap or touch, from `from` to `to` of the base. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly hunks: readonly Hunk[];
}

/**
 * Merges two edits of one text (diff3; Khanna, Kunal & Pierce, "A formal investigation of diff3", 2007), on the
 * words that `diffRich` finds changed, so that what the change view shows as one change is merged as one. Changes
 * of both sides that overlap, or touch with nothing but spaces between, are a conflict unless they are the same.
 * Signs that only look different (" for «, - for —, a no-break space) do not stand in the way of a word beside
 * them. Marks are merged character by character: of three answers to "is it bold?" two always agree.
 *
 * "a b c", "a B c", "a b C" → conflict; "a b c d", "a B c d", "a b c D" → "a B c D"
 *
 * Texts in NFC. U+2029 may stand between paragraphs that are merged as one text.
 */
export function mergeTexts(base: RichText, ours: RichText, theirs: RichText): readonly MergeChunk[] {
  const hunks = [...findHunks(base, ours, 'ours'), ...findHunks(base, theirs, 'theirs')];
  const chunks: MergeChunk[] = [];
  const at = { base: 0, ours: 0, theirs: 0 };
  const take = (to: number, found: readonly Hunk[]): void => {
    const grown = (side: Side): number =>
      found.reduce((sum, hunk) => sum + (hunk.side === side ? hunk.size - (hunk.to - hunk.from) : 0), 0);
    const length = to - at.base;
    const piece = {
      base: sliceRich(base, at.base, to),
      ours: sliceRich(ours, at.ours, at.ours + length + grown('ours')),
      theirs: sliceRich(theirs, at.theirs, at.theirs + length + grown('theirs')),
    };
    at.base = to;
    at.ours += piece.ours.text.length;
    at.theirs += piece.theirs.text.length;
    const chunk = { kind: kindOf(piece), ...piece };
    if (chunk.kind === 'same') chunks.push(...cutByStyle(chunk));
    else chunks.push(chunk);
  };
  for (const region of findRegions(base.text, hunks)) {
    if (region.from > at.base) take(region.from, []);
    take(region.to, region.hunks);
  }
  if (at.base < base.text.length) take(base.text.length, []);
  return chunks;
}

/** A part of a marked text; mark offsets count from its start. */
export function sliceRich({ text, marks }: RichText, start: number, end: number): RichText {
  return { text: text.slice(start, end), marks: sliceMarks(marks, start, end) };
}

function findHunks(base: RichText, changed: RichText, side: Side): readonly Hunk[] {
  // Words are also cut at footnote numbers: only marks differ then.
  if (base.text === changed.text) return [];
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  const close = (to: number, end: number): void => {
    if (to > from || end > start) {
      const typographic = looksOf(base.text.slice(from, to)) === looksOf(changed.text.slice(start, end));
      hunks.push({ side, from, to, size: end - start, typographic });
    }
  };
  for (const { kind, text, before, after } of diffRich(base, changed)) {
    if (kind === 'inserted' || kind === 'deleted') continue;
    close(before, after);
    [from, start] = [before + text.length, after + text.length];
  }
  close(base.text.length, changed.text.length);
  return hunks;
}

/** A text with every quotation mark, dash and space as the plainest of them. */
function looksOf(text: string): string {
  return text
    .replaceAll(/["'«»„“”‟‘’‚‛‹›]+/gu, '"')
    .replaceAll(/[-\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('…', '...')
    .replaceAll(/\s/gu, ' ');
}

function findRegions(base: string, hunks: readonly Hunk[]): readonly Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = regions.at(-1);
    if (last && belongs(base, last, hunk)) {
      const to = Math.max(last.to, hunk.to);
      regions[regions.length - 1] = { from: last.from, to, hunks: [...last.hunks, hunk] };
    } else {
      regions.push({ from: hunk.from, to: hunk.to, hunks: [hunk] });
    }
  }
  return regions;
}

function belongs(base: string, { from, to, hunks }: Region, hunk: Hunk): boolean {
  if (hunk.from < to || (hunk.from === from && hunk.to === to)) return true;
  if (hunk.typographic || hunks.every(({ typographic }) => typographic)) return false;
  // Nothing but spaces between them; the end of a paragraph keeps edits apart.
  return /^[^\S\u2029]*$/u.test(base.slice(to, hunk.from));
}

type Piece = Omit<MergeChunk, 'kind'>;

function kindOf(piece: Piece): MergeChunk['kind'] {
  const { base, ours, theirs } = piece;
  if (ours.text === theirs.text) return ours.text === base.text ? 'same' : 'both';
  if (ours.text !== base.text && theirs.text !== base.text) return 'conflict';
  // A link moved to two places at once is no less a conflict when one of them edited the words too.
  if (changesTargets(base, ours) && changesTargets(base, theirs)) return 'conflict';
  return ours.text === base.text ? 'theirs' : 'ours';
}

/** Cuts text that is the same on all sides where its marks are not. */
function cutByStyle(chunk: MergeChunk): readonly MergeChunk[] {
  const { base, ours, theirs } = chunk;
  const layers = [base, ours, theirs].flatMap(({ marks }, side) =>
    marks.map((mark) => ({ start: mark.start, end: mark.end, value: { mark, side } })),
  );
  const pieces: { readonly kind: MergeChunk['kind']; readonly start: number; readonly end: number }[] = [];
  for (const { start, end, values } of layerRuns(base.text.length, layers)) {
    if (start === end) continue;
    const marksOf = (side: number): readonly Mark[] =>
      values.filter((value) => value.side === side).map(({ mark }) => mark);
    const kind = agreeOnStyle(marksOf(0), marksOf(1), marksOf(2));
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ kind, start, end });
  }
  return pieces.map(({ kind, start, end }) => ({
    kind,
    base: sliceRich(base, start, end),
    ours: sliceRich(ours, start, end),
    theirs: sliceRich(theirs, start, end),
  }));
}
