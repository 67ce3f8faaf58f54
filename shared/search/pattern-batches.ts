/** So many UTF-16 units of text a regular expression is looked for in at once: an article of some length. */
const UNITS_AT_ONCE = 100_000;

/** Parts a list, each part with about as much text as a regular expression is looked for in at once; at least one thing in each. */
export function patternBatches<T>(
  all: readonly T[],
  unitsOf: (each: T) => number,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let room = 0;
  for (const each of all) {
    const units = unitsOf(each);
    if (units > room || batches.length === 0) {
      batches.push([]);
      room = UNITS_AT_ONCE;
    }
    batches.at(-1)?.push(each);
    room -= units;
  }
  return batches;
}
