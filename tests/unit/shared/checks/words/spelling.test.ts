import { expect, test } from 'vitest';
import type { CheckContext, Spelling } from '../../../../../shared/checks/engine/check';
import { spelling } from '../../../../../shared/checks/words/spelling';
import type { Language } from '../../../../../shared/model/language';
import { meantWords } from '../../../../../shared/text/one-edit';
import { apply, findIn, makeRow } from '../rows';

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['правительство', 'решение', 'ведущий', 'старта', 'город', 'города'],
  ky: ['мамлекеттик', 'министрлиги'],
  en: ['government', 'decision', 'organization', 'live', 'stream', 'receive'],
};

const ALPHABET = { ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюя', ky: '', en: 'abcdefghijklmnopqrstuvwxyz' };

const dictionaries: Spelling = {
  isKnown: (word, language) => WORDS[language].includes(word),
  suggest: (word, language) => [
    ...new Set([...meantWords(word, ALPHABET[language])].filter((meant) => WORDS[language].includes(meant))),
  ],
};

const context: CheckContext = { glossary: '', spelling: dictionaries };

test.each([
  ['ru', 'правителсьство', ['правительство']],
  ['ru', 'правиетльство', ['правительство']],
  ['ru', 'правительсттво', ['правительство']],
  ['ru', 'првительство', ['правительство']],
  ['ru', 'провительство', ['правительство']],
  ['ru', 'стартап', []],
  ['ru', 'соведущий', []],
  ['ru', 'Правиетльство', []],
  ['ru', 'горо', []],
  ['en', 'goverment', ['government']],
  ['en', 'recieve', ['receive']],
  ['en', 'organisation', []],
  ['en', 'livestream', []],
  ['en', 'blockchain', []],
] as const)('says of %s "%s" what it may mean', (language, word, meant) => {
  const rows = [makeRow('a', { [language]: word })];
  const found = findIn(spelling, rows, context);
  expect(found.map(({ params }) => params['suggestion'])).toEqual(meant);
  expect(apply(rows, found)[language]).toEqual([meant[0] ?? word]);
});

test('is quiet without dictionaries, and about words that are agreed, frequent or in the other language too', () => {
  const row = makeRow('a', { en: 'goverment' });
  expect(findIn(spelling, [row])).toEqual([]);
  expect(findIn(spelling, [row], { ...context, glossary: 'а | б | Goverment' })).toEqual([]);
  expect(findIn(spelling, [makeRow('a', { en: 'goverment goverment goverment' })], context)).toEqual([]);
  expect(findIn(spelling, [makeRow('a', { ru: 'првительство', ky: 'првительство' })], context)).toEqual([]);
});

test('takes for a Kyrgyz slip what differs in the stem from a known word of the article', () => {
  const good = 'мамлекеттик иш, мамлекеттик тил';
  const found = findIn(spelling, [makeRow('a', { ky: `${good}, мамлкеттик жол` })], context);
  expect(found).toMatchObject([{ params: { word: 'мамлкеттик', suggestion: 'мамлекеттик' } }]);
  // An ending, a word that stands only once, and one nobody knows.
  expect(findIn(spelling, [makeRow('a', { ky: `${good}, мамлекеттин` })], context)).toEqual([]);
  expect(findIn(spelling, [makeRow('a', { ky: 'министрлиги, минстрлиги' })], context)).toEqual([]);
  expect(findIn(spelling, [makeRow('a', { ky: 'борборунда, борборунда, борбрунда' })], context)).toEqual([]);
});

test('asks again when a word was added', () => {
  const row = makeRow('a', { en: 'goverment' });
  expect(findIn(spelling, [row], context)).toHaveLength(1);
  const more: Spelling = {
    ...dictionaries,
    isKnown: (word, language) => word === 'goverment' || dictionaries.isKnown(word, language),
  };
  expect(findIn(spelling, [row], { ...context, spelling: more })).toEqual([]);
});
