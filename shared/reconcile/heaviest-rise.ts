/**
 * Of items in order, the subsequence whose values rise and whose weights add up to most: the longest rise of
 * patience sorting, by weight. Values are whole numbers from 0, weights positive. O(n log n).
 *
 * @returns the positions of the items, in order
 */
export function heaviestRise(
  items: readonly { readonly value: number; readonly weight: number }[],
): readonly number[] {
  const size = items.reduce((most, { value }) => Math.max(most, value), 0) + 1;
  // A Fenwick tree over the values: the heaviest rise that ends at a value or below.
  const heaviest = new Array<number>(size + 1).fill(-1);
  const total = new Array<number>(items.length).fill(0);
  const previous = new Array<number>(items.length).fill(-1);
  const weightAt = (item: number): number => (item === -1 ? 0 : (total[item] ?? 0));
  let last = -1;
  for (const [item, { value, weight }] of items.entries()) {
    let best = -1;
    for (let at = value; at > 0; at -= at & -at) {
      const here = heaviest[at] ?? -1;
      if (weightAt(here) > weightAt(best)) best = here;
    }
    previous[item] = best;
    total[item] = weightAt(best) + weight;
    for (let at = value + 1; at <= size; at += at & -at) {
      if (weightAt(item) > weightAt(heaviest[at] ?? -1)) heaviest[at] = item;
    }
    if (weightAt(item) > weightAt(last)) last = item;
  }
  const rise: number[] = [];
  for (let item = last; item !== -1; item = previous[item] ?? -1) rise.push(item);
  return rise.reverse();
}
