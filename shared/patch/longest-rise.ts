/**
 * The positions, from 0 and ascending, of a longest strictly rising run of a list that leaves others out; of several
 * the one that ends lowest. In O(n log n), by keeping for every length the lowest end of a rise (patience sorting).
 */
export function longestRise(values: readonly number[]): readonly number[] {
  /** For each length less one, where the rise of that length with the lowest end ends. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
    ends[low] = i;
  }
  const rise: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) rise.push(i);
  return rise.reverse();
}
