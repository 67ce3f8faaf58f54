import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { readNumbers } from '../../../../shared/text/numbers';
import { expectToGrowWithSize } from '../../growth-of-time';

/** Each number as "quote = value", with a question mark where it is uncertain. */
function read(text: string, language: Language): readonly string[] {
  return readNumbers(text, language).map(
    ({ start, end, value, certain }) =>
      `${text.slice(start, end)} = ${Number(value.toPrecision(4))}${certain ? '' : '?'}`,
  );
}

const SAME_VALUES: readonly (readonly [string, Readonly<Record<Language, string>>, readonly number[]])[] = [
  [
    'separators of the language',
    { ru: '1 234 567,89', ky: '1\u00A0234\u00A0567,89', en: '1,234,567.89' },
    [1_234_567.89],
  ],
  ['decimals', { ru: '12,5 кг', ky: '12,5 кг', en: '12.5 kg' }, [12.5]],
  ['a single separator before three digits', { ru: '1.234', ky: '1.234', en: '1,234' }, [1234]],
  ['magnitudes', { ru: '2,5 млн долларов', ky: '2,5 миллион доллар', en: '$2.5 million' }, [2_500_000]],
  [
    'magnitudes in two steps, and by a letter',
    { ru: '3 млн 200 тыс. сомов', ky: '3 миллион 200 миң сом', en: '$3.2m' },
    [3_200_000],
  ],
  ['written-out numbers', { ru: 'двадцатью пятью', ky: 'жыйырма бештен', en: 'twenty-five' }, [25]],
  [
    'long written-out numbers',
    {
      ru: 'двести тридцать тысяч четыреста пять',
      ky: 'эки жүз отуз миң төрт жүз беш',
      en: 'two hundred and thirty thousand four hundred and five',
    },
    [230_405],
  ],
  ['thousands and the rest', { ru: '45 тыс. 300', ky: '45 миң 300', en: '45,300' }, [45_300]],
  ['ordinals', { ru: '5-й', ky: '5-чи', en: '5th' }, [5]],
  ['ordinals in words', { ru: 'двадцать пятого', ky: 'жыйырма бешинчи', en: 'twenty-fifth' }, [25]],
  ['ranges', { ru: 'от 5 до 7 процентов', ky: '5тен 7 пайызга чейин', en: 'from 5 to 7 per cent' }, [5, 7]],
  ['a range of millions', { ru: '5–7 млн', ky: '5–7 млн', en: '5 to 7 million' }, [5e6, 7e6]],
  ['fractions', { ru: 'две трети', ky: 'үчтөн эки', en: 'two thirds' }, [2 / 3]],
  ['fractions in digits', { ru: '3/4', ky: '3/4', en: '¾' }, [0.75]],
  [
    'halves',
    { ru: 'два с половиной миллиона', ky: 'эки жарым миллион', en: 'two and a half million' },
    [2.5e6],
  ],
  ['centuries', { ru: 'в XX веке', ky: 'XX кылымда', en: 'in the 20th century' }, [20]],
  ['years', { ru: 'в 2019 году', ky: '2019-жылы', en: 'in 2019' }, [2019]],
  ['ages', { ru: '13-летний', ky: '13 жаштагы', en: '13-year-old' }, [13]],
];

const LANGUAGES = ['ru', 'ky', 'en'] as const;

test.each(SAME_VALUES)('reads %s in all languages', (_, texts, values) => {
  for (const language of LANGUAGES)
    expect([
      language,
      readNumbers(texts[language], language)
        .slice(0, values.length)
        .map(({ value }) => value),
    ]).toEqual([language, values]);
});

test.each<[Language, string, readonly string[]]>([
  ['ru', 'один из них, второй раз, пара дней', ['один = 1?', 'второй = 2?', 'раз = 1?', 'пара = 2?']],
  ['ru', 'в 25-тысячной толпе, 2,5-миллионный город', ['25-тысячной = 25000', '2,5-миллионный = 2500000']],
  ['ru', 'несколько тысяч, сотни людей', ['тысяч = 1000?', 'сотни = 100?']],
  ['ru', 'двухлетний, четырёхмесячные', ['двухлетний = 2?', 'четырёхмесячные = 4?']],
  ['ru', 'с семью детьми', ['семью = 7?']],
  ['ky', 'бир адам үчүн алтын, бирок', ['бир = 1?']],
  ['ky', 'дүйнө жүзүндө миңдеген, экинчи', ['жүзүндө = 100?', 'миңдеген = 1000?', 'экинчи = 2?']],
  ['en', 'one of them, hundreds, half', ['one = 1?', 'hundreds = 100?', 'half = 0.5?']],
  ['en', 'G20, MIX and I', ['20 = 20?', 'MIX = 1009?']],
  ['en', 'see twitter.com/dim175 or a1@b2.org [3]', []],
  ['ru', 'в 2001 году 19 человек', ['2001 = 2001', '19 = 19']],
])('takes nothing for certain that may be no number: %s "%s"', (language, text, expected) => {
  expect(read(text, language)).toEqual(expected);
});

test.each<[Language, string, string | null]>([
  ['ru', '5 сомов', 'KGS'],
  ['ky', '500 сомго', 'KGS'],
  ['en', 'KGS 500', 'KGS'],
  ['en', 'US$5', 'USD'],
  ['ru', '5 млн американских долларов', 'USD'],
  ['ky', '10 миллион АКШ доллары', 'USD'],
  ['ru', '360-километровую', 'km'],
  ['ky', '15 чакырым', 'km'],
  ['en', '85 miles per hour', 'mi'],
  ['ru', '1860 МВт', 'MW'],
  ['ru', '1860 мВт', 'mW'],
  ['en', '1,860 MW', 'MW'],
  ['ky', '3,5 млрд кВт·саат', 'kWh'],
  ['ru', '40 киловатт-часов', 'kWh'],
  ['ky', '40 кВт/саат', 'kWh'],
  ['ru', '1860 МВт. Час спустя', 'MW'],
  ['ru', '1860 МВт — час за часом', 'MW'],
  ['en', '40 kilowatt-hours', 'kWh'],
  ['en', '40 GWh', 'GWh'],
  ['ru', '5 мегаватт часто', 'MW'],
  ['en', '85 people', null],
])('reads units and money: %s "%s"', (language, text, unit) => {
  expect(readNumbers(text, language)[0]?.unit).toBe(unit);
});

test.each<[Language, string]>([
  ['ru', '90-х'],
  ['ru', '1990-е годы'],
  ['ky', '90-жылдардын'],
  ['en', '1990s'],
  ['en', 'the nineties'],
])('reads decades with and without their century: %s "%s"', (language, text) => {
  const [fact] = readNumbers(text, language);
  expect(fact?.kind).toBe('decade');
  expect([fact?.value, ...(fact?.others ?? [])]).toEqual(expect.arrayContaining([90, 1990]));
});

test.each(['1 ', '1,', '123 ', '@', 'a.', '[1', 'двадцать ', 'миң ', 'x'])(
  'takes time in proportion to the length of a hostile text of "%s"',
  (part) => {
    for (const language of LANGUAGES)
      expectToGrowWithSize((n) => readNumbers(part.repeat(n), language), 5_000);
  },
);
