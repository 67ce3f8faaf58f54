import { LANGUAGES, type Language } from '../../model/language';
import { nameKey } from '../../text/name-key';
import { nameStems } from '../../text/name-stems';
import { remember } from '../../text/remember';
import type { CheckedRow } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import { conceptsAt, conceptsIn } from './concepts';
import { nameLikeness, namesIn, placeInRow, type PlacedName } from './name-facts';

/** A name that one version has where the two others have another. */
export interface OtherName {
  readonly odd: PlacedName;
  readonly pair: readonly [PlacedName, PlacedName];
}

/** Of longer rows the names are not compared: each is held against each. */
const MOST_NAMES = 60;

/** Shorter names are taken for too much else. */
const SHORTEST = 3;

/** From this likeness of their sounds up, 0 to 1, two names may be one in two spellings. */
const ALIKE = 0.6;

/** How far from the place of a name the one in its place may stand, as a share of the text. */
const NEAR = 0.15;

/** Surnames of the region, whose spelling in one alphabet tells that in the other. */
const SURNAME = /(?:[oe]va?|uulu|kizi)$/;

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

const ruKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'ru'));
const kyKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'ky'));
const enKeys = remember(MOST_WORDS, (word) => keysOfStems(word, 'en'));

function keysOfStems(word: string, language: Language): readonly string[] {
  return [...new Set(nameStems(word.toLowerCase().replaceAll('ё', 'е'), language).map(nameKey))];
}

/** What a name may be written as in any version, without its endings. */
function keysOf({ text, language }: PlacedName): readonly string[] {
  return { ru: ruKeys, ky: kyKeys, en: enKeys }[language](text).filter(({ length }) => length >= SHORTEST);
}

function isSame(a: PlacedName, b: PlacedName): boolean {
  const keys = keysOf(a);
  return keysOf(b).some((key) => keys.includes(key));
}

/**
 * Names of one version that stand in the place of another name of the two others: by one letter where both others
 * agree on it, as a name repeated instead, or as another surname. Only where a row leaves one name over on both sides.
 */
export const otherNames = readRowOnce((row): readonly OtherName[] => {
  const names = LANGUAGES.map((language) => comparable(row, language));
  if (names.some(({ length }) => length === 0 || length > MOST_NAMES)) return [];
  return LANGUAGES.flatMap((language) => otherIn(row, language));
});

function comparable(row: CheckedRow, language: Language): readonly PlacedName[] {
  return namesIn(row, language).filter(({ abbreviation, text }) => !abbreviation && text.length >= SHORTEST);
}

function otherIn(row: CheckedRow, language: Language): readonly OtherName[] {
  const [x = 'ru', y = 'ru'] = LANGUAGES.filter((other) => other !== language);
  const [theirs, lone] = matched(comparable(row, x), comparable(row, y), isSame);
  const pairOf = new Map(theirs.map((pair) => [pair[0], pair]));
  const [exact, left, here] = matched([...pairOf.keys()], comparable(row, language), (a, b) =>
    (pairOf.get(a) ?? [a]).some((name) => isSame(name, b)),
  );
  // One name in another spelling, if it is not one letter of a surname that is another.
  const [, unsaid, unknown] = matched(
    left,
    here,
    (a, b) => nameLikeness(a, b) >= ALIKE && !isOtherSurname(pairOf.get(a), b) && !sharesPart(a, b),
  );
  const missing = unsaid.filter((name) => (pairOf.get(name) ?? []).some(isCertain));
  const said = new Set([x, y].flatMap((other) => [...conceptsIn(row, other)]));
  const strange = unknown.filter(
    (name) => isCertain(name) && !conceptsAt(row, name).some((concept) => said.has(concept)),
  );
  const [first, odd] = [missing[0], strange[0]];
  const pair = first && pairOf.get(first);
  if (!pair || !odd || missing.length > 1 || strange.length > 1) return [];
  // A name that only one other version has too is no slip.
  const singles = [
    ...lone,
    ...comparable(row, y).filter((name) => theirs.every(([, other]) => other !== name)),
  ];
  if (singles.some((name) => isSame(name, odd) || nameLikeness(name, odd) >= ALIKE)) return [];
  const isRepeated = exact.some(([, other]) => isSame(other, odd));
  const isKnown = pair.some((name) =>
    conceptsAt(row, name).some((concept) => conceptsAt(row, odd).includes(concept)),
  );
  const isOther =
    isOtherSurname(pair, odd) ||
    (isRepeated && Math.abs(placeInRow(row, pair[0]) - placeInRow(row, odd)) < NEAR) ||
    [odd, ...pair].every((name) => keysOf(name).some((key) => SURNAME.test(key))) ||
    sharesPart(odd, pair[0]);
  return isOther && !isKnown ? [{ odd, pair }] : [];
}

/** A capital that is not forced, or a surname. */
function isCertain(name: PlacedName): boolean {
  return !name.forced || keysOf(name).some((key) => SURNAME.test(key));
}

/** Puts together what is alike, each once; the rest of both is left. */
function matched(
  a: readonly PlacedName[],
  b: readonly PlacedName[],
  isAlike: (one: PlacedName, other: PlacedName) => boolean,
): readonly [(readonly [PlacedName, PlacedName])[], readonly PlacedName[], readonly PlacedName[]] {
  const free = [...b];
  const pairs: (readonly [PlacedName, PlacedName])[] = [];
  const left = a.filter((one) => {
    const at = free.findIndex((other) => isAlike(one, other));
    const [other] = at < 0 ? [] : free.splice(at, 1);
    if (other) pairs.push([one, other]);
    return !other;
  });
  return [pairs, left, free];
}

/** Osmanov where both others have Осмонов: one letter replaced, or other consonants. */
function isOtherSurname(pair: OtherName['pair'] | undefined, odd: PlacedName): boolean {
  if (!pair) return false;
  const own = keysOf(odd).filter((key) => SURNAME.test(key));
  const agreed = keysOf(pair[0]).filter((key) => SURNAME.test(key) && keysOf(pair[1]).includes(key));
  return (
    agreed.some((key) =>
      own.every((other) => isReplaced(key, other) || consonantsOf(key) !== consonantsOf(other)),
    ) && own.length > 0
  );
}

/** What romanisations of one surname do not differ in. */
function consonantsOf(key: string): string {
  return key.replaceAll(/[aeiou]/g, '');
}

function isReplaced(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).filter((letter, n) => letter !== b[n]).length === 1;
}

/** Чон-Кемин and Кичи-Кемин. */
function sharesPart(a: PlacedName, b: PlacedName): boolean {
  const [x, y] = [a, b].map(({ text }) => text.split('-').map((part) => nameKey(part).slice(0, 5)));
  return x?.length === 2 && y?.length === 2 && x[0] !== y[0] && x[1] === y[1];
}
