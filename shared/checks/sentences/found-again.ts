import { seedLexicon } from '../../align/lexicon';
import { segmentVersions, type Segment } from '../../align/segments';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../model/language';

/**
 * How much of sentences is found again in those of another version, 0 to 1, by what the aligner knows words by:
 * numbers, names, international and shared words, the lexicon.
 *
 * @param rest sentences of the same version: what they have too says nothing and is left out
 */
export type FoundAgain = (
  from: Language,
  sentences: readonly number[],
  rest: readonly number[],
  to: Language,
  among: readonly number[],
) => number;

/** Compares sentences that are given by their positions in these lists. */
export function compareWords(sentences: PerLanguage<readonly string[]>): FoundAgain {
  const { versions, strengths } = segmentVersions(
    perLanguage((language) =>
      sentences[language].map((text) => ({ role: 'paragraph' as const, text, label: '' })),
    ),
    { lexicons: [seedLexicon()], learned: [] },
  );
  const segments = perLanguage((language) => {
    const lists: Segment[][] = sentences[language].map(() => []);
    for (const segment of versions[LANGUAGES.indexOf(language) as 0 | 1 | 2])
      lists[segment.paragraph]?.push(segment);
    return lists;
  });
  const featuresOf = (language: Language, positions: readonly number[]): ReadonlySet<number> =>
    new Set(positions.flatMap((n) => (segments[language][n] ?? []).flatMap(({ features }) => [...features])));
  return (from, positions, rest, to, among) => {
    const elsewhere = featuresOf(from, rest);
    const there = featuresOf(to, among);
    let all = 0;
    let found = 0;
    for (const { tokens } of positions.flatMap((n) => segments[from][n] ?? [])) {
      for (const { features, weight } of tokens) {
        if (features.some((feature) => elsewhere.has(feature))) continue;
        all += weight;
        found +=
          weight *
          Math.max(0, ...features.map((feature) => (there.has(feature) ? (strengths[feature] ?? 0) : 0)));
      }
    }
    return all === 0 ? 0 : found / all;
  };
}
