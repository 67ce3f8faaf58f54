/** How a word may have come about from another: two neighbouring letters swapped, or one lost or added. */
export type Slip = 'swap' | 'letter';

/** A letter lost or added this near to the end may as well be an ending. */
const END = 2;

/** The slip that makes one word of another, null where it takes more than one or the first letter differs. */
export function slipBetween(a: string, b: string): Slip | null {
  if (a === b || Math.abs(a.length - b.length) > 1) return null;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  if (start === 0) return null;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)) end += 1;
  if (a.length !== b.length) return most === end && end >= END ? 'letter' : null;
  const swapped =
    a.length - start - end === 2 &&
    a.charAt(start) === b.charAt(start + 1) &&
    a.charAt(start + 1) === b.charAt(start);
  return swapped ? 'swap' : null;
}
