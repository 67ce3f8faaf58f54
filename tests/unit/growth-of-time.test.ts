import { expect, test } from 'vitest';
import { expectToGrowWithSize } from './growth-of-time';

function count(steps: number): number {
  let counted = 0;
  while (counted < steps) counted += 1;
  return counted;
}

test('takes what grows with its size', () => {
  expectToGrowWithSize((n) => count(n * 10_000), 10_000);
});

test('fails for what grows with the square of its size', () => {
  expect(() => expectToGrowWithSize((n) => count(n * n), 10_000)).toThrow(/less than/);
});
