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
  const settled = new Set<PresentText>();
  for (const isSameText of [true, false]) {
    const key = (address: string | undefined, text: string): string =>
      JSON.stringify([address, isSameText ? text : '']);
    const waiting = new Map<string, number[]>();
    for (const [n, { picture, text }] of pictures.entries()) {
      if (found.has(n)) continue;
      const told = key(picture?.address, text);
      const alike = waiting.get(told);
      if (alike) alike.push(n);
      else waiting.set(told, [n]);
    }
    for (const alike of waiting.values()) alike.reverse();
    for (const text of present) {
      if (settled.has(text)) continue;
      const at = waiting.get(key(text.picture?.address, text.alternative))?.pop();
      if (at === undefined) continue;
      found.set(at, text);
      settled.add(text);
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
