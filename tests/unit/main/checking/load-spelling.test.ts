import { expect, test } from 'vitest';
import { loadSpelling } from '../../../../main/checking/load-spelling';

test('knows the words of three languages', async () => {
  const { isKnown, suggest } = await loadSpelling();
  for (const word of ['правительство', 'правительствами', 'ёлка', 'елка'])
    expect(isKnown(word, 'ru')).toBe(true);
  for (const word of ['government', 'governments', 'reparation']) expect(isKnown(word, 'en')).toBe(true);
  for (const word of ['мамлекет', 'мамлекеттердин', 'өкмөтүнүн', 'кампаниясы', 'легендарлуу'])
    expect(isKnown(word, 'ky')).toBe(true);
  expect(isKnown('правительсто', 'ru')).toBe(false);
  expect(suggest('правительсто', 'ru')).toContain('правительство');
  expect(suggest('recieve', 'en')).toContain('receive');
});

test('tells what a Kyrgyz word that the grammar cannot make was meant to be', async () => {
  const { isKnown, suggest } = await loadSpelling();
  for (const [typed, meant] of [
    ['мамелкеттердин', 'мамлекеттердин'],
    ['мамлекетттердин', 'мамлекеттердин'],
    ['мамлекеттердн', 'мамлекеттердин'],
    ['мамлекеттардин', 'мамлекеттердин'],
    ['мамликеттердин', 'мамлекеттердин'],
    ['мамбекеттердин', 'мамлекеттердин'],
    ['мамлекеттеердин', 'мамлекеттердин'],
    ['адилеттү', 'адилеттүү'],
    ['белгилуү', 'белгилүү'],
  ] as const) {
    expect(isKnown(typed, 'ky')).toBe(false);
    expect(suggest(typed, 'ky')[0]).toBe(meant);
  }
  // A known word is what it is, a short stem with another letter may be a word that is not known, another letter at the
  // end another form, and many write е for ё.
  for (const word of ['бардыгынын', 'тайпанын', 'мамлекеттергы', 'отчетторунун'])
    expect(suggest(word, 'ky')).toEqual([]);
});

test('reads the dictionaries once', () => {
  expect(loadSpelling()).toBe(loadSpelling());
});
