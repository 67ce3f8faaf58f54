/** Whether a text has more than so many matches of a global pattern; they are never all kept in memory. */
export function hasMore(text: string, pattern: RegExp, most: number): boolean {
  pattern.lastIndex = 0;
  for (let count = 0; count <= most; count += 1) if (!pattern.test(text)) return false;
  return true;
}
