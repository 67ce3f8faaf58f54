import { expect, test } from 'vitest';
import { choosePackages } from '../../../../scripts/setup/system-libraries.mjs';

test('names only what the machine lacks', () => {
  const complete = { libraries: false, display: false, font: false, programs: [] };
  expect(choosePackages(complete)).toEqual([]);
  expect(choosePackages({ ...complete, display: true })).toEqual(['xvfb']);
  expect(choosePackages({ ...complete, font: true })).toEqual(['fonts-dejavu-core']);
  expect(choosePackages({ ...complete, libraries: true })).toContain('libnss3');
});
