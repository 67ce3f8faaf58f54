import { expect, test } from 'vitest';
import { formatProgress } from '../../../../scripts/runtime/progress.mjs';

test('draws how much is done', () => {
  expect(formatProgress('Reading', 0)).toBe(`Reading [${'.'.repeat(30)}]   0%`);
  expect(formatProgress('Reading', 0.5)).toBe(`Reading [${'#'.repeat(15)}${'.'.repeat(15)}]  50%`);
  expect(formatProgress('Reading', 1.2)).toBe(`Reading [${'#'.repeat(30)}] 100%`);
});
