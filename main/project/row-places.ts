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
 * A place for each row of a list.
 *
 * @param kept in the order of the list, the ascending places of those that stay where they are; null for the others
 * @returns the same with places for those between them; fresh ones for all where there is no room
 */
export function fillPlaces(kept: readonly (number | null)[]): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < kept.length;) {
    const own = kept[at];
    if (typeof own === 'number') {
      places.push(own);
      at += 1;
      continue;
    }
    let end = at;
    while (end < kept.length && kept[end] === null) end += 1;
    const added = placesBetween(places.at(-1) ?? null, kept[end] ?? null, end - at);
    if (!added) return freshPlaces(kept.length);
    for (const place of added) places.push(place);
    at = end;
  }
  return places;
}

/** Ascending places strictly between two others; null for `before` or `after` is the end of the list. */
function placesBetween(before: number | null, after: number | null, count: number): readonly number[] | null {
  const low = before ?? (after ?? 0) - GAP * (count + 1);
  const high = after ?? low + GAP * (count + 1);
  const step = Math.floor((high - low) / (count + 1));
  if (step < 1 || !Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return null;
  return Array.from({ length: count }, (_, i) => low + step * (i + 1));
}
