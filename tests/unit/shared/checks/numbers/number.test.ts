import { expect, test } from 'vitest';
import { number } from '../../../../../shared/checks/numbers/number';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = Partial<PerLanguage<string | readonly string[]>>;

function check(...texts: readonly Texts[]) {
  const rows = texts.map((each, n) => makeRow(`r${n}`, each));
  return { rows, found: findIn(number, rows) };
}

test('says which version has another number than the two others, and offers theirs in its own form', () => {
  const { rows, found } = check({
    ru: 'Выделено 2,5 млн сомов.',
    ky: '25 миллион сом бөлүндү.',
    en: 'KGS 2.5 million was granted.',
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    message: 'changed',
    severity: 'major',
    params: { language: 'ky', number: '25 миллион', said: 'ru 2,5 млн\nen 2.5 million' },
    fixes: [{ language: 'ky', start: 0, end: 2, text: '2,5' }],
  });
  expect(found[0] && quotes(rows, found[0])).toEqual(['ky: 25 миллион', 'ru: 2,5 млн', 'en: 2.5 million']);
});

test.each<[string, Texts, string]>([
  ['an age', { ru: '13-летний мальчик', ky: '15 жаштагы бала', en: 'a 13-year-old boy' }, 'changed'],
  ['a year', { ru: 'В 9016 году', ky: '2016-жылы', en: 'In 2016' }, 'changed'],
  ['the end of a range', { ru: '10–60 минут', ky: '10-60 мүнөт', en: '12–60 minutes' }, 'changed'],
  ['words', { ru: 'пять обвинений', ky: 'беш айып', en: 'six charges' }, 'changed'],
  [
    'another part of the same whole',
    { ru: 'Две трети полей', ky: 'Талаалардын үчтөн бири', en: 'Two thirds of the fields' },
    'changed',
  ],
  ['a century', { ru: 'в XX веке', ky: '20-кылымда', en: 'in the 19th century' }, 'changed'],
  ['two versions', { ru: 'погибли 384 человека', en: '394 people died' }, 'different'],
  ['three values', { ru: 'погибли 384 человека', ky: '394 адам өлдү', en: '374 people died' }, 'different'],
  ['a missing number', { ru: 'около 40 человек', ky: '40тай киши', en: 'many people' }, 'missing'],
  ['an added number', { ru: 'много людей', ky: 'көп киши', en: 'some 40 people' }, 'added'],
  ['a rounding', { ru: '2,5 млн', ky: '2,5 млн', en: '2.47 million' }, 'rounded'],
  ['a currency', { ru: '500 сомов', ky: '500 сом', en: '500 dollars' }, 'unit'],
  ['milliwatts', { ru: 'на 1860 мВт', ky: '1860 МВт', en: '1,860 MW' }, 'unit'],
  [
    'two for three',
    { ru: 'двое ранены', ky: 'эки киши жаракат алды', en: 'three people were hurt' },
    'changed',
  ],
  [
    'one part for another',
    { ru: 'четверть полей', ky: 'талаалардын чейреги', en: 'half of the fields' },
    'changed',
  ],
  ['times as much', { ru: 'цены выросли втрое', ky: 'баа үч эсе өстү', en: 'prices doubled' }, 'changed'],
  ['a half more', { ru: 'полторы недели', ky: 'эки жарым апта', en: 'one and a half weeks' }, 'changed'],
  [
    'percentage points',
    { ru: 'на 4 п. п. выше', ky: '4 пайыздык пунктка көп', en: '4 percent higher' },
    'unit',
  ],
  ['a cube for a litre', { ru: '70 кубометров', ky: '70 литр', en: '70 cubic metres' }, 'unit'],
  ['square kilometres', { ru: '12 кв. км', ky: '12 чарчы километр', en: '12 hectares' }, 'unit'],
  ['a lost minus', { ru: 'до −22 °C', ky: '−22 °C чейин', en: 'to 22 °C' }, 'changed'],
  ['digits of a telephone', { ru: '0555 12-34-56', ky: '0555 123 456', en: '0555 123 465' }, 'changed'],
  ['power for energy', { ru: '40 кВт·ч', ky: '40 кВт·саат', en: '40 kilowatts' }, 'unit'],
])('reports %s', (_, texts, message) => {
  const { found } = check(texts);
  expect(found.map((finding) => finding.message)).toEqual([message]);
});

test('shows units where they are what differs', () => {
  const { rows, found } = check({ ru: 'Это 1860 мВт.', ky: 'Бул 1860 МВт.', en: 'This is 1,860 MW.' });
  expect(found.map(({ params }) => params)).toEqual([
    { language: 'ru', number: '1860 мВт', said: 'ky 1860 МВт\nen 1,860 MW' },
  ]);
  expect(found[0] && quotes(rows, found[0])).toEqual(['ru: 1860 мВт', 'ky: 1860 МВт', 'en: 1,860 MW']);
});

