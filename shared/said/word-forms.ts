import { kyrgyzAnalyser } from '../align/kyrgyz';
import { stemOf } from '../align/stems';
import type { Language } from '../model/language';
import { nameStems } from '../text/name-stems';
import { remember } from '../text/remember';

/** What two forms of one word have in common: each is a stem it may have. */
export type Forms = ReadonlySet<string>;

/** Words to be remembered: those of many articles, not of a library. */
const MOST_WORDS = 50_000;

/** A shorter beginning of a Kyrgyz word that no lexicon knows is the beginning of too many others. */
const SHORTEST = 4;

const READ: Readonly<Record<Language, (word: string) => Forms>> = {
  ru: remember(MOST_WORDS, (word) => new Set([stemOf(word, 'ru')])),
  ky: remember(MOST_WORDS, readKyrgyz),
  // The s of "loss" is no ending.
  en: remember(MOST_WORDS, (word) => new Set([word.endsWith('ss') ? word : stemOf(word, 'en')])),
};

/** What a word, in whatever case, may be a form of. */
export function formsOf(word: string, language: Language): Forms {
  return READ[language](word.toLowerCase());
}

/** Whether two words may be forms of one. */
export function shareForm(a: Forms, b: Forms): boolean {
  for (const form of a) if (b.has(form)) return true;
  return false;
}

/**
 * By the grammar where a lexicon knows the stem; a name, or a word it does not know, by the endings it may have. The lexicon
 * has many words in some form of theirs, so more than one stem counts; but not what is another word: жолдош is none of жол.
 */
function readKyrgyz(word: string): Forms {
  const known = kyrgyzAnalyser()(word);
  const declined = nameStems(word, 'ky');
  const nouns = known.filter(
    ({ partOfSpeech, suffixes }) =>
      partOfSpeech !== 'verb' && declined.includes(word.slice(0, word.length - suffixes.join('').length)),
  );
  const stems = (nouns.length > 0 ? nouns : known.slice(0, 1)).map(({ stem }) => stem);
  const guessed = declined.filter((stem) => stem === word || stem.length >= SHORTEST);
  return new Set((stems.length > 0 ? stems : guessed).map((stem) => stemOf(stem, 'ky')));
}
