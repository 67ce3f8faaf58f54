import type { Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { CheckedRow } from './check';

/**
 * Reads something out of a paragraph once: as paragraphs are never changed but replaced, an edit costs the reading
 * of one paragraph, whatever the length of the article.
 */
export function readOnce<T extends object>(
  read: (paragraph: Paragraph, language: Language) => T,
): (paragraph: Paragraph, language: Language) => T {
  return once(read);
}

/** Reads something out of a row once, as `readOnce` does out of a paragraph. */
export function readRowOnce<T extends object>(read: (row: CheckedRow) => T): (row: CheckedRow) => T {
  return once(read);
}

function once<K extends object, Rest extends readonly unknown[], T extends object>(
  read: (key: K, ...rest: Rest) => T,
): (key: K, ...rest: Rest) => T {
  const known = new WeakMap<K, T>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const facts = read(key, ...rest);
    known.set(key, facts);
    return facts;
  };
}