test.each<[string, Texts]>([
  ['other parts of words', { ru: 'вдвое меньше', ky: 'эки эсе аз', en: 'half as many' }],
  ['half of something', { ru: 'земли вдвое меньше', ky: 'жер эки эсе аз', en: 'only half the land' }],
  ['a unit and a half', { ru: 'за полтора часа', ky: 'бир жарым саатта', en: 'in an hour and a half' }],
  ['two in other words', { ru: 'оба брата', ky: 'эки бир тууган', en: 'the two brothers' }],
  [
    'm behind a number',
    { ru: '3,5 млн сомов и 2 млн', ky: '3,5 млн сом, 2 млн', en: '3.5m soms and KGS 2m' },
  ],
  ['rare spaces', { ru: '41\u2007250 сомов', ky: '41 250 сом', en: '41’250 soms' }],
  ['small change', { ru: '2 сома 40 тыйынов', ky: '2,40 сом', en: '2.40 soms' }],
  ['centners', { ru: '45 центнеров', ky: '45 центнер', en: '4.5 tonnes' }],
  ['days as hours', { ru: 'трое суток', ky: 'үч сутка', en: '72 hours' }],
  ['hours as p.m.', { ru: 'до 19 часов', ky: 'саат 19га чейин', en: 'until 7 p.m.' }],
  ['words for a minus', { ru: '30 градусов мороза', ky: '30 градус суук', en: '−30 °C' }],
  ['regrouped telephones', { ru: '+996 (555) 12-34-56', ky: '0555 123 456', en: '0555 12 34 56' }],
  ['one of five', { ru: 'каждый четвёртый', ky: 'ар бир төртүнчү', en: '25 percent' }],
  ['a dotted range', { ru: '07.03–09.03.2021', ky: '2021-жылдын 7–9-марты', en: '7–9 March 2021' }],
  ['magnitudes', { ru: '2,5 млн', ky: '2,5 миллион', en: '2,500,000' }],
  ['words for digits', { ru: 'триста тысяч', ky: '300 миң', en: '300,000' }],
  ['ranges', { ru: 'от 2 до 5 дней', ky: '2–5 күн', en: '2-5 days' }],
  ['percentages', { ru: '40% голосов', ky: '40 пайыз', en: '40 per cent' }],
  ['halves', { ru: '50 процентов', ky: 'жарымы', en: 'half of them' }],
  ['fractions', { ru: 'две трети', ky: 'үчтөн экиси', en: 'two-thirds' }],
  ['decades', { ru: 'в 90-х', ky: '1990-жылдары', en: 'in the 1990s' }],
  ['centuries', { ru: 'в XVI веке', ky: '16-кылымда', en: 'in the 16th century' }],
  ['pronouns and pairs', { ru: 'один из них дважды', ky: 'алардын бири', en: 'a couple of them, once' }],
  ['compounds', { ru: 'четырёхмесячные мыши', ky: '4 айлык чычкан', en: '4-month-old mice' }],
  ['conversions', { ru: '137 км/ч', ky: '85 миль', en: '85 miles per hour' }],
  ['dates', { ru: '24 июля 2019 года', ky: '2019-жылдын 24-июлу', en: 'July 25, 2019' }],
  ['typed list numbers and footnotes', { ru: '1. Первый [2]', ky: '2) Биринчи', en: 'The first [3]' }],
  ['one version alone', { ru: '5 человек' }],
])('is quiet about %s', (_, texts) => {
  expect(check(texts).found).toEqual([]);
});

test('is quiet about a paragraph that stands in another row', () => {
  const { found } = check(
    { ru: '384 человека', ky: '384 адам', en: 'Nothing.' },
    { ru: 'Ничего.', ky: 'Эч нерсе.', en: '384 people' },
  );
  expect(found).toEqual([]);
});

test('says once that a row does not belong together', () => {
  const { found } = check({
    ru: '11, 12, 13, 14, 15, 16',
    ky: '11, 12, 13, 14, 15, 16',
    en: '21, 32, 43, 54, 65, 76',
  });
  expect(found.map(({ message }) => message)).toEqual(['many']);
});

test.each<[string, Texts, string | null]>([
  ['English separators', { ru: '1 500 000', ky: '1 500 000', en: '1,400,000' }, '1,500,000'],
  ['a Kyrgyz ending that would change', { ru: '5 лет', ky: '3төн ашык', en: '5 years' }, null],
  ['a Russian noun that would change', { ru: '5 месяцев', ky: '2 ай', en: '2 months' }, null],
  ['an English ordinal that would change', { ru: '21-й', ky: '21-чи', en: '24th' }, null],
  ['words', { ru: 'шесть обвинений', ky: '5 айып', en: '5 charges' }, null],
])('offers a fix where its form is certain: %s', (_, texts, fix) => {
  const { found } = check(texts);
  expect(found).toHaveLength(1);
  expect(found[0]?.fixes[0]?.text ?? null).toBe(fix);
});

test('does not compare a version that differs on purpose', () => {
  const row = makeRow('a', { ru: '5 раз', ky: '5 жолу', en: '6 times' });
  const adapted = { reason: 'for readers abroad', author: 'A', time: 0 };
  const paragraphs = row.cells.en.paragraphs.map((paragraph) => ({ ...paragraph, adapted }));
  const rows = [{ ...row, cells: { ...row.cells, en: { ...row.cells.en, paragraphs } } }];
  expect(findIn(number, rows)).toEqual([]);
});
