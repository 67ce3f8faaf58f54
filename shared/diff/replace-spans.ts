import type { Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { diffTexts } from './diff-words';
import { mapSpan } from './map-offset';

/** A text to stand in place of `text.slice(start, end)`, UTF-16 offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A content with other texts in these places; of two that overlap the first is taken. Marks stay on their words. */
export function replaceSpans({ text, marks }: RichText, replacements: readonly Replacement[]): RichText {
  const fixed = tidy(putIn(text, replacements));
  const runs = diffTexts(text, fixed);
  const carried = marks.map((mark): Mark => {
    const { start, end } = mapSpan(mark, runs);
    return { ...mark, start, end };
  });
  return { text: fixed, marks: carried };
}

function putIn(text: string, replacements: readonly Replacement[]): string {
  let done = 0;
  let result = '';
  for (const { start, end, text: put } of replacements.toSorted((a, b) => a.start - b.start)) {
    // One that ends before it begins is no place.
    if (start < done || end < start) continue;
    result += text.slice(done, start) + put;
    done = end;
  }
  return result + text.slice(done);
}

/** A deleted word leaves two spaces, a fix may have been typed in several lines: neither stays in a text. */
function tidy(text: string): string {
  return text.replace(/[\n\r\t ]+/g, ' ').replace(/^ | $/g, '');
}
