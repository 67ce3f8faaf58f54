import { sliceMarks, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import type { Span } from './sentences';

/** Ends of lines as programs write them: a line break within a paragraph, which is U+000A. */
const LINE_ENDS = /[\v\r\u2028\u2029]/g;

/** Other white space that stands for a space in running text. */
const SPACES = /[\t\f\u0085]/g;

/** A line break with the spaces around it, and further ones right behind it. */
const BREAK = /(?<![ \u00a0\n])[ \u00a0]*\n[ \u00a0\n]*/g;

/**
 * What never reaches a paragraph: controls, noncharacters, the invisible marks that only tell where a line may break or
 * a file begins ("коло\u00adкол" -> "колокол"), and what combines with a letter after thirty others did: bringing these
 * into order takes time by the square. The thirty are those of https://unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const INVISIBLE = /(?:(?!\n)[\p{Cc}\u00ad\u200b\ufeff\ufffe\uffff])+|(?<=\p{M}{30})\p{M}+/gu;

/**
 * Those among them that part words all the same: the zero-width space, and controls programs part things with. The
 * others tell that a word goes on: soft hyphens (U+001F in old Word files), byte order marks, what stands for nothing.
 */
const PARTING = /[\u0001-\u001e\u200b]/;

/** Scripts that write no spaces: there a zero-width space tells where a word ends, and nothing is to be seen. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Tibetan}]/u;

/**
 * What stands in place of invisible characters: a space where they part two words ("раз\u200bдва"), otherwise nothing.
 * A zero-width space may also be put into the middle of a long word, for it to break there, and that word then comes in
 * two. That is the lesser harm: a space too many is seen, and found by the spelling check, while two words made one are
 * lost. It is so even where the word stands unbroken elsewhere ("за\u200bто"): what a text says must not depend on others.
 */
function insteadOf(hidden: string, text: string, start: number): string {
  if (!PARTING.test(hidden)) return '';
  const end = start + hidden.length;
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  const isBetweenWords = /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  return isBetweenWords && !SPACELESS.test(before + after) ? ' ' : '';
}

/**
 * The only places where the normal form may differ from what is written: a character with what combines with
 * it, and a run of Hangul, whose letters join without being combining marks.
 */
const COMPOSABLE = /[\u1100-\u11ff\uac00-\ud7a3]+|[^]\p{M}*/gu;

/**
 * Brings a text to the form every paragraph has (see shared/model/paragraph.ts) and moves its marks along:
 * NFC, tabs as spaces, no two plain spaces in a row, none at the ends of the text and of its lines; no-break spaces stay
 * inside a line but not at its ends, where they are only layout. A line break is U+000A, never two in a row. A lone
 * surrogate becomes U+FFFD.
 *
 * @param marks UTF-16 offsets into `text`; the offsets returned are into the text returned
 */
export function normaliseRich(text: string, marks: readonly Mark[]): RichText {
  const { text: normal, marks: moved } = normaliseSpans(text, marks, []);
  return { text: normal, marks: moved };
}

/** A text in its normal form with the spans that had to be found again in it. */
export interface SpannedText<S extends Span> extends RichText {
  readonly spans: readonly S[];
}

/**
 * The same for a text with spans: all of them are returned, in their order. One whose text is gone becomes a
 * point; one that cuts through a letter that is composed takes it whole ("и" | U+0306 -> "й"); a point stays one.
 */
export function normaliseSpans<S extends Span>(
  text: string,
  marks: readonly Mark[],
  spans: readonly S[],
): SpannedText<S> {
  const spaced = text
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');
  const visible = replaceRich({ text: spaced, marks, spans }, INVISIBLE, (hidden, start) =>
    insteadOf(hidden, spaced, start),
  );
  const composed =
    visible.text.normalize('NFC') === visible.text
      ? visible
      : replaceRich(visible, COMPOSABLE, (piece) => piece.normalize('NFC'));
  const lined = composed.text.includes('\n') ? replaceRich(composed, BREAK, () => '\n') : composed;
  const single = replaceRich(lined, /(?<= ) +/g, () => '');
  const start = /^[ \u00a0\n]*/.exec(single.text)?.[0].length ?? 0;
  const trimmed = single.text.slice(start).replace(/(?<![ \u00a0\n])[ \u00a0\n]+$/, '');
  const inside = (offset: number): number => Math.min(Math.max(offset - start, 0), trimmed.length);
  return {
    text: trimmed,
    marks: sliceMarks(single.marks, start, start + trimmed.length),
    spans: single.spans.map((span) => ({ ...span, start: inside(span.start), end: inside(span.end) })),
  };
}

/** Replaces matches that change; an offset inside one moves to its start, but the end of a span to its end. */
function replaceRich<S extends Span>(
  rich: SpannedText<S>,
  pattern: RegExp,
  change: (match: string, start: number) => string,
): SpannedText<S> {
  const offsets = new Uint32Array(rich.text.length + 1);
  const ends = new Uint32Array(rich.spans.length > 0 ? offsets.length : 0);
  const pieces: string[] = [];
  let done = 0;
  let length = 0;
  const keepUntil = (end: number): void => {
    pieces.push(rich.text.slice(done, end));
    for (; done < end; done += 1, length += 1) offsets[done] = ends[done] = length;
  };
  for (const { 0: match, index } of rich.text.matchAll(pattern)) {
    const changed = change(match, index);
    if (changed === match) continue;
    keepUntil(index);
    pieces.push(changed);
    offsets.fill(length, done, index + match.length);
    ends.fill(length + changed.length, done, index + match.length);
    ends[done] = length;
    done += match.length;
    length += changed.length;
  }
  if (done === 0) return rich;
  keepUntil(rich.text.length);
  offsets[done] = length;
  ends[done] = length;
  const moved = <T extends Span>(span: T, endOffsets: Uint32Array): T => ({
    ...span,
    start: offsets[span.start] ?? length,
    end: endOffsets[span.end] ?? length,
  });
  return {
    text: pieces.join(''),
    marks: rich.marks.map((mark) => moved(mark, offsets)),
    spans: rich.spans.map((span) => moved(span, span.start === span.end ? offsets : ends)),
  };
}

/**
 * Cuts a text where two or more line breaks (U+000A) stand in a row with nothing but white space between
 * them, as writers who know no paragraphs set them apart. Parts without text are left out.
 */
export function cutParagraphs(text: string): readonly Span[] {
  const parts: Span[] = [];
  let start = 0;
  const take = (end: number): void => {
    if (normaliseRich(text.slice(start, end), []).text !== '') parts.push({ start, end });
  };
  for (const { 0: gap, index } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    take(index);
    start = index + gap.length;
  }
  take(text.length);
  return parts;
}

/** Cuts a text into its paragraphs and normalises each; an empty or blank text gives none at all. */
export function splitParagraphs(text: string, marks: readonly Mark[]): readonly RichText[] {
  return cutParagraphs(text).map(({ start, end }) =>
    normaliseRich(text.slice(start, end), sliceMarks(marks, start, end)),
  );
}
