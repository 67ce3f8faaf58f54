import { describe, expect, test } from 'vitest';
import { nameWithEnding } from '../../../../main/app/name-ending';

describe('the name of a file that is made of a project', () => {
  test.each([
    ['Water in Osh', 'Water in Osh (mine)'],
    ['Water in Osh (mine)', 'Water in Osh (mine)'],
    ['Water in Osh (mine) 2', 'Water in Osh (mine)'],
    ['Water in Osh (mine) 2 (mine)', 'Water in Osh (mine)'],
    ['Water in Osh (моя версия) 12', 'Water in Osh (mine)'],
    ['Water in Osh (меники) (моя версия) 3', 'Water in Osh (mine)'],
    ['Plan 2030', 'Plan 2030 (mine)'],
    ['(mine)', '(mine) (mine)'],
  ])('of "%s" is "%s"', (stem, name) => {
    expect(nameWithEnding(stem, 'mine', 'en')).toBe(name);
  });

  test('is in the language of now', () => {
    expect(nameWithEnding('Суу (mine) 2', 'mine', 'ru')).toBe('Суу (моя версия)');
    expect(nameWithEnding('Суу (моя версия)', 'mine', 'ky')).toBe('Суу (меники)');
  });

  test('says each thing once', () => {
    expect(nameWithEnding('Water recovered', 'recovered', 'en')).toBe('Water recovered');
    expect(nameWithEnding('Water copy 3', 'copy', 'en')).toBe('Water copy');
    expect(nameWithEnding('Water recovered', 'mine', 'en')).toBe('Water recovered (mine)');
  });
});
