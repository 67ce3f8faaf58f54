import { expect, test } from 'vitest';
import { loadSpelling } from '../../../../main/checking/load-spelling';

test('knows the words of three languages', async () => {
  const { isKnown, suggest } = await loadSpelling();
  for (const word of ['правительство', 'правительствами', 'ёлка', 'елка'])
    expect(isKnown(word, 'ru')).toBe(true);
  for (const word of ['government', 'governments', 'reparation']) expect(isKnown(word, 'en')).toBe(true);
  for (const word of ['мамлекет', 'мамлекеттердин', 'өкмөтүнүн']) expect(isKnown(word, 'ky')).toBe(true);
  expect(isKnown('правительсто', 'ru')).toBe(false);
  expect(suggest('правительсто', 'ru')).toContain('правительство');
  expect(suggest('recieve', 'en')).toContain('receive');
  expect(suggest('мамелкеттердин', 'ky')).toEqual(['мамлекеттердин']);
  expect(suggest('бардыгынын', 'ky')).toEqual([]);
});

test('reads the dictionaries once', () => {
  expect(loadSpelling()).toBe(loadSpelling());
});
