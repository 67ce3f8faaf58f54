import { expect, test } from 'vitest';
import { inCaseOf } from '../../../../shared/text/in-case-of';

test.each([
  ['тонна', 'центнер', 'центнер'],
  ['Тонна', 'центнер', 'Центнер'],
  ['«Тонна', 'центнер', 'Центнер'],
  ['ТОННА', 'центнер', 'ЦЕНТНЕР'],
  ['ӨЛКӨ', 'үңкүр', 'ҮҢКҮР'],
  ['Я', 'мы', 'Мы'],
  ['тонна', 'ООН', 'ООН'],
  ['Тонна', 'iPhone', 'iPhone'],
  ['12', 'сто', 'сто'],
  ['Слово', '', ''],
])('in place of “%s”, “%s” is written “%s”', (replaced, text, written) => {
  expect(inCaseOf(replaced, text)).toBe(written);
});
