import { expect, test } from 'vitest';
import { hiddenCharacter } from '../../../../../shared/checks/letters/hidden-character';
import { showHidden } from '../../../../../shared/text/hidden-characters';
import { apply, findIn, makeRow } from '../rows';

test.each([
  ['a turned number', 'Счёт \u202e0001\u202c.', 'Счёт 0001.', 'turns', 'U+202E, U+202C'],
  ['isolates', 'Имя \u2066\u2067а\u2069\u2069', 'Имя а', 'turns', 'U+2066, U+2067, U+2069'],
  ['a joiner inside a word', 'во\u200dда', 'вода', 'hidden', 'U+200D'],
  ['a filler', 'вода\u3164', 'вода', 'hidden', 'U+3164'],
  [
    'a mark of direction where nothing runs to the left',
    'вода\u200f, свет',
    'вода, свет',
    'hidden',
    'U+200F',
  ],
] as const)('finds and takes out %s', (_what, text, right, message, codes) => {
  const rows = [makeRow('a', { ru: text })];
  const found = findIn(hiddenCharacter, rows);
  expect(found.map((finding) => [finding.message, finding.params])).toEqual([[message, { codes }]]);
  expect(apply(rows, found).ru).toEqual([right]);
});

test.each([
  'Дом\u00a0№\u00a05, 100\u202f000, не\u2011разрывный, сло\u2060во',
  'Учёный 👩\u200d💻, семья 👨\u200d👩\u200d👧, сердце ❤\ufe0f, Англия 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'Слово سلام\u200f! и می\u200cخواهم',
])('is quiet about typography, emoji and Arabic: %s', (text) => {
  expect(findIn(hiddenCharacter, [makeRow('a', { ru: text })])).toEqual([]);
});

test('where a text is shown without markup a sign stands for each', () => {
  expect(showHidden('Счёт \u202e0001\u202c.')).toBe('Счёт ◊0001◊.');
  expect(showHidden('Счёт 0001.')).toBe('Счёт 0001.');
});
