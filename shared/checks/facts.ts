import type { Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';

/**
 * Reads something out of a paragraph once: as paragraphs are never changed but replaced, an edit costs the reading
 * of one paragraph, whatever the length of the article.
 */
export function readOnce<T extends object>(
  read: (paragraph: Paragraph, language: Language) => T,
): (paragraph: Paragraph, language: Language) => T {
  const known = new WeakMap<Paragraph, T>();
  return (paragraph, language) => {
    const before = known.get(paragraph);
    if (before !== undefined) return before;
    const facts = read(paragraph, language);
    known.set(paragraph, facts);
    return facts;
  };
}
