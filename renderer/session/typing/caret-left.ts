/** Where the caret was in the text that was left last: one who goes to its row and back goes on there. */
let left: { readonly paragraphId: string; readonly offset: number } | null = null;

/** Remembers where the caret is, a UTF-16 offset, as its text is left. */
export function rememberCaret(paragraphId: string, offset: number): void {
  left = { paragraphId, offset };
}

/** Where the caret was when a paragraph was left, a UTF-16 offset; null where another was left since, or none. */
export function caretLeftIn(paragraphId: string): number | null {
  return left?.paragraphId === paragraphId ? left.offset : null;
}
