import { describe, expect, test } from 'vitest';
import { nameOfMine } from '../../../main/name-of-mine';

describe('the name of mine', () => {
  test.each([
    ['Water in Osh', 'Water in Osh (mine)'],
    ['Water in Osh (mine)', 'Water in Osh (mine)'],
    ['Water in Osh (mine) 2', 'Water in Osh (mine)'],
    ['Water in Osh (mine) 2 (mine)', 'Water in Osh (mine)'],
    ['Water in Osh (моя версия) 12', 'Water in Osh (mine)'],
    ['Water in Osh (меники) (моя версия) 3', 'Water in Osh (mine)'],
    ['Plan 2030', 'Plan 2030 (mine)'],
    ['(mine)', '(mine) (mine)'],
  ])('beside "%s" is "%s"', (stem, name) => {
    expect(nameOfMine(stem, 'en')).toBe(name);
  });

  test('is in the language of now', () => {
    expect(nameOfMine('Суу (mine) 2', 'ru')).toBe('Суу (моя версия)');
    expect(nameOfMine('Суу (моя версия)', 'ky')).toBe('Суу (меники)');
  });
});
