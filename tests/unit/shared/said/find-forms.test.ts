import { expect, test } from 'vitest';
import { findForms } from '../../../../shared/said/find-forms';
import type { Language } from '../../../../shared/model/language';

const wordsFound = (query: string, language: Language, text: string) =>
  findForms(query, language)({ text, marks: [] }).map(({ start, end }) => text.slice(start, end));

test.each([
  [
    'ru',
    'плотина',
    'Плотину строят у плотины, а не за плотиной; плотник ждёт.',
    ['Плотину', 'плотины', 'плотиной'],
  ],
  [
    'ky',
    'өлкө',
    'Өлкөнүн президенти өлкөдө калды, өлкөлөргө барган жок.',
    ['Өлкөнүн', 'өлкөдө', 'өлкөлөргө'],
  ],
  ['en', 'dam', 'The dams and the dam, not the damage.', ['dams', 'dam']],
  ['ru', 'замок', 'За\u0301мки и замка\u0301ми.', ['За\u0301мки', 'замка\u0301ми']],
  ['ru', 'новая плотина', 'Новую плотину видно; новая, как говорят, плотина далеко.', ['Новую плотину']],
] as const)('%s: %s', (language, query, text, words) => {
  expect(wordsFound(query, language, text)).toEqual(words);
});

test('words that are struck out are not found, and places are those of the whole text', () => {
  const text = 'Дамба и плотина у плотины.';
  const marks = [{ type: 'strike' as const, start: 8, end: 15 }];
  expect(findForms('плотина', 'ru')({ text, marks })).toEqual([{ start: 18, end: 25 }]);
});
