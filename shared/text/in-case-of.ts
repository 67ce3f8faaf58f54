/**
 * A text written as the one whose place it takes: in capitals, or with a capital at its beginning. What has capitals of its own
 * keeps them.
 */
export function inCaseOf(replaced: string, text: string): string {
  if (text !== text.toLowerCase()) return text;
  const isAllCapital = replaced === replaced.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(replaced);
  if (isAllCapital) return text.toUpperCase();
  if (!/^\P{L}*\p{Lu}/u.test(replaced)) return text;
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
