/**
 * Where what differs between two texts ends in the second, a UTF-16 offset: after what is new there, or where something
 * was taken out. "ab" to "axb" gives 2, "axb" to "ab" gives 1.
 */
export function endOfChange(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.length - end;
}
