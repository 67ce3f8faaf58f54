import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typography, RULES } from '../../../../../shared/checks/typography/typography';
import { LANGUAGES, type Language } from '../../../../../shared/model/language';
import { apply, findIn, makeRow } from '../rows';
import { expectToGrowWithSize } from '../../../growth-of-time';

const NB = '\u00A0';

const rule = (language: Language, id: string) => {
  const found = RULES[language].find((one) => one.id === id);
  if (!found) throw new Error(`no rule ${id} for ${language}`);
  return found;
};

const mend = (text: string, { observe }: (typeof RULES)['ru'][number]): string =>
  observe(text)
    .broken.toSorted((a, b) => b.start - a.start)
    .reduce((mended, { start, end, by }) => mended.slice(0, start) + by + mended.slice(end), text);

test.each([
  ['ru', 'spaceBefore', 'Да , нет . Что ?', 'Да, нет. Что?'],
  ['ru', 'spaceAfter', 'Дорога,мост.Вода и т.д.', 'Дорога, мост. Вода и т.д.'],
  ['ky', 'spaceAfter', 'Жол,көпүрө.Суу', 'Жол, көпүрө. Суу'],
  [
    'en',
    'spaceAfter',
    'A road,bridge.The water. Node.js, U.S.A',
    'A road, bridge. The water. Node.js, U.S.A',
  ],
  ['ru', 'decimal', '12.5% и 2.5 млн, но 12.05.2024 и 1.5 км', '12,5% и 2,5 млн, но 12.05.2024 и 1.5 км'],
  ['ky', 'decimal', '12.5% жана 2.5 млн', '12,5% жана 2,5 млн'],
  ['en', 'decimal', '12,5% and 2,5 million, but 1,200 million', '12.5% and 2.5 million, but 1,200 million'],
  ['ru', 'groups', '1,234,567 и 1,234', `1${NB}234${NB}567 и 1,234`],
  ['en', 'groups', `1 234 567, 12${NB}000 and 2019 500 people`, '1,234,567, 12,000 and 2019 500 people'],
  ['ru', 'monthCapital', '26 Июня', '26 июня'],
  ['ky', 'monthCapital', '26-Июнда, Майрам', '26-июнда, Майрам'],
  ['ru', 'quotationMarks', '"Газета "Слово" вышла", “Да”', '«Газета „Слово“ вышла», «Да»'],
  ['ky', 'quotationMarks', '“Манас“ жана "Семетей"', '«Манас» жана «Семетей»'],
  ['en', 'quotationMarks', `"It's 'so' 6'2" high", «no»`, `“It’s ‘so’ 6'2" high”, “no”`],
  ['ru', 'quotationMarks', 'Он сказал "да', 'Он сказал "да'],
  ['ru', 'hyphenForDash', 'Бишкек - столица, 5 - 6, кое-кто', 'Бишкек — столица, 5 - 6, кое-кто'],
  ['en', 'threeDots', 'Well... so.... no', 'Well… so.... no'],
  [
    'ky',
    'dateHyphen',
    '2024 жылдын 26 июнундагы, 2000 жыл мурун, 10 жылдан',
    '2024-жылдын 26-июнундагы, 2000 жыл мурун, 10 жылдан',
  ],
  ['ky', 'percentSpace', '12,5 %', '12,5%'],
  ['ru', 'noBreak', 'А.С. Пушкин — поэт, №5, 12%', `А.${NB}С.${NB}Пушкин${NB}— поэт, №${NB}5, 12${NB}%`],
  ['ky', 'noBreak', '№567', `№${NB}567`],
] as const)('mends (%s, %s): %s', (language, id, text, right) => {
  expect(mend(text, rule(language, id))).toBe(right);
});

