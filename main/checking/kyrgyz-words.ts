import { kyrgyzAnalyser } from '../../shared/align/kyrgyz';
import type { Analysis } from '../../shared/kyrgyz/analyse';
import { meantWords, slipBetween, type Slip } from '../../shared/text/one-edit';

const ALPHABET = 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя';

/** So long a stem says what word is meant where two letters changed places or a consonant is doubled. */
const TELLING_STEM = 4;

/** The same where another slip is behind the stem, in its suffixes. */
const SURE_STEM = 5;

/** Where another stem may be meant, one that differs by a letter has to be longer: many are not known. */
const LONG_STEM = 8;

/** The more suffixes a word takes, the less likely anybody meant it. */
const MOST_SUFFIXES = 4;

/** One letter stands for й and a vowel: буюрган, not буйурган. */
const NEVER_WRITTEN = /[аеоөуүыиэ]й[ау]/u;

/** What is known of Kyrgyz words. */
export interface KyrgyzWords {
  /** Whether a word can be made of a stem and suffixes. */
  readonly isKnown: (word: string) => boolean;
  /** For a word that cannot, words that can, one slip away, with a stem that is known as Kyrgyz. */
  readonly meant: (word: string) => readonly string[];
}

/** @param isRussian whether Russian has a word: Kyrgyz uses thousands of them, with its own suffixes */
export function kyrgyzWords(isRussian: (word: string) => boolean): KyrgyzWords {
  // Adjectives lose what makes them Russian ones: легендарный, легендарлуу; нормальный, нормалдуу.
  const isLoan = (word: string): boolean => ['', 'ь', 'ный', 'ьный'].some((end) => isRussian(word + end));
  const isKnown = (word: string): boolean => kyrgyzAnalyser()(word, isLoan).length > 0;
  return {
    isKnown,
    meant: (word) =>
      isKnown(word)
        ? []
        : [...new Set(meantWords(word, ALPHABET))].filter((other) => {
            const slip = NEVER_WRITTEN.test(other) ? null : slipBetween(word, other);
            return (
              slip !== null && kyrgyzAnalyser()(other).some((analysis) => isTelling(analysis, slip, word))
            );
          }),
  };
}

function isTelling({ stem, suffixes }: Analysis, { kind, at }: Slip, word: string): boolean {
  if (stem.length < TELLING_STEM || suffixes.length > MOST_SUFFIXES) return false;
  // Long and short vowels tell words apart: таарын-, тары-.
  const letter = word.charAt(at);
  const isDoubled =
    kind === 'extra' &&
    !/[аеоөуүыиэ]/u.test(letter) &&
    [word.charAt(at - 1), word.charAt(at + 1)].includes(letter);
  if (kind === 'swapped' || isDoubled) return true;
  return stem.length >= (at > stem.length ? SURE_STEM : LONG_STEM);
}
