import type { Language } from '../model/language';
import { pairMarks, type MarkPair, type Pairing, type PairMark } from './paired-marks';

const MARK = /[«»‹›„‚“”‟‘’"']/gu;

/** What closes what was opened with a mark; the first is what should. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['‹', '›'],
  ['„', '“”'],
  ['“', '”“'],
  ['‟', '”'],
  ['”', '”'],
  ['"', '"'],
  ['‚', '‘’'],
  ['‘', '’'],
  ["'", "'’"],
]);

/** English words that begin with an apostrophe, which word processors turn into an opening mark. */
const CLIPPED = /^(?:\d\d?s?|t(?:is|was|il|would)|em|cause|bout|round|n|cos)(?![\p{L}\p{N}])/iu;

/** How much of a text is looked at behind a mark. */
const AHEAD = 12;

/**
 * The quotation marks of a paragraph. Apostrophes and the signs for feet and inches are none; single marks that
 * may be apostrophes never stand alone. In Russian and Kyrgyz one mark may close two quotations that end at the
 * same place («Дом «Весна»).
 */
export function readQuotationMarks(text: string, language: Language): Pairing {
  if (text.search(MARK) < 0) return { pairs: [], lone: [] };
  const marks: PairMark[] = [];
  const open = { straight: 0, low: 0, single: 0 };
  for (const { 0: sign, index: start } of text.matchAll(MARK)) {
    const role = roleOf(text, start, sign, marks.at(-1), open, language);
    if (role === null) continue;
    const opens = role === 'open';
    const by = opens ? 1 : -1;
    if (sign === '"') open.straight = Math.max(0, open.straight + by);
    // Nothing that was opened inside a quotation is closed after it.
    if (isSingle(sign)) open.single = Math.max(0, open.single + by);
    else if (!opens) open.single = 0;
    if (/[„“]/u.test(sign)) open.low = Math.max(0, open.low + by);
    marks.push({ text: sign, start, end: start + 1, opens });
  }
  const { pairs, lone } = pairMarks(marks, fits);
  return {
    pairs,
    lone: lone.filter((mark) => !isApostrophe(mark) && !isClosedByInner(mark, pairs, text, language)),
  };
}

/** The mark that should close a quotation opened with this one. */
export function closingMark(open: string): string {
  return CLOSERS.get(open)?.charAt(0) ?? open;
}

interface Open {
  readonly straight: number;
  readonly low: number;
  readonly single: number;
}

function roleOf(
  text: string,
  at: number,
  sign: string,
  last: PairMark | undefined,
  open: Open,
  language: Language,
): 'open' | 'close' | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const afterMark = last?.end === at;
  if (after === '' && !isSingle(sign)) return measures(text, at, sign, open) ? null : 'close';
  const begins = before === '' || /[\s([{/–—-]/u.test(before) || (afterMark && last.opens);
  const ends = after === '' || /[\s.,;:!?…)\]}/–—»”-]/u.test(after);
  const place = begins === ends ? null : begins ? 'open' : 'close';
  if (isSingle(sign)) return singleRole(text, at, sign, place, open);
  if (/[«‹„‟]/u.test(sign)) return place === 'close' && sign === '«' ? 'close' : 'open';
  if (/[»›]/u.test(sign)) return place === 'open' && after !== '"' ? 'open' : 'close';
  if (sign === '”') return place ?? 'close';
  if (sign === '“') return place ?? (open.low > 0 && language !== 'en' ? 'close' : 'open');
  if (measures(text, at, sign, open)) return null;
  return place ?? (open.straight > 0 ? 'close' : 'open');
}

/** 6'2" and 15" are lengths, unless a quotation waits to be closed. */
function measures(text: string, at: number, sign: string, open: Open): boolean {
  return (
    sign === '"' &&
    /\p{N}/u.test(text.charAt(at - 1)) &&
    (open.straight === 0 || /\p{N}['’′]\p{N}{1,2}$/u.test(text.slice(Math.max(0, at - 5), at)))
  );
}

function singleRole(
  text: string,
  at: number,
  sign: string,
  place: 'open' | 'close' | null,
  open: Open,
): 'open' | 'close' | null {
  const isInWord =
    /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
  if (isInWord || /['’]/u.test(text.charAt(at + 1))) return null;
  if (sign === '‚') return place === 'open' ? 'open' : null;
  if (place === 'open' && sign !== '’' && !CLIPPED.test(text.slice(at + 1, at + AHEAD))) return 'open';
  return place === 'close' && open.single > 0 ? 'close' : null;
}

function fits(open: PairMark, close: PairMark): boolean {
  return CLOSERS.get(open.text)?.includes(close.text) === true;
}

function isSingle(sign: string): boolean {
  return /[‘’‚']/u.test(sign);
}

function isApostrophe({ text, opens }: PairMark): boolean {
  return isSingle(text) && !(text === '‘' && opens);
}

/** The words a name may have before the name inside it: «Торговый дом «Весна». */
const NAME_WORDS = 3;

function isClosedByInner(
  mark: PairMark,
  pairs: readonly MarkPair[],
  text: string,
  language: Language,
): boolean {
  if (language === 'en' || !mark.opens || !/[«"]/u.test(mark.text)) return false;
  const inner = pairs.findLast(
    ({ open, close }) => open.start > mark.start && close.text === closingMark(mark.text),
  );
  if (inner?.open.text !== mark.text) return false;
  const start = text.slice(mark.end, inner.open.start);
  return (
    (start.length < 60 && start.trim().split(' ').length <= NAME_WORDS) ||
    /^(?:$|[.,;:!?…)]|\s[–—-]\s)/u.test(text.slice(inner.close.end, inner.close.end + 3))
  );
}
