const IN_WORD = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** How much of the beginning of a text to show, at most so many UTF-16 units, and no word in part unless it is longer than that. */
export function headLength(text: string, most: number): number {
  for (let end = Math.min(most, text.length); end > 0; end -= 1) if (!cutsWord(text, end)) return end;
  return Math.min(most, text.length);
}

/** As `headLength`, of the end of a text. */
export function tailLength(text: string, most: number): number {
  for (let start = Math.max(0, text.length - most); start < text.length; start += 1)
    if (!cutsWord(text, start)) return text.length - start;
  return Math.min(most, text.length);
}

function cutsWord(text: string, at: number): boolean {
  return IN_WORD.test(text[at - 1] ?? ' ') && IN_WORD.test(text[at] ?? ' ');
}
