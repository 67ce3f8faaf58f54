import { hyphenForDash, quotationRule, spaceAfter, spaceBefore, threeDots } from './common';
import { patternRule, type TypographyRule } from './rule';

const NB = '\u00A0';

/** Milchin, Reference book of publisher and author: quotation marks, dashes, numbers, no-break spaces. */
export const RUSSIAN: readonly TypographyRule[] = [
  spaceBefore,
  spaceAfter,
  patternRule(
    'decimal',
    'mistake',
    /(?<![\d.,])(\d+)\.(\d{1,2})(?=\s?%|\s(?:тыс|млн|млрд|трлн|процент|миллион|миллиард))/gu,
    '$1,$2',
  ),
  patternRule('groups', 'mistake', /(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g, (found) =>
    found.replaceAll(',', NB),
  ),
  patternRule(
    'monthCapital',
    'mistake',
    /(?<=\d\s)(?:Январ[яеь]|Феврал[яеь]|Марта?|Апрел[яеь]|Мая|Июн[яеь]|Июл[яеь]|Августа?|Сентябр[яеь]|Октябр[яеь]|Ноябр[яеь]|Декабр[яеь])(?!\p{L})/gu,
    (found) => found.toLowerCase(),
  ),
  quotationRule('ru', ['«', '»'], ['„', '“']),
  hyphenForDash,
  threeDots,
  patternRule(
    'noBreak',
    'polish',
    /(?<=\S) (?=— )|(?<=№) ?(?=\d)|(?<=\d) ?(?=%)|(?<=(?:^|[\s(«])\p{Lu}\.) ?(?=\p{Lu}\. ?\p{Lu}\p{Ll})|(?<=(?:^|[\s(«.])\p{Lu}\.) ?(?=\p{Lu}\p{Ll})/gu,
    NB,
  ),
];
