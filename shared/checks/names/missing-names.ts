import { soundsOf } from '../../align/sounds';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../model/language';
import { soundLikeness, type Phones } from '../../text/sound-likeness';
import type { CheckedRow } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import { conceptsAt, conceptsIn } from './concepts';
import { nameLikeness, namesIn, placeInRow, phonesOf, SAME, wordsOf, type PlacedName } from './name-facts';

/** A name that two versions of a row have and the third lacks. */
export interface MissingName {
  readonly language: Language;
  /** The name where it stands in the two others. */
  readonly pair: NamePair;
  /** Whether another name stands in its place, which may be a translation of it. */
  readonly replaced: boolean;
}

/** One name in two versions. */
export type NamePair = readonly [PlacedName, PlacedName];

/** From this likeness up a word may be a translation of a name. */
const PERHAPS = 0.6;

/** A word without a capital has to sound more alike. */
const SPOKEN = 0.85;

/** How many sounds in a row are more than chance. */
const DISTINCT = 5;

/** Shorter names sound like too much else. */
const SHORTEST = 3;

/** How far from the place of a name its translation may stand, as a share of the text. */
const NEAR = 0.2;

/** Of longer rows the names are not compared: each is held against each. */
const MOST_NAMES = 150;

/** How the names of the versions of a row compare. */
interface RowNames {
  /** What one version lacks, as far as the row alone can tell. */
  readonly missing: readonly MissingName[];
  /** For each version, the sounds of names it has together with the two others. */
  readonly shared: PerLanguage<readonly string[]>;
}

const NONE: RowNames = { missing: [], shared: { ru: [], ky: [], en: [] } };

/** How the names of the versions of a row compare; worked out once for each row. */
export const rowNames = readRowOnce(compareNames);

/** What one name is taken for the same as another by, in other rows. */
export function roughKey([name]: NamePair): string {
  return soundsOf(name.text);
}

function compareNames(row: CheckedRow): RowNames {
  if (LANGUAGES.some((language) => row.compared[language].length === 0)) return NONE;
  if (LANGUAGES.some((language) => namesIn(row, language).length > MOST_NAMES)) return NONE;
  const compared = perLanguage((language) => compareWith(row, language));
  return {
    missing: LANGUAGES.flatMap((language) => compared[language].missing),
    shared: perLanguage((language) => compared[language].shared),
  };
}

/** What one version lacks of the names the two others have, and what it has of them. */
function compareWith(
  row: CheckedRow,
  language: Language,
): { readonly missing: readonly MissingName[]; readonly shared: readonly string[] } {
  const [x = 'en', y = 'en'] = LANGUAGES.filter((other) => other !== language);
  const pairs = pairUp(comparable(row, x), comparable(row, y));
  const lacking = pairs.filter((pair) => !isNamed(namesIn(row, language), pair, pairs));
  const shared = pairs.filter((pair) => !lacking.includes(pair)).map(roughKey);
  if (lacking.length === 0) return { missing: [], shared };
  const phones = spokenIn(row, language);
  const concepts = conceptsIn(row, language);
  const unsaid = lacking.filter((pair) =>
    pair.every(
      (name) =>
        !name.phones.some((sounds) => isSpoken(sounds, phones)) &&
        !conceptsAt(row, name).some((concept) => concepts.has(concept)),
    ),
  );
  if (unsaid.length === 0) return { missing: [], shared };
  const strange = strangeNames(row, language, [x, y]);
  const missing = unsaid.map((pair) => ({
    language,
    pair,
    replaced:
      strange.alone.some((other) => pair.some((name) => isNear(row, other, name))) ||
      strange.all.some((other) => isRenamed(row, pair, other)),
  }));
  return { missing, shared };
}

/** Abbreviations are translated, not written by sound. */
function comparable(row: CheckedRow, language: Language): readonly PlacedName[] {
  return namesIn(row, language).filter(({ abbreviation, text }) => !abbreviation && text.length >= SHORTEST);
}

