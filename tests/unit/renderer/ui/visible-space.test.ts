import { expect, test } from 'vitest';
import { visibleSpace } from '../../../../renderer/ui/visible-space';

test.each([
  [' ', '␣'],
  ['  ', '␣␣'],
  ['\u00a0', '⍽'],
  ['\n', '↵'],
  ['two words', 'two words'],
  ['', ''],
])('a space that came or went is seen, and words are left as they are: %j', (text, shown) => {
  expect(visibleSpace(text)).toBe(shown);
});
