import { expect, test } from 'vitest';
import { footnote } from '../../../../../shared/checks/structure/footnote';
import { findIn, makeRow, quotes } from '../rows';

test('says which version lacks a footnote marker', () => {
  const rows = [
    makeRow('a', {
      ru: 'Дорога закрыта. [3]',
      ky: 'Жол жабык. [3]',
      en: 'The road is closed.',
    }),
  ];
  const [finding, ...more] = findIn(footnote, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    check: 'footnote',
    rowId: 'a',
    message: 'missing',
    params: { language: 'en', label: '3' },
  });
  expect(finding && quotes(rows, finding)).toEqual(['en: ', 'ru: [3]', 'ky: [3]']);
});

test('is quiet where all versions have the same markers, and about a version that is not there', () => {
  const rows = [
    makeRow('a', { ru: 'Раз [1], два [2].', ky: 'Бир [1], эки [2].', en: 'One [1], two [2].' }),
    makeRow('b', { ru: 'Раз [1].', en: 'One [1].' }),
  ];
  expect(findIn(footnote, rows)).toEqual([]);
});

test('does not compare a version that differs on purpose', () => {
  const row = makeRow('a', { ru: 'Раз [1].', ky: 'Бир [1].', en: 'One.' });
  const adapted = { reason: 'for readers abroad', author: 'A', time: 0 };
  const paragraphs = row.cells.en.paragraphs.map((paragraph) => ({ ...paragraph, adapted }));
  const rows = [{ ...row, cells: { ...row.cells, en: { ...row.cells.en, paragraphs } } }];
  expect(findIn(footnote, rows)).toEqual([]);
});
