/** Also a hyphen: "Камбар-Ата-1" is one word. */
const IN_WORD = /[\p{L}\p{N}\p{M}\p{Cs}\-‑’]/u;

/**
 * How much of the beginning of a text to show, at most so many UTF-16 units: no word in part unless it is longer than
 * that, and no space before "…".
 */
export function headLength(text: string, most: number): number {
  if (text.length <= most) return text.length;
  for (let end = most; end > 0; end -= 1)
    if (!cutsWord(text, end)) return text.slice(0, end).trimEnd().length || most;
  return most;
}

/** As `headLength`, of the end of a text. */
export function tailLength(text: string, most: number): number {
  if (text.length <= most) return text.length;
  for (let start = text.length - most; start < text.length; start += 1)
    if (!cutsWord(text, start)) return text.slice(start).trimStart().length || most;
  return most;
}

function cutsWord(text: string, at: number): boolean {
  return IN_WORD.test(text[at - 1] ?? ' ') && IN_WORD.test(text[at] ?? ' ');
}
