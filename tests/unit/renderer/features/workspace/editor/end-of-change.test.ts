import { expect, test } from 'vitest';
import { endOfChange } from '../../../../../../renderer/features/workspace/editor/end-of-change';

test.each([
  ['ab', 'axb', 2],
  ['axb', 'ab', 1],
  ['aa', 'aaa', 3],
  ['', 'new', 3],
  ['old', '', 0],
  ['same', 'same', 4],
])('what changes "%s" to "%s" ends at %i', (before, after, end) => {
  expect(endOfChange(before, after)).toBe(end);
});
