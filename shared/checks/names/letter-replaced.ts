import type { PerLanguage } from '../../model/language';
import { nameKey } from '../../text/name-key';
import { nameLikeness, SAME, type PlacedName } from './name-facts';
import { consonantsOf, isReplaced, isSameKey, keysOf } from './name-keys';

/** A name that differs by a letter from what the two others agree on. */
export interface SlippedName {
  readonly odd: PlacedName;
  readonly pair: readonly [PlacedName, PlacedName];
}

/** Fewer letters of a key tell no name from another by one of them. */
const FEWEST = 5;

/** Fewer consonants do not tell an English name. */
const FEWEST_CONSONANTS = 3;

/** By so much more the English name has to sound like the right one, 0 to 1. */
const CLEARLY = 0.06;

/** Consonants that no alphabet writes for each other. */
const PLAIN_CONSONANTS =
  /^(?:[bp][dflmnrt]|[dt][bflmnrp]|f[bdlmnrt]|[lr][bdfmnpt]|[mn][bdfprt]|v[dlmnrt]|[dlmnrt]v|m[lrn]|n[lrm]|lr|rl)$/;

/** By which vowels the other alphabet writes an English one. */
const VOWELS_FOR: Readonly<Record<string, string>> = { a: 'ae', e: 'ei', i: 'ie', o: 'oau', u: 'uai' };

/** Where English reads "a" as "o": Hall, Walter. */
const BROAD_A = /^[lv]$/;

/**
 * Whether a name out of any language differs by one letter from what both others agree on, and by one that is no matter
 * of how the alphabets write a sound: Marlin where both others have Мартин, Тандулкар for Tendulkar and Тендулкар.
 */
export function isLetterReplaced(pair: SlippedName['pair'] | undefined, odd: PlacedName): boolean {
  const cyrillic = pair?.find(({ language }) => language !== 'en');
  const latin = [...(pair ?? []), odd].find(({ language }) => language === 'en');
  if (!pair || !cyrillic || !latin) return false;
  return keysOf(cyrillic).some((key) => {
    if (key.length < FEWEST) return false;
    if (odd !== latin) return keysOf(odd).some((other) => isSlip(key, other, latin));
    const right = consonantsOf(key);
    const wrong = consonantsOf(spokenKey(latin));
    return (
      right.length >= FEWEST_CONSONANTS &&
      pair.every((name) => keysOf(name).includes(key)) &&
      isReplaced(right, wrong) &&
      PLAIN_CONSONANTS.test(changeBetween(right, wrong).letters)
    );
  });
}

/**
 * Names that Russian and Kyrgyz write with one letter for another, of which English tells the right one: Чинеше where
 * the others have Чивеше and Chiweshe. Takes the names of one row.
 */
export function slippedNames({ ru, ky, en }: PerLanguage<readonly PlacedName[]>): readonly SlippedName[] {
  const only = (names: readonly PlacedName[], others: readonly PlacedName[]) =>
    names.filter((name) => !name.forced && !others.some((other) => isSameKey(name, other)));
  const [inRu, inKy] = [only(ru, ky), only(ky, ru)];
  return inRu.flatMap((a) =>
    inKy.flatMap((b): SlippedName[] => {
      if (!differByOne(a, b)) return [];
      for (const [right, odd] of [
        [a, b],
        [b, a],
      ] as const) {
        const latin = en.find(
          (name) =>
            nameLikeness(name, right) >= SAME &&
            nameLikeness(name, right) > nameLikeness(name, odd) + CLEARLY,
        );
        if (latin && keysOf(right).some((key) => keysOf(odd).some((other) => isSlip(key, other, latin))))
          return [{ odd, pair: [right, latin] }];
      }
      return [];
    }),
  );
}

function differByOne(a: PlacedName, b: PlacedName): boolean {
  return keysOf(a).some((key) => key.length >= FEWEST && keysOf(b).some((other) => isReplaced(key, other)));
}

/** Whether a Cyrillic name has a letter for another that the English name speaks against. */
function isSlip(right: string, wrong: string, latin: PlacedName): boolean {
  if (right.length < FEWEST || !isReplaced(right, wrong)) return false;
  const { at, letters } = changeBetween(right, wrong);
  if (isVowel(letters.charAt(0)) !== isVowel(letters.charAt(1))) return false;
  const english = spokenKey(latin);
  if (!isVowel(letters.charAt(0)))
    return (
      PLAIN_CONSONANTS.test(letters) &&
      english.includes(letters.charAt(0)) &&
      !english.includes(letters.charAt(1))
    );
  // The last may be one of an ending.
  if (at === right.length - 1 || english !== right) return false;
  const beside = [right.charAt(at - 1), right.charAt(at + 1)];
  if (letters === 'ao' && beside.some((letter) => BROAD_A.test(letter))) return false;
  return !VOWELS_FOR[letters.charAt(0)]?.includes(letters.charAt(1));
}

/** Where two keys differ by a letter, and the letter of the one and of the other. */
function changeBetween(a: string, b: string): { readonly at: number; readonly letters: string } {
  const at = Array.from(a).findIndex((letter, n) => letter !== b.charAt(n));
  return { at, letters: a.charAt(at) + b.charAt(at) };
}

function isVowel(letter: string): boolean {
  return 'aeiou'.includes(letter);
}

/** The key of an English name as it is spoken. */
function spokenKey({ text }: PlacedName): string {
  return nameKey(
    text
      .replace(/c(?=[eiy])/gi, 's')
      .replace(/ck|c(?!h)/gi, 'k')
      .replace(/ph/gi, 'f')
      .replace(/w/gi, 'v'),
  );
}
