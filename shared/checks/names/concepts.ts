import { seedLexicon } from '../../align/lexicon';
import type { Language } from '../../model/language';
import type { CheckedRow } from '../engine/check';
import { readOnce } from '../engine/read-once';
import { wordsOf, type PlacedName } from './name-facts';

/** What the words of a paragraph may stand for, alone or as parts of phrases, by their start. */
const conceptsOf = readOnce((paragraph, language): ReadonlyMap<number, readonly string[]> => {
  const words = wordsOf(paragraph, language);
  const concepts = seedLexicon()(
    words.map(({ text }) => text),
    language,
  );
  return new Map(words.map(({ start }, n) => [start, concepts[n] ?? []]));
});

/** What the words of a version of a row may stand for. */
export function conceptsIn(row: CheckedRow, language: Language): ReadonlySet<string> {
  return new Set(
    row.compared[language].flatMap((paragraph) => [...conceptsOf(paragraph, language).values()].flat()),
  );
}

/** What a name may stand for. */
export function conceptsAt(row: CheckedRow, { language, paragraphId, start }: PlacedName): readonly string[] {
  const paragraph = row.compared[language].find(({ id }) => id === paragraphId);
  return (paragraph && conceptsOf(paragraph, language).get(start)) ?? [];
}
