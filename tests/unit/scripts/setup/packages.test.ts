import { expect, test } from 'vitest';
import { findOutdatedPackages } from '../../../../scripts/setup/packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

test('finds nothing to do when all is installed, but for packages of other platforms', () => {
  expect(findOutdatedPackages(wanted, { packages: { 'node_modules/react': { version: '19.3.1' } } })).toEqual(
    [],
  );
});

test('finds packages that are missing or of another version, also optional ones', () => {
  expect(findOutdatedPackages(wanted, { packages: {} })).toEqual(['node_modules/react']);
  const installed = {
    packages: {
      'node_modules/react': { version: '18.0.0' },
      'node_modules/fsevents': { version: '2.0.0', optional: true },
    },
  };
  expect(findOutdatedPackages(wanted, installed)).toEqual(['node_modules/react', 'node_modules/fsevents']);
});
