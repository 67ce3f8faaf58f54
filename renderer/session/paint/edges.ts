import type { Span } from '../../../shared/text/sentences';

/** What is longer is marked where it begins and where it ends, in UTF-16 units: about a line of a column. */
const LONGEST_LINE = 60;

/** So much of a word is marked at an edge. */
const LONGEST_EDGE = 24;

/** Whether a stretch is longer than is marked as a whole. */
export function isLong({ start, end }: Span): boolean {
  return end - start > LONGEST_LINE;
}

/** A stretch that is marked, and which end of what it is about that is; null for all of it. */
export interface Marked extends Span {
  readonly edge: 'start' | 'end' | null;
}

/**
 * What is marked of a stretch of a text that a flag or a finding is about: all of it, or of a long one its first word and
 * its last. A line under a whole paragraph would say nothing.
 */
export function markedOf({ start, end }: Span, text: string): readonly Marked[] {
  if (!isLong({ start, end })) return [{ start, end, edge: null }];
  const [first] = /^\s*\S{1,24}/u.exec(text.slice(start, start + LONGEST_EDGE)) ?? [''];
  const [last] = /\S{1,24}\s*$/u.exec(text.slice(end - LONGEST_EDGE, end)) ?? [''];
  return [
    { start, end: start + Math.max(1, first.length), edge: 'start' },
    { start: end - Math.max(1, last.length), end, edge: 'end' },
  ];
}
