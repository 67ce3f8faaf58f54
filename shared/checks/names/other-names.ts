import { isCommonWord } from '../../align/lexicon';
import { LANGUAGES, perLanguage, type Language } from '../../model/language';
import { readCalendarWord } from '../../text/month-words';
import { nameKey } from '../../text/name-key';
import type { CheckedRow } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import { conceptsAt, conceptsIn } from './concepts';
import { nameLikeness, namesIn, placeInRow, SAME, type PlacedName } from './name-facts';
import { consonantsOf, isReplaced, isSameKey, keysOf, SHORTEST } from './name-keys';
import { isLetterReplaced, slippedNames } from './letter-replaced';

/** A name that one version has where the two others have another. */
export interface OtherName {
  readonly odd: PlacedName;
  readonly pair: readonly [PlacedName, PlacedName];
}

/** Of longer rows the names are not compared: each is held against each. */
const MOST_NAMES = 60;

/** From this likeness of their sounds up, 0 to 1, two names may be one in two spellings. */
const ALIKE = 0.6;

/** How far from the place of a name the one in its place may stand, as a share of the text. */
const NEAR = 0.15;

/** Surnames of the region, whose spelling in one alphabet tells that in the other. */
const SURNAME = /(?:[oe]va?|uulu|kizi)$/;

/**
 * Names of one version that stand in the place of another name of the two others: by one letter where both others
 * agree on it, as a name repeated instead, or as another surname. Only where a row leaves one name over on both sides.
 */
export const otherNames = readRowOnce((row): readonly OtherName[] => {
  const names = LANGUAGES.map((language) => comparable(row, language));
  if (names.some(({ length }) => length === 0 || length > MOST_NAMES)) return [];
  const slipped = slippedNames(perLanguage((language) => comparable(row, language)));
  const others = LANGUAGES.flatMap((language) => otherIn(row, language));
  return [...slipped, ...others.filter(({ odd }) => slipped.every((slip) => slip.odd !== odd))];
});

function comparable(row: CheckedRow, language: Language): readonly PlacedName[] {
  return namesIn(row, language).filter(({ abbreviation, text }) => !abbreviation && text.length >= SHORTEST);
}

function otherIn(row: CheckedRow, language: Language): readonly OtherName[] {
  const [x = 'ru', y = 'ru'] = LANGUAGES.filter((other) => other !== language);
  const [theirs, lone] = matched(comparable(row, x), comparable(row, y), isSameKey);
  const pairOf = new Map(theirs.map((pair) => [pair[0], pair]));
  const [exact, left, here] = matched([...pairOf.keys()], comparable(row, language), (a, b) =>
    (pairOf.get(a) ?? [a]).some((name) => isSameKey(name, b)),
  );
  // One name in another spelling, if it is not one letter of a surname that is another.
  const [, unsaid, unknown] = matched(
    left,
    here,
    (a, b) =>
      nameLikeness(a, b) >= ALIKE &&
      !isOtherSurname(pairOf.get(a), b) &&
      !isLetterReplaced(pairOf.get(a), b) &&
      !sharesPart(a, b),
  );
  const said = new Set([x, y].flatMap((other) => [...conceptsIn(row, other)]));
  // A name that only one other version has too is no slip.
  const singles = [
    ...lone,
    ...comparable(row, y).filter((name) => theirs.every(([, other]) => other !== name)),
  ];
  const strange = unknown.filter(
    (name) =>
      !conceptsAt(row, name).some((concept) => said.has(concept)) &&
      !singles.some((other) => isSameKey(other, name) || nameLikeness(other, name) >= ALIKE),
  );
  const missing = [...pairOf.values()].filter(([first]) => unsaid.includes(first));
  const sure = missing.flatMap((pair): OtherName[] => {
    const odd = strange.find((name) => isLetterReplaced(pair, name) || isBesideTheSame(row, pair, name));
    const isSaid = comparable(row, language).some(
      (name) => name !== odd && pair.some((own) => nameLikeness(own, name) >= SAME),
    );
    return odd && !isSaid ? [{ odd, pair }] : [];
  });
  if (sure.length > 0) return sure;
  const [pair, ...pairs] = missing.filter((each) => each.some(isCertain));
  const [odd, ...others] = strange.filter(isCertain);
  if (!pair || !odd || pairs.length > 0 || others.length > 0) return [];
  const isRepeated = exact.some(([, other]) => isSameKey(other, odd));
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

/** A capital that is not forced, or a surname; no month. */
function isCertain(name: PlacedName): boolean {
  if (readCalendarWord(name.text, 'month', name.language) !== null) return false;
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

/** Another given name before the same surname; a word like "president" is none. */
function isBesideTheSame(row: CheckedRow, pair: OtherName['pair'], odd: PlacedName): boolean {
  const isWord = ({ text, language }: PlacedName) => isCommonWord(text, language);
  if (odd.text.length <= SHORTEST || isWord(odd) || pair.every(isWord)) return false;
  if (odd.forced && !pair.every(({ forced }) => forced)) return false;
  const besides = [odd, ...pair].map((name) =>
    namesIn(row, name.language).filter(
      (mate) => mate !== name && mate.run === name.run && mate.paragraphId === name.paragraphId,
    ),
  );
  return (
    besides[0]?.some((mate) =>
      besides.slice(1).every((mates) => mates.some((other) => isSameKey(mate, other))),
    ) ?? false
  );
}

/** Чон-Кемин and Кичи-Кемин. */
function sharesPart(a: PlacedName, b: PlacedName): boolean {
  const [x, y] = [a, b].map(({ text }) => text.split('-').map((part) => nameKey(part).slice(0, 5)));
  return x?.length === 2 && y?.length === 2 && x[0] !== y[0] && x[1] === y[1];
}
