import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { CheckedRow } from '../engine/check';
import type { FindingSpan, Report } from '../engine/finding';
import { readRowOnce } from '../engine/read-once';

/** Something that has a value and stands in one version: a number, a date. */
export interface Valued extends FindingSpan {
  /** What it can be found by in another version; the first is its value. */
  readonly keys: readonly string[];
  /** What it has to be found by itself, where that is less: "two thirds" is no third, but "two of three". */
  readonly sought?: readonly string[];
  /**
   * Whether other versions have to have it too: `always`; only where two `agreed` on it and the third lacks it; only
   * where in the third another one stands in its place, so that they make a `pair`; or `never`, where it merely helps
   * to find a counterpart.
   */
  readonly demand: 'always' | 'agreed' | 'pair' | 'never';
  /** Where it stands among the characters of its version's part of the row, 0 to 1. */
  readonly place: number;
}

/** What does not fit in a row. */
export type Difference<T extends Valued> =
  /** `odd` says something else than the others agree on. */
  | { readonly type: 'changed'; readonly odd: T; readonly others: readonly T[] }
  /** What the others have, and they agree, is missing in a version. */
  | { readonly type: 'missing'; readonly language: Language; readonly others: readonly T[] }
  /** Only one version has it. */
  | { readonly type: 'added'; readonly odd: T; readonly lacking: readonly Language[] }
  /** Each of two or three versions says something else. */
  | { readonly type: 'different'; readonly all: readonly T[] };

/** The values of a row, and by what keys each version of it can be searched. */
export interface RowValues<T extends Valued> {
  readonly versions: readonly Language[];
  readonly values: ReadonlyMap<Language, readonly T[]>;
  readonly keys: ReadonlyMap<Language, ReadonlySet<string>>;
}

/** Reads the values of a paragraph; `placeOf` tells where an offset of it is among the characters of its version, 0 to 1. */
type ReadValues<T> = (
  paragraph: Paragraph,
  language: Language,
  placeOf: (offset: number) => number,
) => readonly T[];

/** What the versions of rows have, read once; a version without text, or on purpose different, has nothing. */
export function valuesByRow<T extends Valued>(read: ReadValues<T>): (row: CheckedRow) => RowValues<T> {
  return readRowOnce((row) => {
    const versions = LANGUAGES.filter((language) => row.compared[language].length > 0);
    const values = new Map(
      versions.map((language) => [language, readVersion(row.compared[language], language, read)]),
    );
    const keys = new Map(
      [...values].map(([language, list]) => [language, new Set(list.flatMap((value) => value.keys))]),
    );
    return { versions, values, keys };
  });
}

function readVersion<T>(
  paragraphs: readonly Paragraph[],
  language: Language,
  read: ReadValues<T>,
): readonly T[] {
  const length = paragraphs.reduce((sum, { text }) => sum + text.length + 1, 0);
  let before = 0;
  return paragraphs.flatMap((paragraph) => {
    const start = before;
    before += paragraph.text.length + 1;
    return read(paragraph, language, (offset) => (start + offset) / Math.max(1, length));
  });
}

/** How values are compared beyond their keys. */
export interface Comparison<T> {
  /** How probably one stands in place of the other, from 0 (no relation) up. */
  readonly likeness: (a: T, b: T) => number;
  /** Whether they say the same although they share no key: 85 miles and 137 km. */
  readonly isSame: (a: T, b: T) => boolean;
}

/** Whether a version has a value, in whatever form. */
function has<T extends Valued>(
  row: RowValues<T>,
  language: Language,
  value: T,
  { isSame }: Comparison<T>,
): boolean {
  const { keys, sought = keys } = value;
  if (sought.some((key) => row.keys.get(language)?.has(key))) return true;
  return (row.values.get(language) ?? []).slice(0, CANDIDATES).some((other) => isSame(value, other));
}

/**
 * Compares the versions of a row by value. A value is looked for anywhere in the other versions; what is missing in
 * one is put together with what only that one has and is most like it. Values that the same version has in a row
 * nearby, where the others lack them, are in the wrong row, not wrong: they are left out.
 */
export function compareValues<T extends Valued>(
  row: RowValues<T>,
  nearby: readonly RowValues<T>[],
  comparison: Comparison<T>,
): readonly Difference<T>[] {
  const { versions } = row;
  const { likeness } = comparison;
  if (versions.length < 2) return [];
  const extras = new Map<Language, Map<string, T>>(versions.map((language) => [language, new Map()]));
  const agreed = new Map<Language, Map<string, T[]>>(versions.map((language) => [language, new Map()]));
  for (const language of versions)
    for (const value of row.values.get(language) ?? []) {
      if (value.demand === 'never') continue;
      const others = versions.filter((other) => other !== language);
      const lacking = others.filter((other) => !has(row, other, value, comparison));
      const [lacks] = lacking;
      if (lacks === undefined || isElsewhere(nearby, value, lacking, comparison)) continue;
      if (lacking.length === others.length) addOnce(extras.get(language), value);
      else addTo(agreed.get(lacks), value);
    }
  const left = new Map(versions.map((language) => [language, [...(extras.get(language)?.values() ?? [])]]));
  const differences = [...agreed].flatMap(([language, missing]) =>
    pairMissing(language, [...missing.values()], left.get(language) ?? [], likeness),
  );
  return [...differences, ...pairExtras(versions, left, likeness)];
}

