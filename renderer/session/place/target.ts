import type { Language } from '../../../shared/model/language';
import type { RichText } from '../../../shared/model/paragraph';
import type { Matter } from '../matters/matter';
import type { Selected, TextSelection } from './selected';

/**
 * What an act is asked for. It is taken when the act is asked for and goes with it: what a person is on by the time it
 * is done may be something else.
 */
export interface Target {
  readonly place: Selected | null;
  /** The sentence there: a paragraph and a UTF-16 offset in it. */
  readonly sentence: { readonly paragraphId: string; readonly start: number } | null;
  /** The words marked there, or an empty stretch where the caret is; null where neither is. */
  readonly words: Words | null;
  /** What asks for an eye there and is meant: it is shown, or its card or entry was used; null for none. */
  readonly matter: Matter | null;
  /** How something was said, where that is to be used; absent elsewhere. */
  readonly said?: SaidWords;
  /** Which of several words that mend a finding is chosen; absent where there is no choice, or none was made. */
  readonly choice?: string;
  /** What a text said before, where that is to be said again; absent elsewhere. */
  readonly former?: RichText;
}

/** Words of a version that were found, or part of them. */
export interface SaidWords {
  readonly text: string;
  readonly language: Language;
}

/** A place as a target, with nothing marked there. */
export function targetAt(place: Selected | null, matter: Matter | null = null): Target {
  return { place, sentence: null, words: null, matter };
}

/** A stretch of a paragraph, UTF-16 offsets; empty for a caret. */
export type Words = Omit<TextSelection, 'quote'>;
