import { expect, test } from 'vitest';
import { term } from '../../../../../shared/checks/terms/term';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';
import { expectToGrowWithSize } from '../../../growth-of-time';

const glossary = `центральный банк | борбордук банк | central bank
банк | банк | bank
правительство | өкмөт | government, cabinet
учётная ставка | эсептик чен | discount rate
США | АКШ | US, USA
помилование | | pardon`;

type Texts = Partial<PerLanguage<string>>;

const find = (texts: Texts) => {
  const rows = [makeRow('row', texts)];
  return findIn(term, rows, { glossary }).map((finding) => ({ ...finding, quotes: quotes(rows, finding) }));
};

test('says which version has none of the agreed words', () => {
  expect(
    find({
      ru: 'Правительством снижена учётная ставка.',
      ky: 'Өкмөт тарабынан эсептик чен төмөндөтүлгөн.',
      en: 'The ministry cut the discount rates.',
    }),
  ).toMatchObject([
    {
      message: 'missing',
      params: { language: 'en', term: 'правительство', agreed: 'government, cabinet' },
      quotes: ['en: ', 'ru: Правительством', 'ky: Өкмөт'],
    },
  ]);
  expect(
    find({
      ru: 'Решение Центрального банка.',
      ky: 'Улуттук банктын чечими.',
      en: 'A decision of the central bank.',
    }),
  ).toMatchObject([
    { message: 'missing', params: { language: 'ky', term: 'центральный банк', agreed: 'борбордук банк' } },
  ]);
});

test('says where one version alone has the term', () => {
  expect(
    find({ ru: 'Так сказали в министерстве.', ky: 'Министрликте айтышты.', en: 'The government said so.' }),
  ).toMatchObject([
    { message: 'alone', params: { language: 'en', term: 'government', others: 'ru ky' }, severity: 'minor' },
  ]);
});

test.each<[string, Texts]>([
  [
    'every version has one of the agreed words, in whatever form',
    {
      ru: 'Центральные банки и правительства США.',
      ky: 'АКШнын борбордук банктары жана өкмөттөрү.',
      en: 'Central banks and cabinets of the USA.',
    },
  ],
  [
    'a word is only a part of another or no abbreviation',
    { ru: 'Он объявлен банкротом.', ky: 'Ал банкрот деп жарыяланган.', en: 'He told us he was broke.' },
  ],
  ['nothing was agreed for a language', { ru: 'Помилование.', ky: 'Кечирим.', en: 'A pardon.' }],
  ['a version is not there', { ru: 'Правительство.' }],
])('is quiet where %s', (_, texts) => {
  expect(find(texts)).toEqual([]);
});

const many = (terms: number) =>
  Array.from({ length: terms }, (_, n) => `банк ${n} | банк ${n} | bank ${n}`).join('\n');

test.each(['банк ', 'б', 'банк 1 '])('takes time in proportion to the length of a text of "%s"', (part) => {
  const glossary = `банк | банк | bank\n${many(3_000)}`;
  expectToGrowWithSize((n) => {
    const text = part.repeat(n);
    findIn(term, [makeRow('row', { ru: text, ky: text, en: text })], { glossary });
  }, 2_500);
});

test('takes time in proportion to the length of the glossary', () => {
  const text = 'банк 1 '.repeat(200);
  expectToGrowWithSize(
    (n) => findIn(term, [makeRow('row', { ru: text, ky: text, en: text })], { glossary: many(n) }),
    1_000,
  );
});
