import { hyphenForDash, quotationRule, spaceAfter, spaceBefore, threeDots } from './common';
import { patternRule, type TypographyRule } from './rule';

const NB = '\u00A0';

const MONTH = '(?:январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр)';

/** As the rules of Kyrgyz spelling (2008) and the CLDR data for ky have it: 2024-жылдын 26-июнундагы, № 567, 12,5%. */
export const KYRGYZ: readonly TypographyRule[] = [
  spaceBefore,
  spaceAfter,
  patternRule(
    'decimal',
    'mistake',
    /(?<![\d.,])(\d+)\.(\d{1,2})(?=\s?%|\s(?:миң|млн|млрд|трлн|пайыз|миллион|миллиард))/gu,
    '$1,$2',
  ),
  patternRule('groups', 'mistake', /(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g, (found) =>
    found.replaceAll(',', NB),
  ),
  patternRule(
    'monthCapital',
    'mistake',
    /(?<=\d[-\s])(?:Январ|Феврал|Март|Апрел|Май|Июн|Июл|Август|Сентябр|Октябр|Ноябр|Декабр)(?=\p{Ll}{0,12}(?!\p{L}))/gu,
    (found) => found.toLowerCase(),
  ),
  quotationRule('ky', ['«', '»'], ['„', '“']),
  hyphenForDash,
  threeDots,
  patternRule(
    'dateHyphen',
    'style',
    new RegExp(
      `(?<![\\d.,–—-])([12]\\d{3})(?: - ?| )(?=жыл(?:ы|дын|га|дан|да|дагы|кы)(?!\\p{L})(?! (?:ашык|ашуун|көп|кем)))|(?<![\\d.,–—-])(\\d{1,2})(?: - ?| )(?=${MONTH}\\p{L}{0,12})`,
      'gu',
    ),
    '$1$2-',
    new RegExp(`\\d-(?:жыл|${MONTH})`, 'gu'),
  ),
  patternRule('percentSpace', 'style', /(?<=\d)[ \u00A0\u202F](?=%)/g, '', /\d%/g),
  patternRule('noBreak', 'polish', /(?<=\S) (?=— )|(?<=№) ?(?=\d)/g, NB),
];
