import { expect, test } from 'vitest';
import { kyrgyzLetter } from '../../../../../shared/checks/letters/kyrgyz-letter';
import { apply, findIn, makeRow } from '../rows';

test.each([
  ['ѳлкѳ', 'өлкө'],
  ['ɵлкɵ жана Ɵмүр', 'өлкө жана Өмүр'],
  ['ölkö өлкöсү', 'ölkö өлкөсү'],
  ['жаӊы, жаҥы, жаӈы', 'жаңы, жаңы, жаңы'],
  ['Бишкек қаласы жана Жоғорку Кеңеш', 'Бишкек каласы жана Жогорку Кеңеш'],
  ['күндө бұлар', 'күндө булар'],
  ['ал бұл', 'ал бұл'],
  ['кұндө', 'күндө'],
  ['бір күн', 'бир күн'],
])('mends %s', (text, right) => {
  const rows = [makeRow('a', { ky: text })];
  expect(apply(rows, findIn(kyrgyzLetter, rows)).ky).toEqual([right]);
});

test.each(['Өлкөнүн жаңы күнү', 'Қазақстан халқы деген китеп', 'Ётунхейм, Ünal, Köln шаары'])(
  'is quiet about %s',
  (text) => {
    expect(findIn(kyrgyzLetter, [makeRow('a', { ky: text, ru: 'Ѳмурбек', en: 'Ömür' })])).toEqual([]);
  },
);

test('gives one finding for a character, however often it stands', () => {
  const rows = [makeRow('a', { ky: 'ѳлкѳ' }), makeRow('b', { ky: 'тѳрт' })];
  const [finding, ...more] = findIn(kyrgyzLetter, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rowId: 'a',
    message: 'wrong',
    params: { wrong: 'ѳ', right: 'ө', count: 3 },
  });
  expect(finding?.spans).toHaveLength(3);
});

test('knows no letter for ә', () => {
  expect(findIn(kyrgyzLetter, [makeRow('a', { ky: 'Әли келди' })])).toMatchObject([
    { message: 'foreign', fixes: [] },
  ]);
});

test('says when a version has none of the letters', () => {
  const text = 'Жакында бул тууралуу президент айтты жана аны менен макул болду. ';
  expect(findIn(kyrgyzLetter, [makeRow('a', { ky: text.trim() })])).toEqual([]);
  expect(findIn(kyrgyzLetter, [makeRow('a', { ky: text.repeat(8).trim() })])).toMatchObject([
    { message: 'none', rowId: 'a' },
  ]);
  expect(findIn(kyrgyzLetter, [makeRow('a', { ky: `${text.repeat(8)}Күн.` })])).toEqual([]);
});
