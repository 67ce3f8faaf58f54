import { seedLexicon } from '../../align/lexicon';
import { tokenise } from '../../text/tokens';
import { readOnce } from './read-once';

/** What a word of a paragraph may stand for, alone or as a part of a phrase, by where it starts. */
export const conceptsOf = readOnce((paragraph, language): ReadonlyMap<number, readonly string[]> => {
  const words = tokenise(paragraph.text).filter(({ kind }) => kind === 'word');
  const concepts = seedLexicon()(
    words.map(({ text }) => text),
    language,
  );
  return new Map(words.map(({ start }, n) => [start, concepts[n] ?? []]));
});
