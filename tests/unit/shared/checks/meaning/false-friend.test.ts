import { expect, test } from 'vitest';
import { falseFriend } from '../../../../../shared/checks/meaning/false-friend';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = PerLanguage<string>;

function check(texts: Texts) {
  const rows = [makeRow('a', texts)];
  return findIn(falseFriend, rows).map((finding) => ({ ...finding, quotes: quotes(rows, finding) }));
}

test('tells a word that looks like that of another version, and what is meant', () => {
  const [finding, ...more] = check({
    ru: 'В селе открылся новый магазин.',
    ky: 'Айылда жаңы дүкөн ачылды.',
    en: 'A new magazine has opened in the village.',
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'looksLike',
    severity: 'minor',
    params: { language: 'en', word: 'magazine', original: 'магазин', right: 'shop' },
    quotes: ['en: magazine', 'ru: магазин'],
  });
});

test.each<[string, Texts, readonly string[]]>([
  [
    'of Russian in English',
    {
      ru: 'Депутаты приняли закон о пастбищах.',
      ky: 'Депутаттар жайыт тууралуу мыйзам кабыл алышты.',
      en: 'The deputies accepted the law on pastures.',
    },
    ['en: accepted the law', 'ky: мыйзам кабыл алышты'],
  ],
  [
    'of Kyrgyz in English',
    {
      ru: 'Шофёр отказался от адвоката.',
      ky: 'Айдоочу жактоочудан баш тартты.',
      en: 'The driver pulled his head from the lawyer.',
    },
    ['en: pulled his head', 'ky: баш тартты'],
  ],
  [
    'of English in Russian',
    {
      ru: 'Встреча взяла место в школе.',
      ky: 'Жолугушуу мектепте өттү.',
      en: 'The meeting took place at the school.',
    },
    ['ru: взяла место', 'en: took place'],
  ],
])('tells a phrase put over word for word, %s', (_, texts, places) => {
  expect(check(texts).map((finding) => finding.quotes)).toEqual([places]);
});

test('tells words that are each the other’s false friend once', () => {
  expect(
    check({
      ru: 'Дорогу строили больше декады.',
      ky: 'Жолду он жылдан ашык курушту.',
      en: 'The road was under construction for more than a decade.',
    }),
  ).toHaveLength(1);
});

test.each<[string, Texts]>([
  [
    'another word of the source says it',
    {
      ru: 'Журнал продают в каждом магазине.',
      ky: 'Журнал ар бир дүкөндө сатылат.',
      en: 'The magazine is sold in every shop.',
    },
  ],
  [
    'the word beside it excuses it',
    {
      ru: 'Он народный артист страны.',
      ky: 'Ал өлкөнүн эл артисти.',
      en: 'He is a People’s Artist of the country.',
    },
  ],
  [
    'no source has the word',
    {
      ru: 'Его напечатали в ежемесячнике.',
      ky: 'Аны айлык басылма жарыялады.',
      en: 'The magazine printed it.',
    },
  ],
])('says nothing where %s', (_, texts) => {
  expect(check(texts)).toEqual([]);
});
