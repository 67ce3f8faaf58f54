/** What a list, a tooltip or a sentence shows of a text at most, in UTF-16 units. */
export const SHOWN_LENGTH = 300;

/** What belongs to the character before it: half a pair, a mark, a joiner. */
const FOLLOWS = /^(?:[\udc00-\udfff\u200d]|\p{M})/u;

/** A character has no more of these than the normal form of a text allows. */
const MOST_FOLLOWING = 40;

/** A text as far as it is shown where only its beginning is needed: whole characters, then "…" where it goes on. */
export function cutText(text: string, most = SHOWN_LENGTH): string {
  if (text.length <= most) return text;
  let end = most;
  while (end > Math.max(1, most - MOST_FOLLOWING) && FOLLOWS.test(text.slice(end, end + 1))) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The parameters of a sentence, none so long that the sentence could not be read. */
export function cutParams<P extends Readonly<Record<string, string | number>>>(
  params: P,
  most = SHOWN_LENGTH,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? cutText(value, most) : value,
    ]),
  );
}
