import { pairMarks, type Pairing, type PairMark } from './paired-marks';

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/**
 * What looks like a bracket and is none: smileys ":-)" and "))"; half-open intervals "[0; 1)". Then a bracket.
 */
const BRACKET =
  /(?<!\S)[:;=]['’]?-?[()]+(?=\s|$|[.,!?»”"])|(?<!\))\){2,}(?=\s|$)|[([][-−]?\p{N}{1,9}[;,] ?[-−+]?(?:\p{N}{1,9}|∞)[)\]]|([()[\]{}])/gu;

/** "1)", "12.3)", "а)", "iv)": the bracket of a list marker. */
const LIST_MARKER = /(?:^|[\s,;:.«“"—–])(?:\p{N}{1,3}(?:\.\p{N}{1,2})?\p{L}?|\p{L}|[ivxIVX]{1,5})$/u;

/** The longest list marker and what stands before it. */
const BEHIND = 9;

/** The brackets of a paragraph. Those of list markers and smileys are none. */
export function readBrackets(text: string): Pairing {
  const marks: PairMark[] = [];
  let open = 0;
  for (const { 0: found, 1: bracket, index } of text.matchAll(BRACKET)) {
    if (bracket === undefined) {
      if (!/^\)+$/u.test(found)) continue;
      // "(a (b))" closes what is open, and "ха-ха)))" nothing.
      const closing = Math.min(open, found.length);
      for (let n = 0; n < closing; n += 1)
        marks.push({ text: ')', start: index + n, end: index + n + 1, opens: false });
      open -= closing;
      continue;
    }
    const opens = CLOSERS.has(bracket);
    if (!opens && open === 0 && LIST_MARKER.test(text.slice(Math.max(0, index - BEHIND), index))) continue;
    open = Math.max(0, open + (opens ? 1 : -1));
    marks.push({ text: bracket, start: index, end: index + 1, opens });
  }
  return pairMarks(marks, (from, to) => closingBracket(from.text) === to.text);
}

/** The bracket that closes this one. */
export function closingBracket(open: string): string {
  return CLOSERS.get(open) ?? open;
}
