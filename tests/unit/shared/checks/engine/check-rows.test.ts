import { expect, test } from 'vitest';
import type { ArticleCheck, RowCheck } from '../../../../../shared/checks/engine/check';
import { makeChecker } from '../../../../../shared/checks/engine/check-rows';
import { makeRow } from '../rows';

const everyWord: RowCheck = {
  id: 'doubledWord',
  scope: 'row',
  severity: 'minor',
  category: 'linguisticConventions/spelling',
  find: ({ all }) =>
    all.en.flatMap(({ id, text }) =>
      [...text.matchAll(/\w+/g)].map(({ 0: word, index }) => ({
        message: 'unknown',
        spans: [{ language: 'en' as const, paragraphId: id, start: index, end: index + word.length }],
      })),
    ),
};

test('keeps what it found in rows that did not change', () => {
  let looked = 0;
  const counting: RowCheck = {
    ...everyWord,
    find: (row, context) => ((looked += 1), everyWord.find(row, context)),
  };
  const check = makeChecker([counting], { glossary: '' });
  const first = makeRow('a', { en: 'one' });
  check([first, makeRow('b', { en: 'two' })]);
  const changed = [first, makeRow('b', { en: 'two three' })];
  expect(check(changed).map(({ rowId }) => rowId)).toEqual(['a', 'b', 'b']);
  expect(looked).toBe(3);
});

test('names findings by their texts: the same as long as these stay, and no two alike', () => {
  const check = makeChecker([everyWord], { glossary: '' });
  const before = check([makeRow('a', { en: 'so so' })]).map(({ key }) => key);
  expect(new Set(before).size).toBe(2);
  const after = check([makeRow('a', { en: 'well, so so' })]).map(({ key }) => key);
  expect(after.slice(1)).toEqual(before);
});

test('puts what is found across the article to the row of its first place', () => {
  const last: ArticleCheck = {
    ...everyWord,
    scope: 'article',
    find: (rows) => rows.flatMap((row) => everyWord.find(row, { glossary: '' })).slice(-1),
  };
  const found = makeChecker([last], { glossary: '' })([
    makeRow('a', { en: 'one' }),
    makeRow('b', { en: 'two' }),
  ]);
  expect(found.map(({ rowId }) => rowId)).toEqual(['b']);
});
