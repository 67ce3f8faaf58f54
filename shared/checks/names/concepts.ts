import { seedLexicon } from '../../align/lexicon';
import { readOnce } from '../engine/read-once';
import { wordsOf } from './name-facts';

/** What the words of a paragraph may stand for, alone or as parts of phrases, by their start. */
export const conceptsOf = readOnce((paragraph, language): ReadonlyMap<number, readonly string[]> => {
  const words = wordsOf(paragraph, language);
  const concepts = seedLexicon()(
    words.map(({ text }) => text),
    language,
  );
  return new Map(words.map(({ start }, n) => [start, concepts[n] ?? []]));
});