const piece = fc.constantFrom(
  ...[
    'да',
    'Мост',
    'жол',
    'Жаңы',
    'road',
    'The',
    "it's",
    'А.',
    'С.',
    '5',
    '12',
    '567',
    '2024',
    'жылдын',
    'Июня',
    'июнундагы',
    'млн',
    'million',
  ],
  ...[
    '%',
    '№',
    '"',
    "'",
    '«',
    '»',
    '„',
    '“',
    '”',
    '‘',
    '’',
    '(',
    ')',
    ',',
    '.',
    '...',
    '!',
    '?',
    ':',
    ' ',
    ' ',
    ' ',
    NB,
    '-',
    '--',
    '–',
    '—',
    '@',
    '//',
  ],
);

/** As texts are kept: neither spaces at the ends nor two plain ones in a row. */
const text = fc
  .array(piece, { maxLength: 30 })
  .map((pieces) => pieces.join('').replace(/ {2,}/g, ' ').trim());

test.each(LANGUAGES)('never changes a letter or a digit in %s, and leaves nothing to mend', (language) => {
  const essence = (of: string): string => of.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  fc.assert(
    fc.property(text, (given) => {
      for (const one of RULES[language]) {
        const mended = mend(given, one);
        expect(essence(mended)).toBe(essence(given));
        expect(mend(mended, one), one.id).toBe(mended);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('gives one finding for all slips of one kind in a version', () => {
  const rows = [makeRow('a', { ru: 'Да , нет .', ky: 'Ооба , жок' }), makeRow('b', { ru: 'Ещё , раз' })];
  const found = findIn(typography, rows);
  expect(found).toMatchObject([
    { rowId: 'a', message: 'spaceBefore', severity: 'minor', params: { language: 'ru', places: 3 } },
    { rowId: 'a', message: 'spaceBefore', params: { language: 'ky', places: 1 } },
  ]);
  expect(apply(rows, found).ru).toEqual(['Да, нет.', 'Ещё, раз']);
});

test('takes what a version does throughout for its style, and says so only where it is often', () => {
  const straight = 'Он сказал "да" опять.';
  const few = [makeRow('a', { ru: straight })];
  expect(findIn(typography, few)).toEqual([]);
  const many = Array.from({ length: 10 }, (_, n) => makeRow(`r${n}`, { ru: straight }));
  expect(findIn(typography, many)).toMatchObject([{ message: 'quotationMarks', severity: 'neutral' }]);
  const usual = Array.from({ length: 3 }, (_, n) => makeRow(`c${n}`, { ru: 'Он сказал «да» опять.' }));
  expect(findIn(typography, [...usual, ...few])).toMatchObject([
    { message: 'quotationMarks', severity: 'minor' },
  ]);
});

test('leaves an English version its straight marks, unless most of its marks are curly', () => {
  const straight = makeRow('a', { en: 'He said "yes" again.' });
  const many = Array.from({ length: 10 }, (_, n) => ({ ...straight, id: `r${n}` }));
  expect(findIn(typography, many)).toEqual([]);
  const curly = Array.from({ length: 3 }, (_, n) => makeRow(`c${n}`, { en: 'He said “yes” again.' }));
  expect(findIn(typography, [...curly, straight])).toMatchObject([
    { message: 'quotationMarks', severity: 'minor' },
  ]);
});

test('writes the dash the version has otherwise', () => {
  const rows = [makeRow('a', { ru: 'Ош – город, Нарын – тоже.' }), makeRow('b', { ru: 'Бишкек - столица.' })];
  expect(apply(rows, findIn(typography, rows)).ru[1]).toBe('Бишкек – столица.');
});

test('leaves addresses alone', () => {
  const rows = [makeRow('a', { ru: 'См. https://example.org/дорога,мост и дорога@почта,мост' })];
  expect(findIn(typography, rows)).toEqual([]);
});

test.each(['а', '.', '"', "'", '1', '- ', '1 ', '1,', 'А.', ' ,', NB, 'a,'])(
  'takes time in proportion to the length of a text of "%s"',
  (sign) => {
    for (const language of LANGUAGES)
      expectToGrowWithSize(
        (n) => findIn(typography, [makeRow('a', { [language]: `б${sign.repeat(n)}` })]),
        8_000,
      );
  },
);
