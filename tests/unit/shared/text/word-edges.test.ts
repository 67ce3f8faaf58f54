import { expect, test } from 'vitest';
import { headLength, tailLength } from '../../../../shared/text/word-edges';

const head = (text: string, most: number) => text.slice(0, headLength(text, most));
const tail = (text: string, most: number) => text.slice(text.length - tailLength(text, most));

test.each([
  ['энергетический аналитик', 20, 'энергетический', 'аналитик'],
  ['Осмонов / агентство', 11, 'Осмонов /', '/ агентство'],
  ['двадцать пять', 13, 'двадцать пять', 'двадцать пять'],
  ['от Камбар-Ата-1', 13, 'от', 'Камбар-Ата-1'],
  // Longer than what is shown: better a part of it than nothing.
  ['водохранилище', 5, 'водох', 'илище'],
])('of "%s" nothing is shown of a word that would be cut', (text, most, first, last) => {
  expect(head(text, most)).toBe(first);
  expect(tail(text, most)).toBe(last);
});