/** How many mentions of one value are shown. */
const MENTIONS = 4;

function addTo<T extends Valued>(missing: Map<string, T[]> | undefined, value: T): void {
  const key = value.keys.find((each) => missing?.has(each)) ?? value.keys[0] ?? '';
  const mentions = missing?.get(key);
  if (!mentions) missing?.set(key, [value]);
  else if (mentions.length < MENTIONS) mentions.push(value);
}

/** Said twice, a value is reported once. */
function addOnce<T extends Valued>(extras: Map<string, T> | undefined, value: T): void {
  const [key = ''] = value.keys;
  if (extras?.get(key)?.demand !== 'always') extras?.set(key, value);
}

/** Whether those that lack a value here have it in a row nearby, where the version it comes from lacks it. */
function isElsewhere<T extends Valued>(
  nearby: readonly RowValues<T>[],
  value: T,
  lacking: readonly Language[],
  comparison: Comparison<T>,
): boolean {
  return nearby.some(
    (row) =>
      !has(row, value.language, value, comparison) &&
      lacking.some((language) => has(row, language, value, comparison)),
  );
}

/** Takes from the extras of a version what stands in place of each missing value. */
function pairMissing<T extends Valued>(
  language: Language,
  missing: readonly (readonly T[])[],
  extras: T[],
  likeness: (a: T, b: T) => number,
): readonly Difference<T>[] {
  return missing.flatMap((others): readonly Difference<T>[] => {
    const [first] = others;
    const odd = first && takeLike(first, extras, likeness);
    if (odd) return [{ type: 'changed', odd, others }];
    // Only one of several mentions needs to be demanded.
    return others.some(({ demand }) => demand !== 'never' && demand !== 'pair')
      ? [{ type: 'missing', language, others }]
      : [];
  });
}

function pairExtras<T extends Valued>(
  versions: readonly Language[],
  extras: ReadonlyMap<Language, T[]>,
  likeness: (a: T, b: T) => number,
): readonly Difference<T>[] {
  return versions.flatMap((language, n) => {
    const found: Difference<T>[] = [];
    for (const odd of extras.get(language) ?? []) {
      const others = versions
        .slice(n + 1)
        .flatMap((other) => takeLike(odd, extras.get(other) ?? [], likeness) ?? []);
      const all = [odd, ...others];
      if (others.length > 0 && all.some(({ demand }) => demand === 'always'))
        found.push({ type: 'different', all });
      else if (odd.demand === 'always')
        found.push({ type: 'added', odd, lacking: versions.filter((other) => other !== language) });
    }
    return found;
  });
}

/** The rows beyond which a paragraph is no longer taken for merely misplaced. */
const FAR = 4;

/** How many candidates are compared: hostile texts have thousands of numbers in a row. */
const CANDIDATES = 40;

function takeLike<T extends Valued>(
  value: T,
  candidates: T[],
  likeness: (a: T, b: T) => number,
): T | undefined {
  let best = -1;
  let most = 0;
  candidates.slice(0, CANDIDATES).forEach((candidate, n) => {
    const like = likeness(value, candidate);
    if (like > most) [best, most] = [n, like];
  });
  return best < 0 ? undefined : candidates.splice(best, 1)[0];
}

/** The rows before and after one that a paragraph may have come from by mistake. */
export function rowsNearby<T>(rows: readonly T[], position: number): readonly T[] {
  return rows
    .slice(Math.max(0, position - FAR), position + FAR + 1)
    .filter((_, n) => n !== Math.min(position, FAR));
}

/** The place at the end of a version where something is missing, by where it stands in another. */
export function placeOfMissing(row: CheckedRow, language: Language, like: Valued): FindingSpan {
  const paragraphs = row.compared[language];
  const paragraph = paragraphs[Math.min(paragraphs.length - 1, Math.floor(like.place * paragraphs.length))];
  const end = paragraph?.text.length ?? 0;
  return { language, paragraphId: paragraph?.id ?? '', start: end, end };
}

/** One report instead of a flood: so many differ that the row, not each value, is what is wrong. */
const FLOOD = 5;

/** Reports as they are, or one for all of them where a row is so full that its paragraphs cannot belong together. */
export function withoutFlood<Message extends string>(
  reports: readonly Report<Message>[],
  values: number,
): readonly Report<Message | 'many'>[] {
  const [first] = reports;
  if (!first || reports.length < FLOOD || reports.length < values / 2) return reports;
  return [{ message: 'many', params: { count: reports.length }, spans: first.spans }];
}
