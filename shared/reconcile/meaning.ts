import type { Language } from '../model/language';
import { tokenise } from '../text/tokens';

/** Whether an edit changes words that bear meaning. */
export function changesMeaning(before: string, after: string, language: Language): boolean {
  if (before === after || language === undefined) return false;
  const words = (text: string) =>
    tokenise(text)
      .filter(({ kind }) => kind === 'word' || kind === 'number')
      .map((token) => token.text.toLowerCase())
      .join(' ');
  return words(before) !== words(after);
}
