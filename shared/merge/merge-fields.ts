/** A value as text, the same for equal values whatever the order of their fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Merges a value as a whole: what one side changed is taken, and what both changed differently as `both` says. */
export function mergeValue<T>(base: T, ours: T, theirs: T, both: (ours: T, theirs: T) => T): T {
  const [b, o, t] = [base, ours, theirs].map(canonical);
  if (o === t || t === b) return ours;
  return o === b ? theirs : both(ours, theirs);
}

/** Merges lists of things that are made and taken away but never changed: those of both, less those that either took away. */
export function mergeList<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly T[] {
  const isIn = (list: readonly T[], one: T) => list.some((other) => isSame(one, other));
  const added = theirs.filter((each) => !isIn(ours, each) && !isIn(base, each));
  return [...ours.filter((each) => isIn(theirs, each) || !isIn(base, each)), ...added];
}

/** Told of a field that both sides changed, each in another way; says which of the two is taken. */
export type ReportField = (field: string, kept: unknown, other: unknown) => 'kept' | 'other';

/**
 * Merges plain values field by field: one that only one side changed is taken from that side, one that both
 * changed differently is reported and, unless `report` says otherwise, kept as ours. Knows nothing of the fields, so it goes for later ones too.
 *
 * @param base null when both sides made it anew
 */
export function mergeFields<T extends object>(base: T | null, ours: T, theirs: T, report: ReportField): T {
  const [was, is, other] = [base ?? {}, ours, theirs].map(
    (value) => new Map<string, unknown>(Object.entries(value)),
  );
  const merged = new Map(is);
  for (const field of new Set([...(is?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const [a, b, c] = [was, is, other].map((fields) => canonical(fields?.get(field) ?? null));
    if (b === c || c === a) continue;
    if (b !== a && report(field, is?.get(field), other?.get(field)) === 'kept') continue;
    if (other?.has(field)) merged.set(field, other.get(field));
    else merged.delete(field);
  }
  return Object.fromEntries(merged) as T;
}
