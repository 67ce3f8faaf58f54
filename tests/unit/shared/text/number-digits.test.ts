import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { readDigits, writeDigits } from '../../../../shared/text/number-digits';

test.each<[string, Language, readonly number[] | null]>([
  ['1 234', 'ru', [1234]],
  ['1,234', 'ru', [1.234, 1234]],
  ['1,234', 'en', [1234, 1.234]],
  ['0,125', 'ru', [0.125]],
  ['2.5', 'ky', [2.5]],
  ['1.234.567', 'ru', [1_234_567]],
  ['1.234,5', 'ru', [1234.5]],
  ['24.07.2019', 'ru', null],
])('reads %s (%s)', (text, language, values) => {
  expect(readDigits(text, language)).toEqual(values);
});

test.each<[number, string, Language, string]>([
  [384, '394', 'ky', '384'],
  [2_500_000, '1\u00A0234', 'ru', '2\u00A0500\u00A0000'],
  [12_500, '1,234', 'en', '12,500'],
  [2.5, '3,5', 'ru', '2,5'],
  [2.5, '7', 'en', '2.5'],
  [2019, '2049', 'ru', '2019'],
])('writes %s like %s (%s)', (value, like, language, text) => {
  expect(writeDigits(value, like, language)).toBe(text);
});
