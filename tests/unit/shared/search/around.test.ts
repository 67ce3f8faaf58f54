import { expect, test } from 'vitest';
import { around } from '../../../../shared/search/around';

const told = (text: string, words: string, most: number) => {
  const start = text.indexOf(words);
  return Object.values(around(text, { start, end: start + words.length }, most)).join('|');
};

test.each([
  ['всё, что есть', 'Вот плотина, о ней.', 'плотина', 40, 'Вот |плотина|, о ней.'],
  [
    'от слова до слова',
    'Говорят, новая плотина строится давно.',
    'плотина',
    10,
    '…новая |плотина| строится…',
  ],
  ['строки как пробелы', 'Раз\nдва три', 'два', 40, 'Раз |два| три'],
  ['не части знаков', '😀😀😀х😀😀😀', 'х', 3, '…😀|х|😀😀…'],
])('tells what stands around: %s', (_, text, words, most, expected) => {
  expect(told(text, words, most)).toBe(expected);
});
