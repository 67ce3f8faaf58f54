import { expect, test } from 'vitest';
import { termVariant } from '../../../../../shared/checks/terms/term-variant';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

const find = (glossary: string, texts: readonly Partial<PerLanguage<string>>[]) => {
  const rows = texts.map((each, n) => makeRow(`row-${n}`, each));
  return findIn(termVariant, rows, { glossary }).map((finding) => ({
    ...finding,
    quotes: quotes(rows, finding),
  }));
};

const agreed = 'правительство | өкмөт | government, cabinet';

test('reports the rarer rendering of a term of the glossary', () => {
  const found = find(agreed, [
    { ru: 'Правительство решило.', en: 'The government decided.' },
    { ru: 'От имени правительства.', en: 'On behalf of the government.' },
    { ru: 'Он критикует правительство.', en: 'He criticises the cabinet.' },
  ]);
  expect(found).toMatchObject([
    {
      rowId: 'row-2',
      message: 'variant',
      params: { language: 'en', name: 'cabinet', usual: 'government' },
      quotes: ['en: cabinet', 'en: government', 'ru: правительства'],
    },
  ]);
});

test('reports two names of one country, without any glossary', () => {
  const found = find('', [
    { ru: 'Он уехал из Кыргызстана.', en: 'He left Kyrgyzstan.' },
    { ru: 'Он в Кыргызстане.', en: 'He is in Kyrgyzstan.' },
    { ru: 'Он любит Киргизию.', en: 'He loves Kyrgyzstan.' },
  ]);
  expect(found).toMatchObject([
    { rowId: 'row-2', params: { language: 'ru', name: 'Киргизия', usual: 'Кыргызстан' } },
  ]);
});

test.each<[string, string, readonly Partial<PerLanguage<string>>[]]>([
  [
    'the others have two words as well',
    'правительство, кабинет | өкмөт | government, cabinet',
    [
      { ru: 'Правительство решило.', en: 'The government decided.' },
      { ru: 'Кабинет решил.', en: 'The cabinet decided.' },
    ],
  ],
  [
    'both words stand in one row',
    agreed,
    [
      { ru: 'Правительство решило.', en: 'The government decided.' },
      { ru: 'Правительство решило.', en: 'The cabinet of the government decided.' },
    ],
  ],
  [
    'no other version has the term',
    agreed,
    [
      { ru: 'Правительство решило.', en: 'The government decided.' },
      { ru: 'Он решил.', en: 'The cabinet decided.' },
    ],
  ],
  [
    'a common word is translated in two ways and no glossary says anything',
    '',
    [
      { ru: 'Управление города.', en: 'The management of the city.' },
      { ru: 'Управление школы.', en: 'The administration of the school.' },
    ],
  ],
])('is quiet where %s', (_, glossary, texts) => {
  expect(find(glossary, texts)).toEqual([]);
});
