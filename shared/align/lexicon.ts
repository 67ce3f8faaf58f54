import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import economy from './lexicon/economy.txt?raw';
import general from './lexicon/general.txt?raw';
import names from './lexicon/names.txt?raw';
import state from './lexicon/state.txt?raw';
import { stemOf, stemsOf } from './stems';

/** Something words of all three languages stand for: the number of its line. */
type Concept = number;

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: Concept;
}

interface Vocabulary {
  readonly words: ReadonlyMap<string, readonly Concept[]>;
  /** By the stem of their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** The seed lexicon: one line for each concept, the equivalents of ru, ky and en between bars. */
export const LEXICON_TEXTS = [state, economy, general, names];

let compiled: PerLanguage<Vocabulary> | undefined;

/** The concepts each word of a sentence may stand for, alone or as a part of a phrase. */
export function conceptsOf(words: readonly string[], language: Language): readonly (readonly Concept[])[] {
  compiled ??= compile(LEXICON_TEXTS.join('\n'));
  const vocabulary = compiled[language];
  const stems = words.map((word) => stemsOf(word.toLowerCase(), language));
  const concepts = stems.map((forms): Concept[] => {
    const known = forms.find((form) => vocabulary.words.has(form));
    return known === undefined ? [] : [...(vocabulary.words.get(known) ?? [])];
  });
  stems.forEach((forms, at) => {
    for (const phrase of forms.flatMap((form) => vocabulary.phrases.get(form) ?? [])) {
      if (phrase.stems.every((stem, n) => stems[at + n]?.includes(stem)))
        phrase.stems.forEach((_, n) => concepts[at + n]?.push(phrase.concept));
    }
  });
  return concepts;
}

function compile(text: string): PerLanguage<Vocabulary> {
  const vocabularies = perLanguage(() => ({
    words: new Map<string, Concept[]>(),
    phrases: new Map<string, Phrase[]>(),
  }));
  text.split('\n').forEach((line, concept) => {
    const fields = line.startsWith('# ') ? [] : line.split(' | ');
    fields.forEach((field, n) => {
      const language = LANGUAGES[n] ?? 'en';
      for (const equivalent of field.split(', ')) {
        const stems = equivalent
          .toLowerCase()
          .split(/[\s-]+/u)
          .filter((word) => word !== '')
          .map((word) => stemOf(word, language));
        const [first = ''] = stems;
        if (stems.length === 1) push(vocabularies[language].words, first, concept);
        else push(vocabularies[language].phrases, first, { stems, concept });
      }
    });
  });
  return vocabularies;
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
