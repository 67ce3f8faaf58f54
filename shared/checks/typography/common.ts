import type { Language } from '../../model/language';
import type { MarkPair } from '../../text/paired-marks';
import { readQuotationMarks } from '../../text/quotation-marks';
import { patternRule, type Edit, type Observed, type TypographyRule } from './rule';

/** What a dash between words is written as where a version has none to go by. */
export const DASHES: Readonly<Record<Language, string>> = { ru: '—', ky: '—', en: '–' };

export const spaceBefore = patternRule(
  'spaceBefore',
  'mistake',
  /(?<=[\p{L}\p{N}»”)])[ \u00A0]+(?=[,.;:!?](?:\s|$))/gu,
  '',
);

/** Not in numbers, addresses and abbreviations: two small letters stand before, a word of its own follows. */
export const spaceAfter = patternRule(
  'spaceAfter',
  'mistake',
  /(?<=\p{Ll}{2}[»”]?)([,;])(?=\p{L}{2})|(?<=[а-яёөүң]{3}[»”]?)([.!?…])(?=[А-ЯЁӨҮҢ][а-яёөүң])|(?<=[a-z]{3}”?)([.!?])(?=[A-Z][a-z]{0,20} )/gu,
  '$1$2$3 ',
);

export const threeDots = patternRule('threeDots', 'style', /(?<!\.)\.{3}(?!\.)/g, '…', /…/g);

/** The dash is put in as the one that is used otherwise. */
export const hyphenForDash = patternRule(
  'hyphenForDash',
  'style',
  /(?<=[^\d\s])(?<=\S)([ \u00A0])--?(?= )|(?<=\d)([ \u00A0])--?(?= \p{L})/gu,
  '$1$2—',
  /\s[–—](?=\s)/g,
);

/**
 * Quotation marks of the language, inside and outside, and English apostrophes, which are typed with the same keys.
 * A mark without its counterpart is left alone.
 */
export function quotationRule(
  language: Language,
  outer: readonly [string, string],
  inner: readonly [string, string],
): TypographyRule {
  const observe = (text: string): Observed => {
    let kept = 0;
    const broken: Edit[] = [];
    for (const { pair, depth } of nestedPairs(text, language)) {
      const { open, close } = pair;
      const isSingle = /['‘‚‹]/u.test(open.text);
      // Deeper than this every house has rules of its own, and so has English for ‘single’ marks.
      if (depth > 1 || (isSingle && open.text !== "'") || (language === 'en' && depth > 0 && isCurly(pair)))
        continue;
      const [left, right] = depth === 1 || (isSingle && language === 'en') ? inner : outer;
      if (open.text === left && close.text === right) kept += 1;
      else
        broken.push(
          { start: open.start, end: open.end, by: left },
          { start: close.start, end: close.end, by: right },
        );
    }
    if (language === 'en') {
      kept += text.match(/\p{L}’(?=\p{L})/gu)?.length ?? 0;
      for (const { index: start } of text.matchAll(/(?<=\p{L})'(?=\p{L})/gu))
        broken.push({ start, end: start + 1, by: '’' });
    }
    return { kept, broken };
  };
  return {
    id: 'quotationMarks',
    kind: 'style',
    observe: (text) => {
      const { kept, broken } = observe(text);
      if (broken.length === 0) return { kept, broken };
      // Marks may say something else once they are others: what does not come out well is left as it is.
      return { kept, broken: observe(mend(text, broken)).broken.length === 0 ? broken : [] };
    },
  };
}

function mend(text: string, edits: readonly Edit[]): string {
  let mended = '';
  let from = 0;
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start)) {
    mended += text.slice(from, start) + by;
    from = end;
  }
  return mended + text.slice(from);
}

/** Pairs with the number of pairs around them. */
function nestedPairs(
  text: string,
  language: Language,
): readonly { readonly pair: MarkPair; readonly depth: number }[] {
  const open: MarkPair[] = [];
  return readQuotationMarks(text, language).pairs.map((pair) => {
    for (let last = open.at(-1); last && last.close.start < pair.open.start; last = open.at(-1)) open.pop();
    const depth = open.length;
    open.push(pair);
    return { pair, depth };
  });
}

function isCurly({ open, close }: MarkPair): boolean {
  return open.text === '“' && close.text === '”';
}
