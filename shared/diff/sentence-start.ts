/** The end of a sentence with the signs that close after it, and the space; nothing but initials ends so too. */
const ENDED = /(?:^|[^\s\p{Lu}]|[^\s.]\p{Lu})[.!?…]+["»”’)\]]{0,3}\s+$/u;

/** How far back `ENDED` has to look. */
const REACH = 10;

/**
 * Whether a sentence begins at this offset, as far as the signs before it tell: "А. С. Пушкин" is one sentence,
 * "ул. Киевская" two. Good enough to choose between places that are equally right; for real sentences see
 * shared/text/sentences.ts, which needs to know the language.
 */
export function startsSentence(text: string, at: number): boolean {
  return at === 0 || ENDED.test(text.slice(Math.max(0, at - REACH), at));
}

/** Every offset at which a sentence begins, and the end of the text. */
export function sentenceEdges(text: string): readonly number[] {
  const edges = [0];
  for (const { 0: ending, index } of text.matchAll(/[.!?…]["»”’)\]]{0,3}\s+/gu)) {
    const at = index + ending.length;
    if (at < text.length && startsSentence(text, at)) edges.push(at);
  }
  return [...edges, text.length];
}
