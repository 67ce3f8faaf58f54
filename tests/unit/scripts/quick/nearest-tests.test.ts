import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nearestTests } from '../../../../scripts/quick/nearest-tests.mjs';

const modules = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(shared|tests\/unit)\/.*\.ts$/.test(file));

const near = (file: string) => nearestTests(modules, [file], (each) => each.endsWith('.test.ts'));

test('come in the order of their distance, a test itself first', () => {
  expect(near('tests/unit/shared/checks/numbers/date.test.ts')).toEqual([
    'tests/unit/shared/checks/numbers/date.test.ts',
  ]);
  const tests = near('shared/checks/numbers/date.ts');
  expect(tests[0]).toBe('tests/unit/shared/checks/numbers/date.test.ts');
  expect(tests.length).toBeGreaterThan(1);
});

test('are none for what nobody imports', () => {
  expect(near('docs/checks.md')).toEqual([]);
});
