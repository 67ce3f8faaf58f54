import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import { remember } from '../text/remember';
import { kyrgyzAnalyser } from './kyrgyz';
import { LEXICON_TEXTS } from './lexicon-texts';
import { stemOf, stemsOf } from './stems';

/** Something words of all three languages stand for: the lexicon and the line it is named in. */
type Concept = string;

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: Concept;
}

interface Vocabulary {
  readonly add: (equivalent: string, concept: Concept) => void;
  /** By the stem of their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** What it knows of a word in lower case. */
  readonly lookUp: (word: string) => Form;
}

/** What the lexicon knows of one word as it stands in a text. */
interface Form {
  readonly concepts: readonly Concept[];
  /** Of its possible stems those some phrase has. */
  readonly phraseStems: readonly string[];
}

const WORD = /[^\s-]+/g;

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

/** The concepts each word of a sentence may stand for, alone or as a part of a phrase. */
export type Lexicon = (words: readonly string[], language: Language) => readonly (readonly Concept[])[];

let seed: Lexicon | undefined;

/** The lexicon that comes with Triptych, made when it is first needed. */
export function seedLexicon(): Lexicon {
  seed ??= makeLexicon(LEXICON_TEXTS.join('\n'), 'concept');
  return seed;
}

let common: PerLanguage<ReadonlySet<string>> | undefined;

/**
 * Whether the lexicon that comes with Triptych knows a word as no name, but as one that is written small: "internet".
 * What it does not know may be either.
 */
export function isCommonWord(word: string, language: Language): boolean {
  common ??= perLanguage((each) => commonStems(LANGUAGES.indexOf(each), each));
  const stems = common[language];
  return stemsOf(word.toLowerCase(), language).some((stem) => stems.has(stem));
}

function commonStems(axis: number, language: Language): ReadonlySet<string> {
  return new Set(
    LEXICON_TEXTS.flatMap((text) =>
      text.split('\n').flatMap((line) =>
        line.startsWith('# ')
          ? []
          : (line.split('|')[axis]?.split(',') ?? []).flatMap((equivalent) => {
              const word = equivalent.trim();
              return /^\p{Ll}+-?$/u.test(word) ? [stemOf(word.replace('-', ''), language)] : [];
            }),
      ),
    ),
  );
}

/**
 * A lexicon out of lines `ru | ky | en` with commas between equivalents; lines of another form say nothing.
 *
 * @param name what its concepts are told apart from those of other lexicons by
 */
export function makeLexicon(text: string, name: string): Lexicon {
  const vocabularies = perLanguage(makeVocabulary);
  text.split('\n').forEach((line, n) => {
    if (line.startsWith('# ')) return;
    const concept = `${name} ${n}`;
    const fields = line.toLowerCase().split('|');
    LANGUAGES.forEach((language, axis) => {
      for (const equivalent of fields[axis]?.split(',') ?? [])
        vocabularies[language].add(equivalent, concept);
    });
  });
  return (words, language) => {
    const { lookUp, phrases } = vocabularies[language];
    const forms = words.map((word) => lookUp(word.toLowerCase()));
    const concepts = forms.map((form) => [...form.concepts]);
    forms.forEach((form, at) => {
      for (const phrase of form.phraseStems.flatMap((stem) => phrases.get(stem) ?? [])) {
        if (phrase.stems.every((stem, n) => forms[at + n]?.phraseStems.includes(stem)))
          phrase.stems.forEach((_, n) => concepts[at + n]?.push(phrase.concept));
      }
    });
    return concepts;
  };
}

function makeVocabulary(language: Language): Vocabulary {
  const words = new Map<string, Concept[]>();
  const phrases = new Map<string, Phrase[]>();
  const phraseStems = new Set<string>();
  return {
    phrases,
    add: (equivalent, concept) => {
      const stems = (equivalent.match(WORD) ?? []).map((word) => stemOf(word, language));
      const [first] = stems;
      if (first === undefined) return;
      if (stems.length === 1) return push(words, first, concept);
      push(phrases, first, { stems, concept });
      for (const stem of stems) phraseStems.add(stem);
    },
    lookUp: remember(MOST_WORDS, (word) => {
      const stems = stemsOf(word, language);
      const analysed = language === 'ky' ? stemsInGrammar(word).filter((stem) => words.has(stem)) : [];
      // Where the grammar knows none, any stem will do that is in the lexicon. Counting all of them finds no more.
      const known = (analysed.length > 0 ? analysed : stems.filter((stem) => words.has(stem))).slice(0, 1);
      return {
        concepts: known.flatMap((stem) => words.get(stem) ?? []),
        phraseStems: stems.filter((stem) => phraseStems.has(stem)),
      };
    }),
  };
}

/** What a Kyrgyz word may be a form of by the grammar, the longest stem first. */
function stemsInGrammar(word: string): readonly string[] {
  return [...new Set(kyrgyzAnalyser()(word).map(({ stem }) => stemOf(stem, 'ky')))];
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
