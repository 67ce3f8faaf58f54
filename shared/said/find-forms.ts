import type { Language } from '../model/language';
import { findTogether, readSought, wordsOf, type SaidWord, type Stretch } from './read-sought';
import type { RichText } from '../model/paragraph';
import { countedText } from '../text/counted-text';

/** The words of a text with the forms they may be of: to take a Kyrgyz word apart takes a while, and every key asks again. */
const known = new WeakMap<RichText, readonly SaidWord[]>();

/** Makes a function that finds the words of a query, in any of their forms and right after each other. */
export function findForms(query: string, language: Language): (paragraph: RichText) => readonly Stretch[] {
  const sought = readSought(query, language);
  if (!sought) return () => [];
  return (paragraph) => {
    const counted = countedText(paragraph);
    const words = known.get(paragraph) ?? wordsOf(counted.text, language);
    known.set(paragraph, words);
    return findTogether(words, sought, 0).map((stretch) => counted.spanIn(stretch));
  };
}
