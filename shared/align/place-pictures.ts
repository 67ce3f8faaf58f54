import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import type { AlignedRow, AlignmentInput, PictureKey } from './alignment';

/** How sure it is that pictures belong together that have the same bytes, the same name, or only the same place. */
const SAME = 1;
const NAMED_ALIKE = 0.9;
const PLACED_ALIKE = 0.7;

/** So many pairs of pictures are weighed against each other; where there are more, each goes with the next that may be its own. */
const MOST_PAIRS = 250_000;

/** Versions without their pictures, and where what is left stood. */
export function setPicturesApart(versions: PerLanguage<readonly AlignmentInput[]>): {
  readonly words: PerLanguage<readonly AlignmentInput[]>;
  readonly places: PerLanguage<readonly number[]>;
} {
  const places = perLanguage((language) =>
    versions[language].flatMap(({ picture }, n) => (picture ? [] : [n])),
  );
  const words = perLanguage((language) => versions[language].filter(({ picture }) => !picture));
  return { words, places };
}

/** A picture with the gap between rows that it may stand in: from below row `low` - 1 to above row `high`. */
interface Placed {
  readonly position: number;
  readonly low: number;
  readonly high: number;
  readonly key: PictureKey;
}

/** Pictures of one row. */
type Group = Readonly<Partial<Record<Language, Placed>>>;

/**
 * Rows of words with the pictures put between them: the same picture of several versions into one row, if their places allow
 * it. Pictures never move in their version. One that stands amid the paragraphs of a single row comes into that row.
 *
 * @param rows with positions in the whole versions
 */
export function placePictures(
  versions: PerLanguage<readonly AlignmentInput[]>,
  rows: readonly AlignedRow[],
): readonly AlignedRow[] {
  const places = perLanguage((language) => placesOf(versions[language], rows, language));
  const free = perLanguage((language) => places[language].filter(({ low, high }) => low <= high));
  let groups: readonly Group[] = [];
  for (const language of LANGUAGES) groups = joinVersion(groups, language, free);
  const between = putBetween(groups);
  const within = perLanguage((language) => {
    const byRow = new Map<number, number[]>();
    for (const { low, high, position } of places[language]) if (low > high) append(byRow, high, position);
    return byRow;
  });
  const filled = rows.map((row, n) => {
    const own = perLanguage((language) => {
      const pictures = within[language].get(n);
      return pictures ? [...row[language], ...pictures].toSorted((a, b) => a - b) : row[language];
    });
    return { ...row, ...own };
  });
  return Array.from({ length: rows.length + 1 }, (_, n) => [
    ...(between.get(n) ?? []).map(rowOf),
    ...filled.slice(n, n + 1),
  ]).flat();
}

function placesOf(
  inputs: readonly AlignmentInput[],
  rows: readonly AlignedRow[],
  language: Language,
): readonly Placed[] {
  const rowAt = new Map(rows.flatMap((row, n) => row[language].map((position) => [position, n] as const)));
  const highs: number[] = [];
  let high = rows.length;
  for (let n = inputs.length - 1; n >= 0; n -= 1) {
    high = rowAt.get(n) ?? high;
    highs[n] = high;
  }
  let low = 0;
  return inputs.flatMap(({ picture }, n) => {
    low = (rowAt.get(n) ?? low - 1) + 1;
    return picture ? [{ position: n, low, high: highs[n] ?? rows.length, key: picture }] : [];
  });
}

