import { sliceMarks, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';

/** Line breaks of every kind, and tabs: a space in running text. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * What never reaches a paragraph: controls, noncharacters, and the invisible marks that only tell where a
 * line may break or a file begins ("коло\u00adкол" -> "колокол").
 */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\ufeff\ufffe\uffff]+/gu;

/**
 * The only places where the normal form may differ from what is written: a character with what combines with
 * it, and a run of Hangul, whose letters join without being combining marks.
 */
const COMPOSABLE = /[\u1100-\u11ff\uac00-\ud7a3]+|[^]\p{M}*/gu;

/**
 * Brings a text to the form every paragraph has (see shared/model/paragraph.ts) and moves its marks along:
 * NFC, line breaks and tabs as spaces, no two plain spaces in a row, none at the ends; no-break spaces stay
 * inside a text but not at its ends, where they are only layout. A lone surrogate becomes U+FFFD.
 *
 * @param marks UTF-16 offsets into `text`; the offsets returned are into the text returned
 */
export function normaliseRich(text: string, marks: readonly Mark[]): RichText {
  const spaced = text.replace(BREAKS, ' ').replace(/\p{Cs}/gu, '\ufffd');
  const visible = replaceRich({ text: spaced, marks }, INVISIBLE, () => '');
  const composed =
    visible.text.normalize('NFC') === visible.text
      ? visible
      : replaceRich(visible, COMPOSABLE, (piece) => piece.normalize('NFC'));
  const single = replaceRich(composed, /(?<= ) +/g, () => '');
  const start = /^[ \u00a0]*/.exec(single.text)?.[0].length ?? 0;
  const trimmed = single.text.slice(start).replace(/(?<![ \u00a0])[ \u00a0]+$/, '');
  return { text: trimmed, marks: sliceMarks(single.marks, start, start + trimmed.length) };
}

/** Replaces matches that change; an offset inside one moves to its start. */
function replaceRich(rich: RichText, pattern: RegExp, change: (match: string) => string): RichText {
  const offsets = new Uint32Array(rich.text.length + 1);
  const pieces: string[] = [];
  let done = 0;
  let length = 0;
  const keepUntil = (end: number): void => {
    pieces.push(rich.text.slice(done, end));
    for (; done < end; done += 1, length += 1) offsets[done] = length;
  };
  for (const { 0: match, index } of rich.text.matchAll(pattern)) {
    const changed = change(match);
    if (changed === match) continue;
    keepUntil(index);
    pieces.push(changed);
    offsets.fill(length, done, index + match.length);
    done += match.length;
    length += changed.length;
  }
  if (done === 0) return rich;
  keepUntil(rich.text.length);
  offsets[done] = length;
  const marks = rich.marks.map((mark) => ({
    ...mark,
    start: offsets[mark.start] ?? length,
    end: offsets[mark.end] ?? length,
  }));
  return { text: pieces.join(''), marks };
}

/**
 * Cuts a text where two or more line breaks (U+000A) stand in a row with nothing but white space between
 * them, as writers who know no paragraphs set them apart, and normalises each part. Parts without text are
 * left out, so an empty or blank text gives no part at all.
 */
export function splitParagraphs(text: string, marks: readonly Mark[]): readonly RichText[] {
  const parts: RichText[] = [];
  let start = 0;
  const take = (end: number): void => {
    const part = normaliseRich(text.slice(start, end), sliceMarks(marks, start, end));
    if (part.text !== '') parts.push(part);
  };
  for (const { 0: gap, index } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    take(index);
    start = index + gap.length;
  }
  take(text.length);
  return parts;
}
