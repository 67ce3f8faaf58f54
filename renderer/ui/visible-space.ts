/** A text of nothing but spaces as signs one can see, the kinds of space told apart; any other text as it is. */
export function visibleSpace(text: string): string {
  if (text.trim() !== '') return text;
  return text
    .replace(/\n/g, '↵')
    .replace(/[\u00a0\u202f\u2009]/g, '⍽')
    .replace(/\s/g, '␣');
}
