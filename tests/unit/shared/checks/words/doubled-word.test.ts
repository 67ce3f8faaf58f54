import { expect, test } from 'vitest';
import { doubledWord } from '../../../../../shared/checks/words/doubled-word';
import { apply, findIn, makeRow, quotes } from '../rows';

test.each([
  ['en', 'In the the north', 'In the north', 'the the'],
  ['en', 'The the north', 'The north', 'The the'],
  ['ru', 'Он был в\u00A0в городе', 'Он был в городе', 'в\u00A0в'],
  ['ru', 'Это было сделано сделано вчера', 'Это было сделано вчера', 'сделано сделано'],
  ['ky', 'Бишкек жана жана Ош', 'Бишкек жана Ош', 'жана жана'],
  ['ky', 'Мамлекеттин мамлекеттин башчысы', 'Мамлекеттин башчысы', 'Мамлекеттин мамлекеттин'],
] as const)('finds and mends a doubled word (%s): %s', (language, text, right, quoted) => {
  const rows = [makeRow('a', { [language]: text })];
  const found = findIn(doubledWord, rows);
  expect(found.flatMap((finding) => quotes(rows, finding))).toEqual([`${language}: ${quoted}`]);
  expect(apply(rows, found)[language]).toEqual([right]);
});

test.each([
  ['ky', 'тез-тез, акырын акырын, түрдүү түрдүү өлкөлөр, чоң чоң үйлөр, бара бара'],
  ['ru', 'еле-еле, еле еле, Дюран Дюран, что, что, он и он-лайн, да да'],
  ['en', 'He had had it. I know that that is so. Duran Duran, no, no, it is so-so so far.'],
] as const)('is quiet about what may stand twice in %s', (language, text) => {
  expect(findIn(doubledWord, [makeRow('a', { [language]: text })])).toEqual([]);
});

test('mends a word that stands three times', () => {
  const rows = [makeRow('a', { en: 'In the the the north' })];
  expect(apply(rows, findIn(doubledWord, rows)).en).toEqual(['In the north']);
});
