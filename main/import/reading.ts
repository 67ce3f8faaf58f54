/**
 * How a file is read. The text of a version is found again in its original by what was read of it, so a project whose
 * file was read in an earlier way has it read in that way for good; each step here only adds to the one before.
 *
 * 1: as at first.
 * 2: drop caps are joined to their paragraphs, signs of symbol fonts are told, fields without an end hide no more than
 *    their paragraph, one of several choices is read, and a line in the style of notes that is none is a paragraph.
 * 3: line breaks stay, words are told that are underlined, struck out, highlighted, lowered or in small capitals, equations
 *    are read as one would write them in a line, and pictures are blocks.
 */
export type Reading = 1 | 2 | 3;

export const PRESENT_READING = 3 as const;
