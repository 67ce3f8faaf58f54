import { soundsOf } from '../../align/sounds';
import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { CheckedRow } from '../engine/check';
import { readOnce } from '../engine/read-once';
import { compareWords } from './found-again';
import { lengthOff, type Measured } from './lengths';

/** A paragraph of a version that stands where the two others do not have it. */
export interface OutOfOrder {
  readonly language: Language;
  readonly paragraph: Paragraph;
  /** The row it stands in. */
  readonly from: CheckedRow;
  /** The row it belongs in: its version has nothing there, or a paragraph that belongs in `from`. */
  readonly to: CheckedRow;
  /** What its version has between the two. */
  readonly between: readonly Paragraph[];
}

/** How many rows away a paragraph is looked for. */
const REACH = 6;

/**
 * How much of what tells a paragraph from those around it has to be found again, 0 to 1: in each of the others, and on
 * average. Set by hand, with the length, on translations in which paragraphs changed places, or in which one version
 * lacked a paragraph next to one that the two others lacked (540 times; once it was taken for a move).
 */
const LEAST_FOUND = 0.15;
const MEAN_FOUND = 0.22;

/** How many standard deviations its length may be off. */
const LENGTH_OFF = 2.5;

/** How much more has to be found across than straight on, where both rows have all versions. */
const MORE_ACROSS = 0.2;

/** Shorter paragraphs, in UTF-16 units, say too little to be told apart: items of lists, names of sections. */
const SHORTEST = 25;

/** So many pairs of rows are compared, so that texts that do not belong together take no longer. */
const MOST_COMPARED = 60;

interface Candidate {
  readonly language: Language;
  readonly from: number;
  readonly to: number;
}

/**
 * The paragraphs that one version has in another order than the two others. The aligner never crosses: such a paragraph
 * stands alone in its row, near one that its version lacks. In rows that people arranged, two may hold each
 * other's. No row is in two of them.
 */
export function findOutOfOrder(rows: readonly CheckedRow[]): readonly OutOfOrder[] {
  const found: OutOfOrder[] = [];
  const taken = new Set<number>();
  for (const { language, from, to } of candidatesIn(rows).slice(0, MOST_COMPARED)) {
    const [here, there] = [rows[from], rows[to]];
    const paragraph = here?.all[language][0];
    if (!there || !paragraph || taken.has(from) || taken.has(to)) continue;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    if (!belongs(rows.slice(Math.max(0, first - 1), last + 2), here, there, language)) continue;
    taken.add(from).add(to);
    const between = rows.slice(first + 1, last).flatMap(({ all }) => all[language]);
    found.push({ language, paragraph, from: here, to: there, between });
  }
  return found;
}

/** What may be out of order, told without reading words: the nearest first. */
function candidatesIn(rows: readonly CheckedRow[]): readonly Candidate[] {
  const lone = rows.flatMap((row, from) => {
    const [language, ...more] = LANGUAGES.filter((each) => row.all[each].length > 0);
    return language && more.length === 0 && isMovable(row, language) ? [{ language, from }] : [];
  });
  const moved = lone.flatMap(({ language, from }) =>
    around(from)
      .filter((to) => rows[to] && isGap(rows[to], language) && standsBetween(rows, language, from, to))
      .map((to) => ({ language, from, to })),
  );
  const swapped = rows.flatMap((row, from) => {
    const below = rows[from + 1];
    return below ? crossedIn(row, below).map((language) => ({ language, from, to: from + 1 })) : [];
  });
  return [...moved, ...swapped];
}

/** Without anything between, the text is in order, and only the rows are apart. */
function standsBetween(rows: readonly CheckedRow[], language: Language, from: number, to: number): boolean {
  return rows.slice(Math.min(from, to) + 1, Math.max(from, to)).some(({ all }) => all[language].length > 0);
}

function around(from: number): readonly number[] {
  return Array.from({ length: REACH }, (_, n) => [from + n + 1, from - n - 1]).flat();
}

function isMovable({ all }: CheckedRow, language: Language): boolean {
  const [paragraph, ...more] = all[language];
  return paragraph !== undefined && more.length === 0 && canMove(paragraph);
}

function canMove({ role, adapted, text }: Paragraph): boolean {
  return role !== 'tableCell' && !adapted && text.length >= SHORTEST;
}

function isGap({ all }: CheckedRow, language: Language): boolean {
  return LANGUAGES.every((each) =>
    each === language ? all[each].length === 0 : all[each].length > 0 && all[each].every(canMove),
  );
}

/** Numbers, and words with a capital by their sound. */
const signsOf = readOnce(({ text }): ReadonlySet<string> => {
  const signs = [...text.matchAll(/\d+|\p{Lu}\p{L}{2,}/gu)].map(([sign]) =>
    /^\d/.test(sign) ? sign : soundsOf(sign),
  );
  return new Set(signs.filter((sign) => sign.length > 1));
});

