import { expect, test } from 'vitest';
import { cutParams, cutText, SHOWN_LENGTH } from '../../../../shared/model/cut-text';

test('a text that is short enough is shown whole, a longer one cut', () => {
  expect(cutText('Вода пришла', 11)).toBe('Вода пришла');
  expect(cutText('Вода пришла', 5)).toBe('Вода…');
  expect(cutText('а'.repeat(5_000_000))).toHaveLength(SHOWN_LENGTH + 1);
});

test('no character is cut through', () => {
  expect(cutText('аб😀в', 3)).toBe('аб…');
  expect(cutText('аби\u0306\u0301в', 4)).toBe('аб…');
  expect(cutText(`а${'\u0301'.repeat(5000)}`).length).toBeLessThanOrEqual(SHOWN_LENGTH + 1);
});

test('the parameters of a sentence are cut, its numbers are not', () => {
  expect(cutParams({ file: 'а'.repeat(500), limit: 5 }, 3)).toEqual({ file: 'ааа…', limit: 5 });
});
