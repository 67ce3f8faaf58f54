import { expect, test } from 'vitest';
import { countVariant } from '../../../../../shared/checks/numbers/count-variant';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

const find = (texts: readonly Partial<PerLanguage<string>>[]) => {
  const rows = texts.map((each, n) => makeRow(`row-${n}`, each));
  return findIn(countVariant, rows).map((finding) => ({ ...finding, quotes: quotes(rows, finding) }));
};

test('reports one thing under two words with two numbers, in one version alone', () => {
  const found = find([
    { en: 'The parliament brought five charges.', ru: 'Парламент выдвинул пять обвинений.' },
    { en: 'It put forward six accusations.', ru: 'Он выдвинул шесть обвинений.' },
  ]);
  expect(found).toMatchObject([
    {
      rowId: 'row-1',
      message: 'differs',
      params: { language: 'en', count: 'six accusations', other: 'five charges' },
      quotes: ['en: six accusations', 'en: five charges'],
    },
  ]);
});

test.each<[string, readonly Partial<PerLanguage<string>>[]]>([
  ['the number is the same', [{ en: 'He has five charges.' }, { en: 'The 5 accusations are old.' }]],
  ['the word is the same', [{ en: 'He has five charges.' }, { en: 'She has six charges.' }]],
  ['it is a form of the same word', [{ ky: 'Ал эки матчты утту.' }, { ky: 'Алар төрт матчта утулду.' }]],
  ['people are counted', [{ en: 'Six persons came.' }, { en: 'Two individuals left.' }]],
  ['times are counted', [{ ky: 'Баасы үч эсе өстү.' }, { ky: 'Ал он бир жолу келди.' }]],
  ['it is measured', [{ en: 'It costs five dollars.' }, { en: 'It costs six bucks.' }]],
  ['the numbers are large', [{ en: 'It has 500 charges.' }, { en: 'It has 600 accusations.' }]],
])('says nothing where %s', (_, texts) => {
  expect(find(texts)).toEqual([]);
});
