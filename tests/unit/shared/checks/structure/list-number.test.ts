import { expect, test } from 'vitest';
import { listNumber } from '../../../../../shared/checks/structure/list-number';
import type { PerLanguage } from '../../../../../shared/model/language';
import type { Row } from '../../../../../shared/model/row';
import { findIn, makeRow } from '../rows';

type Texts = Partial<PerLanguage<string>>;

function messages(...texts: readonly Texts[]): readonly string[] {
  return findIn(
    listNumber,
    texts.map((each, n) => makeRow(`r${n}`, each)),
  ).map(({ message, params }) => `${message} ${params.language} ${params.label ?? params.said}`);
}

/** A row whose paragraphs have these labels by their format. */
function labelled(id: string, label: string, role: 'listItem' | 'footnote' = 'listItem'): Row {
  const row = makeRow(id, { ru: 'Пункт', ky: 'Пункт', en: 'Item' });
  const paragraphs = row.cells.en.paragraphs.map((paragraph) => ({ ...paragraph, label, role }));
  return { ...row, cells: { ...row.cells, en: { ...row.cells.en, paragraphs } } };
}

test('says which version numbers an item differently, and offers the number of the others', () => {
  const rows = [makeRow('a', { ru: '2. Дальше', ky: '2) Андан ары', en: '3. Next' })];
  const [finding, ...more] = findIn(listNumber, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'different',
    params: { language: 'en', label: 3, said: 'ru 2\nky 2' },
    fixes: [{ language: 'en', start: 0, end: 1, text: '2' }],
  });
});

test.each<[string, readonly Texts[], readonly string[]]>([
  ['a missing number', [{ ru: '1. Раз', ky: '1. Бир', en: 'One' }], ['unnumbered en ru 1\nky 1']],
  ['a doubled number', [{ en: '1. A' }, { en: '2. B' }, { en: '2. C' }], ['doubled en 2']],
  ['a number left out', [{ ru: '1. А' }, { ru: '2. Б' }, { ru: '4. В' }], ['skipped ru 4']],
  [
    'a shift once, not for every item behind it',
    [
      { ru: '1. А', ky: '1. А', en: '1. A' },
      { ru: '2. Б', ky: '2. Б', en: '3. B' },
      { ru: '3. В', ky: '3. В', en: '4. C' },
    ],
    ['different en 3'],
  ],
])('reports %s', (_, texts, expected) => {
  expect(messages(...texts)).toEqual(expected);
});

test.each<[string, readonly Texts[]]>([
  ['other signs', [{ ru: '1. Раз', ky: '1) Бир', en: '(1) One' }]],
  ['a new list', [{ en: '1. A' }, { en: '2. B' }, { en: 'Text' }, { en: '1. C' }, { en: '2. D' }]],
  ['two lists of one', [{ en: '1. A' }, { en: '1. B' }]],
  ['years and numbers', [{ ru: '2019. Год', ky: '5 адам', en: '24 people. 3 dogs' }]],
  ['sections', [{ ru: '1.1. Раз', ky: '1.2. Бир', en: '1.1. One' }]],
])('is quiet about %s', (_, texts) => {
  expect(messages(...texts)).toEqual([]);
});

test('reads the numbers that the format gives, not those of footnotes', () => {
  const found = findIn(listNumber, [labelled('a', '1.'), labelled('b', '2.'), labelled('c', '4.')]);
  expect(found.map(({ message }) => message)).toEqual(['skipped']);
  expect(findIn(listNumber, [labelled('a', '1', 'footnote'), labelled('b', '1', 'footnote')])).toEqual([]);
});
