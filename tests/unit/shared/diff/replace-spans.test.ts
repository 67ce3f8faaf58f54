import { describe, expect, test } from 'vitest';
import { replaceSpans } from '../../../../shared/diff/replace-spans';
import { plain } from '../model/rich-texts';

describe('other texts in places of a text', () => {
  test.each([
    ['one place', 'five charges', [{ start: 0, end: 4, text: 'six' }], 'six charges'],
    ['a word that goes', 'the the road', [{ start: 4, end: 7, text: '' }], 'the road'],
    [
      'several, in whatever order',
      '"a" and "b"',
      [
        { start: 10, end: 11, text: '”' },
        { start: 0, end: 1, text: '“' },
        { start: 2, end: 3, text: '”' },
        { start: 8, end: 9, text: '“' },
      ],
      '“a” and “b”',
    ],
    ['something put in', 'a [b', [{ start: 4, end: 4, text: ']' }], 'a [b]'],
    [
      'the first of two that overlap',
      'abcdef',
      [
        { start: 0, end: 3, text: 'x' },
        { start: 2, end: 4, text: 'y' },
      ],
      'xdef',
    ],
    ['nothing in what ends before it begins', 'abcdef', [{ start: 4, end: 1, text: 'x' }], 'abcdef'],
    ['a space at which no line breaks', '5 000', [{ start: 1, end: 2, text: '\u00a0' }], '5\u00a0000'],
  ])('%s', (_, text, replacements, result) => {
    expect(replaceSpans(plain(text), replacements).text).toBe(result);
  });

  test('marks stay on their words', () => {
    const content = {
      text: 'On 14 July the dam broke.',
      marks: [{ type: 'strong' as const, start: 11, end: 18 }],
    };
    const { text, marks } = replaceSpans(content, [{ start: 3, end: 10, text: 'the evening of 14 July' }]);
    const [strong] = marks;
    expect(text.slice(strong?.start, strong?.end)).toBe('the dam');
  });
});
