import type { Block } from '../../../shared/model/paragraph';
import type { PresentText } from './present-text';

/** What comes of a picture of the original: its present alternative text, or that it has gone. */
export type Fate = { readonly alternative: string } | 'gone';

/**
 * What comes of the pictures of an original, in order. They are found again by where they say that they lie and by what
 * their alternative text was; of several alike, in their order.
 */
export function fatesOf(
  pictures: readonly Pick<Block, 'text' | 'picture'>[],
  texts: readonly PresentText[],
): readonly Fate[] {
  const present = texts.filter(({ picture }) => picture);
  const found = new Map<number, PresentText>();
  for (const isSameText of [true, false]) {
    for (const text of present) {
      if ([...found.values()].includes(text)) continue;
      const at = pictures.findIndex(
        ({ picture, text: known }, n) =>
          !found.has(n) &&
          picture?.address === text.picture?.address &&
          (!isSameText || known === text.alternative),
      );
      if (at >= 0) found.set(at, text);
    }
  }
  return pictures.map((_, n) => {
    const text = found.get(n);
    return text ? { alternative: text.settled.text } : 'gone';
  });
}

/** The texts of a version without those of its pictures, which stay where they stand. */
export function wordsOf(texts: readonly PresentText[]): readonly PresentText[] {
  return texts.filter(({ picture }) => !picture);
}
