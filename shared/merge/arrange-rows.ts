import { matchTokens } from '../diff/match-tokens';
import { LANGUAGES } from '../model/language';
import type { Row } from '../model/row';

/** Rows that both sides arranged, each in another way. */
export interface ArrangementConflict {
  readonly kind: 'arrangement';
  readonly kept: readonly Row[];
  readonly other: readonly Row[];
  /** Where in the other copy those stand, from 0. */
  readonly otherAt: number;
}

/** Which rows there are, and which paragraphs stand in them; what these hold is merged elsewhere. */
export interface Arrangement {
  readonly rows: readonly Row[];
  readonly conflicts: readonly ArrangementConflict[];
}

/**
 * Merges two arrangements of rows as diff3 merges lines: rows that one side arranged anew are taken from it, and
 * where both did, ours stay. Should a paragraph be lost or doubled by that, as when it was moved from rows of the one
 * to rows of the other kind, all rows are arranged as ours.
 */
export function arrangeRows(base: readonly Row[], ours: readonly Row[], theirs: readonly Row[]): Arrangement {
  const keys = { base: base.map(keyOf), ours: ours.map(keyOf), theirs: theirs.map(keyOf) };
  const [toOurs, toTheirs] = [matchKeys(keys.base, keys.ours), matchKeys(keys.base, keys.theirs)];
  const rows: Row[] = [];
  const conflicts: ArrangementConflict[] = [];
  let [b, o, t] = [0, 0, 0];
  for (const end of [...base.keys(), base.length]) {
    const [ourEnd, theirEnd] =
      end === base.length ? [ours.length, theirs.length] : [toOurs.get(end), toTheirs.get(end)];
    if (ourEnd === undefined || theirEnd === undefined) continue;
    const was = keys.base.slice(b, end).join();
    const is = keys.ours.slice(o, ourEnd).join();
    const other = keys.theirs.slice(t, theirEnd).join();
    const [kept, given] = [ours.slice(o, ourEnd), theirs.slice(t, theirEnd)];
    const isTold = is !== was && other !== was && is !== other;
    const apart = isTold ? arrangeApart(base.slice(b, end), kept, given) : null;
    rows.push(...(apart ?? (is === was ? given : kept)));
    if (isTold && !apart) conflicts.push({ kind: 'arrangement', kept, other: given, otherAt: t });
    rows.push(...ours.slice(ourEnd, ourEnd + 1));
    [b, o, t] = [end + 1, ourEnd + 1, theirEnd + 1];
  }
  return isWhole(rows, ours, theirs, base, conflicts)
    ? { rows, conflicts }
    : { rows: ours, conflicts: [{ kind: 'arrangement', kept: ours, other: theirs, otherAt: 0 }] };
}

/** Neighbouring rows of which each was arranged anew by one side only; null where both did the same row. */
function arrangeApart(
  base: readonly Row[],
  ours: readonly Row[],
  theirs: readonly Row[],
): readonly Row[] | null {
  if (ours.length !== base.length || theirs.length !== base.length) return null;
  const rows = base.flatMap((row, n) => {
    const [own, given] = [ours[n], theirs[n]];
    if (!own || !given || own.id !== row.id || given.id !== row.id) return [];
    if (keyOf(own) === keyOf(row)) return [given];
    return keyOf(given) === keyOf(row) || keyOf(given) === keyOf(own) ? [own] : [];
  });
  return rows.length === base.length ? rows : null;
}

/** The ids of all paragraphs of some rows. */
function paragraphIds(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) =>
    LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map(({ id }) => id)),
  );
}

function keyOf(row: Row): string {
  return JSON.stringify([
    row.id,
    ...LANGUAGES.map((language) => row.cells[language].paragraphs.map(({ id }) => id)),
  ]);
}

function matchKeys(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const [a, b] = [before, after].map((keys) =>
    keys.map((text, start) => ({ text, start, end: start + 1, kind: 'word' as const })),
  );
  return new Map(matchTokens(a ?? [], b ?? []).matches.map(([one, other]) => [one.start, other.start]));
}

function isWhole(
  rows: readonly Row[],
  ours: readonly Row[],
  theirs: readonly Row[],
  base: readonly Row[],
  conflicts: readonly ArrangementConflict[],
): boolean {
  const ids = paragraphIds(rows);
  const found = new Set(ids);
  if (found.size < ids.length || new Set(rows.map(({ id }) => id)).size < rows.length) return false;
  const [own, given, old] = [ours, theirs, base].map((each) => new Set(paragraphIds(each)));
  const told = new Set(conflicts.flatMap(({ other }) => paragraphIds(other)));
  // What one side removed may be missing, and what is told of; nothing else.
  return [...(own ?? []), ...(given ?? [])].every(
    (id) =>
      found.has(id) || (old?.has(id) && !(own?.has(id) && given?.has(id))) || (told.has(id) && !own?.has(id)),
  );
}