/** The names both have, each with the one most like it. */
function pairUp(x: readonly PlacedName[], y: readonly PlacedName[]): readonly NamePair[] {
  const taken = new Set<PlacedName>();
  return x.flatMap((a): readonly NamePair[] => {
    let best: PlacedName | undefined;
    let most = SAME;
    for (const b of y) {
      if (taken.has(b)) continue;
      const likeness = nameLikeness(a, b);
      if (likeness < most || (best && likeness === most)) continue;
      best = b;
      most = likeness;
    }
    if (!best) return [];
    taken.add(best);
    return [[a, best]];
  });
}

/** Whether one of these names may be that of a pair, and is not clearly that of another. */
function isNamed(names: readonly PlacedName[], pair: NamePair, pairs: readonly NamePair[]): boolean {
  return names.some((other) => {
    const likeness = Math.max(...pair.map((name) => nameLikeness(name, other)));
    if (likeness >= SAME || pair.some((name) => isWithin(other, name))) return true;
    if (likeness < PERHAPS) return false;
    return !pairs.some((another) => another.every((name) => nameLikeness(name, other) >= SAME));
  });
}

/** Whether a name has another within it: Великобритания, British. */
function isWithin(part: PlacedName, name: PlacedName): boolean {
  const beginning = part.phones[0].sounds.slice(0, DISTINCT - 1);
  return beginning.length === DISTINCT - 1 && name.phones[0].sounds.includes(beginning);
}

/** Whether a word sounds like a name or has it within: южноафриканский, OneIndia. */
function isSpoken(name: Phones, words: readonly Phones[]): boolean {
  const beginning = name.sounds.slice(0, DISTINCT);
  return words.some(
    (word) =>
      soundLikeness(name, word) >= SPOKEN ||
      (beginning.length === DISTINCT && word.sounds.includes(beginning)),
  );
}

/**
 * The names of one version that nothing in the others explains, and of them those that do not stand beside one that
 * is explained: the one in the place of a name may well be its translation, as Кремниевая долина is Silicon Valley.
 */
function strangeNames(
  row: CheckedRow,
  language: Language,
  others: readonly Language[],
): { readonly all: readonly PlacedName[]; readonly alone: readonly PlacedName[] } {
  const here = namesIn(row, language);
  const there = others.flatMap((other) => namesIn(row, other));
  const phones = others.flatMap((other) => spokenIn(row, other));
  const concepts = others.map((other) => conceptsIn(row, other));
  const isStrange = (name: PlacedName): boolean =>
    !name.forced &&
    !there.some((other) => nameLikeness(name, other) >= PERHAPS) &&
    !conceptsAt(row, name).some((concept) => concepts.some((there) => there.has(concept))) &&
    !name.phones.some((sounds) => isSpoken(sounds, phones));
  const all = here.filter(isStrange);
  const alone = all.filter((name) => here.every((mate) => !isMate(name, mate) || all.includes(mate)));
  return { all, alone };
}

/** Whether a strange name stands beside the same one as the missing name: Joan Puig and Хоан Пуч. */
function isRenamed(row: CheckedRow, pair: NamePair, strange: PlacedName): boolean {
  const mates = namesIn(row, strange.language).filter((mate) => isMate(strange, mate));
  return pair.some((name) =>
    namesIn(row, name.language).some(
      (beside) => isMate(name, beside) && mates.some((mate) => nameLikeness(beside, mate) >= SAME),
    ),
  );
}

function isMate(a: PlacedName, b: PlacedName): boolean {
  return a !== b && a.run === b.run && a.paragraphId === b.paragraphId;
}

function isNear(row: CheckedRow, a: PlacedName, b: PlacedName): boolean {
  return Math.abs(placeInRow(row, a) - placeInRow(row, b)) < NEAR;
}

function spokenIn(row: CheckedRow, language: Language): readonly Phones[] {
  return row.compared[language].flatMap((paragraph) =>
    wordsOf(paragraph, language).map(({ text }) => phonesOf(text)),
  );
}
