import type { Language } from '../model/language';
import type { Mark } from '../model/mark';
import { LONGEST_PARAGRAPH, MOST_MARKS } from '../model/limits';
import { segmentSentences, type Span } from './sentences';

/** How much one part may hold. */
export interface PartLimits {
  /** UTF-16 units */
  readonly longest: number;
  readonly mostMarks: number;
}

const PARAGRAPH_LIMITS: PartLimits = { longest: LONGEST_PARAGRAPH, mostMarks: MOST_MARKS };

/** A character may go on for this long after the place where it is looked at; the normal form allows thirty marks. */
const LONGEST_CHARACTER = 100;

/**
 * Parts a text that is longer, or has more marks, than a paragraph may have: each part ends with a sentence, or where
 * there is none with a word, or where there is none with a whole character. The spaces between the parts are in
 * none of them. One part, the whole text, where nothing is to be parted.
 *
 * @param marks of one type no two over each other (`withoutOverlaps`)
 */
export function partText(
  text: string,
  marks: readonly Mark[],
  language: Language,
  { longest, mostMarks }: PartLimits = PARAGRAPH_LIMITS,
): readonly Span[] {
  const parts: Span[] = [];
  const waiting = marks.toSorted((a, b) => a.start - b.start);
  let first = 0;
  let start = 0;
  while (start < text.length) {
    while ((waiting[first]?.end ?? Infinity) <= start) first += 1;
    const full = waiting[first + mostMarks]?.start ?? Infinity;
    const most = Math.min(start + longest, Math.max(full, start + 1));
    if (most >= text.length) {
      parts.push({ start, end: text.length });
      break;
    }
    const end = start + cutWithin(text.slice(start, most + LONGEST_CHARACTER), most - start, language);
    parts.push({ start, end: start + text.slice(start, end).trimEnd().length });
    start = text.length - text.slice(end).trimStart().length;
  }
  return parts;
}

/** Where to cut a text so that what is before is no longer than `most`, which is less than the text. */
function cutWithin(text: string, most: number, language: Language): number {
  const within = text.slice(0, most + 1);
  // What comes last is cut off, or would have to be looked at once more to know.
  const sentence = segmentSentences(within, language).at(-2)?.end ?? 0;
  if (sentence > 0) return sentence;
  const word = lastSpace(within);
  if (word > 0) return word;
  const character = new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text).containing(most);
  if (!character) return most;
  // One that fills all of it is not cut either.
  return character.index > 0 ? character.index : character.segment.length;
}

/** The end of the last whole word before a space; 0 where there is none. No pattern: runs of spaces would cost it their square. */
function lastSpace(text: string): number {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1).trim() !== '') end -= 1;
  return text.slice(0, end).trimEnd().length;
}
