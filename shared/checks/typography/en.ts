import { hyphenForDash, quotationRule, spaceAfter, spaceBefore, threeDots } from './common';
import { patternRule, type TypographyRule } from './rule';

/** New Hart's Rules: quotation marks, apostrophes, numbers. */
export const ENGLISH: readonly TypographyRule[] = [
  spaceBefore,
  spaceAfter,
  patternRule(
    'decimal',
    'mistake',
    /(?<![\d.,])(\d+),(\d{1,2})(?=\s?%|\s(?:per ?cent|million|billion|trillion))/g,
    '$1.$2',
  ),
  patternRule(
    'groups',
    'mistake',
    /(?<![\d.,])\d{1,3}(?:(?: \d{3}){2,}|(?:[\u00A0\u202F]\d{3})+)(?!\d)/g,
    (found) => found.replace(/\s/g, ','),
  ),
  quotationRule('en', ['“', '”'], ['‘', '’']),
  hyphenForDash,
  threeDots,
  patternRule('percentSpace', 'style', /(?<=\d)[ \u00A0\u202F](?=%)/g, '', /\d%/g),
];
