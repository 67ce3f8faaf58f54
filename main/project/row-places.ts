/**
 * Rows are kept in order by integer places with wide gaps between them, so that a new row takes a place
 * between two others and none of those is written again.
 */
const GAP = 2 ** 32;

/** Places for `count` rows from the beginning. */
export function freshPlaces(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i * GAP);
}

/**
 * The places after `remove` rows from position `start` (from 0) gave way to `insert` others. The first of
 * those take the places that became free. Null when there is no room and all rows need fresh places.
 */
export function splicePlaces(
  places: readonly number[],
  { start, remove, insert }: { readonly start: number; readonly remove: number; readonly insert: number },
): readonly number[] | null {
  if (insert === remove) return places;
  const kept = places.slice(start, start + Math.min(remove, insert));
  const before = kept.at(-1) ?? places[start - 1] ?? null;
  const added = placesBetween(before, places[start + remove] ?? null, insert - kept.length);
  return added && places.toSpliced(start, remove, ...kept, ...added);
}

/** Ascending places strictly between two others; null for `before` or `after` is the end of the list. */
function placesBetween(before: number | null, after: number | null, count: number): readonly number[] | null {
  const low = before ?? (after ?? 0) - GAP * (count + 1);
  const high = after ?? low + GAP * (count + 1);
  const step = Math.floor((high - low) / (count + 1));
  if (step < 1 || !Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return null;
  return Array.from({ length: count }, (_, i) => low + step * (i + 1));
}
