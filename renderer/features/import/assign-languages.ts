import type { ShownDocument } from '../../../shared/contract/shown-document';
import { LANGUAGES, type Language } from '../../../shared/model/language';

/**
 * The language each document is taken for: the detected one, unless two claim the same, in which case the
 * second is left for the person to say. A single document without a language takes what is left over.
 */
export function assignLanguages(
  documents: readonly ShownDocument[],
): readonly { readonly document: ShownDocument; readonly language: Language | null }[] {
  const taken = new Set<Language>();
  const assigned = documents.map((document) => {
    const free = document.language !== null && !taken.has(document.language);
    if (free && document.language) taken.add(document.language);
    return { document, language: free ? document.language : null };
  });
  const left = LANGUAGES.filter((language) => !taken.has(language));
  const [last] = left;
  const unset = assigned.filter(({ language }) => language === null);
  if (documents.length !== LANGUAGES.length || unset.length !== 1 || !last) return assigned;
  return assigned.map((each) => (each.language === null ? { ...each, language: last } : each));
}
