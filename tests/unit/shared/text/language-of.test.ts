import { expect, test } from 'vitest';
import { leaningOf } from '../../../../shared/text/language-of';

test.each([
  'жана',
  'боюнча',
  'шаарларынын',
  'билдирген',
  'сүйлөм',
  'мамлекеттик',
  'жылдардан',
  'таасирдүү',
  'каралууда',
])('takes %s for Kyrgyz', (word) => {
  expect(leaningOf(word)).toBeGreaterThan(0.5);
});

test.each([
  'который',
  'сообщается',
  'государственного',
  'городами',
  'решение',
  'площадь',
  'возможности',
  'объявили',
  'в',
])('takes %s for Russian', (word) => {
  expect(leaningOf(word)).toBeLessThan(-0.5);
});

test.each(['президент', 'банк', 'бишкек'])('does not take %s for either', (word) => {
  expect(Math.abs(leaningOf(word))).toBeLessThanOrEqual(1);
});
