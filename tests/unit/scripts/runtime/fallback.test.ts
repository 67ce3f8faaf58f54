import { expect, test } from 'vitest';
import { placeEntry } from '../../../../scripts/runtime/fallback.mjs';

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/icudtl.dat', 'icudtl.dat'],
  ['Cypress/locales/ru.pak', 'locales/ru.pak'],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/resources/app-update.yml', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['elsewhere/icudtl.dat', undefined],
])('puts %s at %s', (name, place) => {
  expect(placeEntry(name)).toBe(place);
});
