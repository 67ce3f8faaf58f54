import type { SentenceLink } from '../../align/link-sentences';
import type { Language } from '../../model/language';
import type { CheckedRow } from '../engine/check';
import type { FindingSpan } from '../engine/finding';
import { conceptsOf } from '../engine/word-concepts';

/**
 * Whether a version of linked sentences has a word for one that stands here in another: `declined` in a version whose
 * counterpart has `отказались` is no opposite of anything. What the lexicon does not know is not said again.
 *
 * @param but places that do not count: they are what is compared
 */
export function isSaidAgain(
  row: CheckedRow,
  word: FindingSpan,
  link: SentenceLink,
  among: Language,
  but: readonly FindingSpan[] = [],
): boolean {
  const concepts = conceptsWithin(row, word);
  if (concepts.size === 0) return false;
  return link[among].some(({ paragraph: position, start, end }) => {
    const paragraph = row.compared[among][position];
    if (!paragraph) return false;
    const counts = (at: number) =>
      at >= start &&
      at < end &&
      but.every((span) => span.paragraphId !== paragraph.id || at < span.start || at >= span.end);
    for (const [at, there] of conceptsOf(paragraph, among))
      if (counts(at) && there.some((concept) => concepts.has(concept))) return true;
    return false;
  });
}

/** What the words of a place stand for together: "last week" is no week. */
function conceptsWithin(
  row: CheckedRow,
  { language, paragraphId, start, end }: FindingSpan,
): ReadonlySet<string> {
  const paragraph = row.compared[language].find(({ id }) => id === paragraphId);
  const words = paragraph
    ? [...conceptsOf(paragraph, language)].filter(([at]) => at >= start && at < end)
    : [];
  const [first, ...rest] = words.map(([, concepts]) => concepts);
  return new Set((first ?? []).filter((concept) => rest.every((concepts) => concepts.includes(concept))));
}
