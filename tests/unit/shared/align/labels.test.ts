import { expect, test } from 'vitest';
import { labelsOf } from '../../../../shared/align/labels';

const labels = (...texts: readonly (readonly [string, string])[]) =>
  labelsOf(texts.map(([text, label]) => ({ text, label })));

test.each([
  ['2. Second', '', '2'],
  ['[2] Source', '', '2'],
  ['3) Third', '', '3'],
  ['• A point', '', '•'],
  ['Second', '2.', '2'],
  ['Note', '*', '*'],
  ['2019 was dry.', '', ''],
])('the label of "%s" with label "%s"', (text, label, expected) => {
  expect(labels([text, label])).toEqual([expected]);
});

test('a number in a list goes with how many the list has', () => {
  expect(labels(['a', '1.'], ['b', '2.'], ['', ''], ['c', '1)'], ['2) d', ''], ['e', '3'])).toEqual([
    '1 of 2',
    '2 of 2',
    '',
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ]);
});