/** Adds a version's pictures to groups of others: the two sequences are put beside each other so that most is the same. */
function joinVersion(
  groups: readonly Group[],
  language: Language,
  free: PerLanguage<readonly Placed[]>,
): readonly Group[] {
  const pictures = free[language];
  const own = new Set(pictures.flatMap(({ key }) => key.hash ?? []));
  const others = new Set(
    groups.flatMap((group) => Object.values(group).flatMap(({ key }) => key.hash ?? [])),
  );
  const worth = (group: Group, picture: Placed): number => {
    const members = Object.values(group);
    if (members.some(({ low, high }) => low > picture.high || picture.low > high)) return 0;
    const likeness = Math.max(...members.map(({ key }) => alike(key, picture.key)));
    if (likeness !== PLACED_ALIKE) return likeness === SAME ? 100 : 10;
    // One that the other version has elsewhere is not this one.
    const isElsewhere =
      (picture.key.hash !== null && others.has(picture.key.hash)) ||
      members.some(({ key }) => key.hash !== null && own.has(key.hash));
    return isElsewhere ? 0 : 1;
  };
  const [n, m] = [groups.length, pictures.length];
  const best = n * m <= MOST_PAIRS ? bestFrom(groups, pictures, worth) : null;
  const result: Group[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const [group, picture] = [groups[i], pictures[j]];
    const joined = group && picture ? worth(group, picture) : 0;
    if (group && picture && joined > 0 && (!best || best[i]![j] === joined + best[i + 1]![j + 1]!)) {
      result.push({ ...group, [language]: picture });
      [i, j] = [i + 1, j + 1];
    } else if (
      group &&
      (!picture || goesFirst(group, picture, best ? best[i + 1]![j]! - best[i]![j + 1]! : 0))
    ) {
      result.push(group);
      i += 1;
    } else if (picture) {
      result.push({ [language]: picture });
      j += 1;
    }
  }
  return result;
}

/** The most that the groups from each one on and the pictures from each one on are worth, put beside each other in order. */
function bestFrom(
  groups: readonly Group[],
  pictures: readonly Placed[],
  worth: (group: Group, picture: Placed) => number,
): readonly Float64Array[] {
  const best = Array.from({ length: groups.length + 1 }, () => new Float64Array(pictures.length + 1));
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    for (let j = pictures.length - 1; j >= 0; j -= 1) {
      const joined = worth(groups[i]!, pictures[j]!);
      const apart = Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
      best[i]![j] = joined > 0 ? Math.max(apart, joined + best[i + 1]![j + 1]!) : apart;
    }
  }
  return best;
}

/** Of two that stay apart the one that leaves more to come goes first; else the one that stands higher. */
function goesFirst(group: Group, picture: Placed, more: number): boolean {
  return more !== 0 ? more > 0 : Math.max(...Object.values(group).map(({ low }) => low)) <= picture.low;
}

function alike(a: PictureKey, b: PictureKey): number {
  if (a.hash !== null && a.hash === b.hash) return SAME;
  return a.name !== '' && a.name === b.name ? NAMED_ALIKE : PLACED_ALIKE;
}

/** The groups by the row they come before; one that finds no place of all its pictures falls apart. */
function putBetween(groups: readonly Group[]): ReadonlyMap<number, readonly Group[]> {
  const between = new Map<number, Group[]>();
  const reached: Record<Language, number> = { ru: 0, ky: 0, en: 0 };
  const put = (group: Group): boolean => {
    const members = LANGUAGES.flatMap((language) => {
      const placed = group[language];
      return placed ? [{ language, ...placed }] : [];
    });
    const at = Math.max(...members.map(({ language, low }) => Math.max(low, reached[language])));
    if (members.some(({ high }) => at > high)) return false;
    append(between, at, group);
    for (const { language } of members) reached[language] = at;
    return true;
  };
  for (const group of groups) {
    if (put(group)) continue;
    for (const language of LANGUAGES) {
      const placed = group[language];
      if (placed) put({ [language]: placed });
    }
  }
  return between;
}

function rowOf(group: Group): AlignedRow {
  const keys = Object.values(group).map(({ key }) => key);
  const [first] = keys;
  const confidence = first ? Math.min(...keys.slice(1).map((key) => alike(first, key)), 1) : 1;
  const positions = perLanguage((language) => {
    const placed = group[language];
    return placed ? [placed.position] : [];
  });
  return { ...positions, confidence };
}

function append<T>(byRow: Map<number, T[]>, row: number, item: T): void {
  const there = byRow.get(row);
  if (there) there.push(item);
  else byRow.set(row, [item]);
}
