import { expect, test } from 'vitest';
import { meantWords, slipBetween } from '../../../../shared/text/one-edit';

test.each([
  ['дорогга', 'дорога', { kind: 'extra', at: 5 }],
  ['дрога', 'дорога', { kind: 'missing', at: 1 }],
  ['дарога', 'дорога', { kind: 'other', at: 1 }],
  ['дроога', 'дорога', { kind: 'swapped', at: 1 }],
  ['дорога', 'дорога', null],
  ['дорога', 'город', null],
  ['драого', 'дорога', null],
] as const)('tells the slip that makes %s of %s', (typed, meant, slip) => {
  expect(slipBetween(typed, meant)).toEqual(slip);
});

test('proposes what is one slip away, and nothing else', () => {
  const meant = [...meantWords('raod', 'ador')];
  expect(meant).toEqual(expect.arrayContaining(['road', 'rod', 'rad', 'raood', 'rood', 'raad']));
  expect(meant).not.toContain('rapd');
  expect(meant.filter((word) => word !== 'raod' && slipBetween('raod', word) === null)).toEqual([]);
});
