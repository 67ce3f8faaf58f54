import { kyrgyzAnalyser } from '../../shared/align/kyrgyz';
import type { Analysis } from '../../shared/kyrgyz/analyse';
import { isVowel } from '../../shared/kyrgyz/sounds';
import { meantWords, slipBetween, type Slip } from '../../shared/text/one-edit';

const ALPHABET = 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя';

/** The more suffixes a word takes, the less likely anybody meant it. */
const MOST_SUFFIXES = 4;

/** So many words to choose from are offered. */
const MOST_MEANT = 5;

/** One letter stands for й and a vowel: буюрган, not буйурган. */
const NEVER_WRITTEN = /[аеоөуүыиэ]й[ау]/u;

/** What is known of Kyrgyz words. */
export interface KyrgyzWords {
  /** Whether a word can be made of a stem and suffixes. */
  readonly isKnown: (word: string) => boolean;
  /** For a word that cannot, words that can, one likely slip away, of stems known as Kyrgyz; the likeliest first. */
  readonly meant: (word: string) => readonly string[];
}

/** @param isRussian whether Russian has a word: Kyrgyz uses thousands of them, with its own suffixes */
export function kyrgyzWords(isRussian: (word: string) => boolean): KyrgyzWords {
  // Adjectives lose what makes them Russian ones: легендарный, легендарлуу; нормальный, нормалдуу.
  const isLoan = (word: string): boolean => ['', 'ь', 'ный', 'ьный'].some((end) => isRussian(word + end));
  const isKnown = (word: string): boolean => kyrgyzAnalyser()(word, isLoan).length > 0;
  return { isKnown, meant: (word) => (isKnown(word) ? [] : meantBy(word)) };
}

function meantBy(word: string): readonly string[] {
  const found: { readonly meant: string; readonly cost: number }[] = [];
  for (const meant of new Set(meantWords(word, ALPHABET, 'letters'))) {
    if (meant.charAt(0) !== word.charAt(0) || NEVER_WRITTEN.test(meant)) continue;
    const analyses = kyrgyzAnalyser()(meant);
    const slip = analyses.length === 0 ? null : slipBetween(word, meant);
    if (!slip || (slip.kind === 'other' && isSpelledEither(word.charAt(slip.at), meant.charAt(slip.at))))
      continue;
    const costs = analyses.flatMap((analysis) => costOf(analysis, slip, word, meant));
    if (costs.length > 0) found.push({ meant, cost: Math.min(...costs) });
  }
  const likeliest = found.sort((a, b) => a.cost - b.cost).slice(0, MOST_MEANT);
  return likeliest.map(({ meant }) => meant);
}

/**
 * How likely a slip of each kind is (the less the likelier), and how many letters a stem has at least that tells what was
 * meant, where the slip is in the stem and where it is in its suffixes: many stems are not known, and a letter makes one
 * of another. Fingers swap and double letters in any word; nobody doubles one because a word is new to him.
 */
const KINDS = {
  swapped: { cost: 0, inStem: 3, behind: 3 },
  doubled: { cost: 0.5, inStem: 3, behind: 3 },
  long: { cost: 0.5, inStem: 4, behind: 4 },
  short: { cost: 0.5, inStem: 5, behind: 5 },
  vowel: { cost: 1, inStem: 5, behind: 5 },
  missing: { cost: 1, inStem: 7, behind: 6 },
  other: { cost: 2, inStem: 9, behind: 8 },
  extra: { cost: 3, inStem: 9, behind: 7 },
} as const;

function kindOf({ kind, at }: Slip, word: string, meant: string): keyof typeof KINDS {
  const letter = word.charAt(at);
  if (kind === 'extra' && [word.charAt(at - 1), word.charAt(at + 1)].includes(letter))
    return isVowel(letter) ? 'long' : 'doubled';
  const missed = meant.charAt(at);
  if (kind === 'missing' && isVowel(missed) && [meant.charAt(at - 1), meant.charAt(at + 1)].includes(missed))
    return 'short';
  return kind === 'other' && isVowel(letter) && isVowel(missed) ? 'vowel' : kind;
}

/** What it would cost to have meant this; nothing where nobody can tell. */
function costOf(
  { stem, suffixes }: Analysis,
  slip: Slip,
  word: string,
  meant: string,
): readonly [cost: number] | readonly [] {
  const kind = kindOf(slip, word, meant);
  const { cost, inStem, behind } = KINDS[kind];
  if (suffixes.length > MOST_SUFFIXES || stem.length < (slip.at > stem.length ? behind : inStem)) return [];
  if (isAtEnd(slip, word) && !SURE_AT_END.includes(kind)) return [];
  return [cost + suffixes.length / 2 - stem.length / 4];
}

/** Many write е for the ё of words from Russian: отчет, самолет. */
function isSpelledEither(one: string, other: string): boolean {
  return [one, other].every((letter) => letter === 'е' || letter === 'ё');
}

/** At the end another letter makes another form. */
const SURE_AT_END: readonly (keyof typeof KINDS)[] = ['swapped', 'doubled', 'long', 'short'];

function isAtEnd({ kind, at }: Slip, word: string): boolean {
  return at >= (kind === 'missing' ? word.length : word.length - 1);
}
