import { describe, expect, it, test } from 'vitest';
import { describeError } from '../../../../../main/system/log/describe-error';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('describing an error', () => {
  test.each([
    ['Unexpected token \'Б\', "Беш жыл "... is not valid JSON', 'Unexpected token …'],
    [
      "ENOENT: no such file or directory, open '/home/aizada/x.md'",
      'ENOENT: no such file or directory, open …',
    ],
    ['cannot read C:\\Users\\Aizada\\x.md now', 'cannot read … now'],
    [
      "Cannot read properties of undefined (reading 'cells')",
      "Cannot read properties of undefined (reading 'cells')",
    ],
    [
      "Cannot read properties of undefined (reading 'two words')",
      'Cannot read properties of undefined (reading …',
    ],
    ["can't find “Five years”", "can't find …"],
    ['no such row: Беш жыл', 'no such row: … …'],
    ['Invalid content: <paragraph("water")>\nFive years', 'Invalid content: <paragraph(…'],
    [
      'Invalid regular expression: /Five years of water (u/: Unterminated group',
      'Invalid regular expression …',
    ],
    ['x is not a function', 'x is not a function'],
  ])('of %j keeps %j', (message, kept) => {
    expect(describeError(new Error(message)).message).toBe(kept);
  });

  it('says what it was and where in the program, without the folders', () => {
    const stack = [
      'TypeError: Five years',
      '    at Object.open (/home/aizada/app.asar/out/main/index.cjs:3:14)',
      '    at async file:///home/aizada/out/main/index.cjs:5:1',
      '    at new Promise (<anonymous>)',
      '    at triptych://app/assets/index-a1.js:9:2',
    ].join('\n');
    expect(describeError({ name: 'TypeError', message: '', stack })).toEqual({
      name: 'TypeError',
      message: '',
      frames: ['at Object.open (index.cjs:3:14)', 'at index.cjs:5:1', 'at index-a1.js:9:2'],
    });
  });

  it('holds nothing of a text that an engine quotes', () => {
    for (const text of ['water', 'Беш жыл', '"Five" years', "it's", '{"a": water}', '[1, years]']) {
      const { message } = describeError(thrownBy(() => JSON.parse(text)));
      expect(message).not.toMatch(/water|[^\u0020-\u007e…]|Five|years|it's/);
    }
  });

  it('takes no line of a message for a place in the program', () => {
    const error = new Error('Five\n    at water council (years 12:30:15)');
    expect(describeError(error).frames.join()).not.toMatch(/water|12:30:15/);
  });

  it('takes whatever was thrown', () => {
    const nothing = { name: 'Error', message: '', frames: [] };
    for (const thrown of [null, undefined, 'Five years', 7, { name: 'Five years', message: 3 }])
      expect(describeError(thrown)).toEqual(nothing);
  });
});
