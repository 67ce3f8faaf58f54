import { isStyle, type Style } from '../../shared/model/mark';
import type { RichText } from '../../shared/model/paragraph';

/**
 * How a file is read. The text of a version is found again in its original by what was read of it, so a project whose
 * file was read in an earlier way has it read in that way for good; each step here only adds to the one before.
 *
 * 1: as at first.
 * 2: drop caps are joined to their paragraphs, signs of symbol fonts are told, fields without an end hide no more than
 *    their paragraph, one of several choices is read, and a line in the style of notes that is none is a paragraph.
 * 3: line breaks stay, words are told that are underlined, struck out, highlighted, lowered or in small capitals, equations
 *    are read as one would write them in a line, and pictures are blocks.
 * 4: titles of charts and the words of diagrams and of WordArt are paragraphs, and lines of headers and footers are told.
 * 5: the text of fields without an end is shown.
 */
export type Reading = 1 | 2 | 3 | 4 | 5;

export const PRESENT_READING = 5 as const;

/** What was read of a text by these ways alone: before the third a line break was a space, and few styles were known. */
export function asRead<T extends RichText>(rich: T, reading: Reading): T {
  if (reading > 2) return rich;
  return {
    ...rich,
    text: rich.text.replaceAll('\n', ' '),
    marks: rich.marks.filter(({ type }) => !isStyle(type) || FIRST_STYLES.includes(type)),
  };
}

/** The styles that were known at first. */
export const FIRST_STYLES: readonly Style[] = ['strong', 'emphasis', 'superscript'];
