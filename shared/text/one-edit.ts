/** One slip of a finger: what happened to the first word, and at which letter (UTF-16 offset). */
export interface Slip {
  readonly kind: 'extra' | 'missing' | 'other' | 'swapped';
  readonly at: number;
}

/**
 * The slip that makes `typed` of `meant`, null if there is none or it takes more than one: a letter too many, one too
 * few, another one, or two neighbours that changed places (Damerau, A technique for computer detection and correction
 * of spelling errors, CACM 7, 1964).
 */
export function slipBetween(typed: string, meant: string): Slip | null {
  const by = typed.length - meant.length;
  if (typed === meant || Math.abs(by) > 1) return null;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (by === 1) return typed.slice(at + 1) === meant.slice(at) ? { kind: 'extra', at } : null;
  if (by === -1) return typed.slice(at) === meant.slice(at + 1) ? { kind: 'missing', at } : null;
  if (typed.slice(at + 1) === meant.slice(at + 1)) return { kind: 'other', at };
  const isSwap = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return isSwap && typed.slice(at + 2) === meant.slice(at + 2) ? { kind: 'swapped', at } : null;
}

const VOWELS = /[аеиоуыэюяөүaeiouy]/u;

/**
 * Words this one may be a slip for: with two letters swapped, one left out, one of the alphabet put in, or one for
 * another: a vowel for a vowel, as they are spoken alike, or any for any, which makes many words that are meant as they
 * are.
 */
export function* meantWords(
  typed: string,
  alphabet: string,
  replaced: 'vowels' | 'letters' = 'vowels',
): Generator<string> {
  const letters = [...alphabet].filter((letter) => replaced === 'letters' || VOWELS.test(letter));
  for (let at = 0; at <= typed.length; at += 1) {
    const before = typed.slice(0, at);
    const after = typed.slice(at);
    for (const letter of alphabet) yield before + letter + after;
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
    if (after.length === 0) continue;
    yield before + after.slice(1);
    if (replaced === 'letters' || VOWELS.test(after.charAt(0)))
      for (const letter of letters) yield before + letter + after.slice(1);
  }
}