/** By the paragraphs of the row: nearly all pairs are the same after an edit. */
const crossed = new WeakMap<object, { readonly below: object; readonly languages: readonly Language[] }>();

/** The versions that may have the texts of two rows the other way round. */
function crossedIn(row: CheckedRow, below: CheckedRow): readonly Language[] {
  const before = crossed.get(row.all);
  if (before?.below === below.all) return before.languages;
  const languages = LANGUAGES.filter(
    (language) => isMovable(row, language) && isMovable(below, language) && isCrossed(row, below, language),
  );
  crossed.set(row.all, { below: below.all, languages });
  return languages;
}

/** Whether both others have the signs of two rows of this version the other way round. */
function isCrossed(a: CheckedRow, b: CheckedRow, language: Language): boolean {
  const shared = (row: CheckedRow, beside: CheckedRow, other: Language): number => {
    const signs = row.all[language].flatMap((each) => [...signsOf(each, language)]);
    const there = beside.all[other].map((each) => signsOf(each, other));
    return signs.filter((sign) => there.some((each) => each.has(sign))).length;
  };
  return LANGUAGES.every(
    (other) =>
      other === language ||
      (a.all[other].length > 0 &&
        b.all[other].length > 0 &&
        shared(a, b, other) + shared(b, a, other) > shared(a, a, other) + shared(b, b, other)),
  );
}

interface Compared {
  readonly window: readonly CheckedRow[];
  readonly to: CheckedRow;
  readonly answer: boolean;
}

/** By the paragraphs of the row, which are the same as long as nobody changes them. */
const compared = new WeakMap<object, Compared[]>();

/** Whether what a version has in one row says what the others have in another, in a window of rows around both. */
function belongs(
  window: readonly CheckedRow[],
  from: CheckedRow,
  to: CheckedRow,
  language: Language,
): boolean {
  const known = compared.get(from.all) ?? [];
  const isSame = (each: Compared): boolean =>
    each.to.all === to.all &&
    each.window.length === window.length &&
    each.window.every(({ all }, n) => all === window[n]?.all);
  const before = known.find(isSame);
  if (before) return before.answer;
  const answer = compare(window, from, to, language);
  compared.set(from.all, [...known.slice(1 - 2 * REACH), { window, to, answer }]);
  return answer;
}

function compare(
  window: readonly CheckedRow[],
  from: CheckedRow,
  to: CheckedRow,
  language: Language,
): boolean {
  const others = LANGUAGES.filter((other) => other !== language);
  const isCrossing = to.all[language].length > 0;
  if (!fits(from, to, language, others)) return false;
  if (isCrossing && !fits(to, from, language, others)) return false;
  const likeness = likenessIn(window);
  const across = others.map((other) => likeness(language, from, other, to));
  if (!isTelling(across)) return false;
  if (!isCrossing) return true;
  const back = others.map((other) => likeness(language, to, other, from));
  return (
    isTelling(back) &&
    others.every((other, n) => {
      const straight = likeness(language, from, other, from) + likeness(language, to, other, to);
      return ((across[n] ?? 0) + (back[n] ?? 0) - straight) / 2 >= MORE_ACROSS;
    })
  );
}

function isTelling(found: readonly number[]): boolean {
  return (
    Math.min(...found) >= LEAST_FOUND &&
    found.reduce((sum, each) => sum + each, 0) / found.length >= MEAN_FOUND
  );
}

function fits(from: CheckedRow, to: CheckedRow, language: Language, others: readonly Language[]): boolean {
  const measure = (row: CheckedRow, each: Language): Measured => ({
    language: each,
    length: row.all[each].reduce((sum, { text }) => sum + text.length, 0),
  });
  const off = lengthOff(
    measure(from, language),
    others.map((other) => measure(to, other)),
  );
  return Math.abs(off) <= LENGTH_OFF;
}

/** How much of the texts of two rows is found again in each other, of what the rows around do not say, 0 to 1. */
function likenessIn(
  window: readonly CheckedRow[],
): (language: Language, row: CheckedRow, other: Language, beside: CheckedRow) => number {
  const places = perLanguage((language) => {
    let before = 0;
    return window.map(({ all }) => all[language].map(() => before++));
  });
  const found = compareWords(
    perLanguage((language) => window.flatMap(({ all }) => all[language].map(({ text }) => text))),
  );
  const inside = (language: Language, row: CheckedRow): readonly number[] =>
    places[language][window.indexOf(row)] ?? [];
  const outside = (language: Language, row: CheckedRow): readonly number[] =>
    places[language].filter((_, n) => window[n] !== row).flat();
  return (language, row, other, beside) => {
    const [here, there] = [inside(language, row), inside(other, beside)];
    const forth = found(language, here, outside(language, row), other, there);
    return (forth + found(other, there, outside(other, beside), language, here)) / 2;
  };
}
