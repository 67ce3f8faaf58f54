import { expect, test } from 'vitest';
import { role } from '../../../../../shared/checks/structure/role';
import { perLanguage, type PerLanguage } from '../../../../../shared/model/language';
import type { Role } from '../../../../../shared/model/paragraph';
import type { Row } from '../../../../../shared/model/row';
import { apply, findIn, makeRow, quotes } from '../rows';

function rowOf(roles: PerLanguage<Role>): Row {
  const row = makeRow('a', { ru: 'Мост', ky: 'Көпүрө', en: 'The bridge' });
  return {
    ...row,
    cells: perLanguage((language) => ({
      ...row.cells[language],
      paragraphs: row.cells[language].paragraphs.map((paragraph) => ({
        ...paragraph,
        role: roles[language],
      })),
    })),
  };
}

test.each([
  [{ ru: 'heading2', ky: 'heading3', en: 'paragraph' }, 'heading', 'en', 'ru'],
  [{ ru: 'caption', ky: 'paragraph', en: 'caption' }, 'caption', 'ky', 'ru'],
  [{ ru: 'heading1', ky: 'paragraph', en: 'listItem' }, 'body', 'ru', 'ky'],
] as const)(
  'says which version is odd in %o, and offers what the others have',
  (roles, message, language, like) => {
    const rows = [rowOf(roles)];
    const [finding, ...more] = findIn(role, rows);
    expect(more).toEqual([]);
    const said = { language, is: roles[language], elsewhere: roles[like] };
    expect(finding).toMatchObject({ message, params: said });
    expect(finding?.role).toEqual({ paragraphId: `a-${language}-0`, role: roles[like], like });
    expect(finding && quotes(rows, finding)[0]?.startsWith(`${language}: `)).toBe(true);
  },
);

test('offers nothing where a cell of a table would have to be something else', () => {
  const [finding] = findIn(role, [rowOf({ ru: 'tableCell', ky: 'heading1', en: 'heading2' })]);
  expect(finding).toMatchObject({ message: 'heading' });
  expect(finding?.role).toBeUndefined();
});

test('is quiet where all agree, where nobody does, and where a version has several paragraphs or none', () => {
  const quiet = [
    rowOf({ ru: 'heading1', ky: 'heading2', en: 'title' }),
    rowOf({ ru: 'heading1', ky: 'caption', en: 'paragraph' }),
    makeRow('b', { ru: ['а', 'б'], ky: 'а', en: 'a' }),
    makeRow('c', { ru: 'а', en: 'a' }),
  ];
  expect(findIn(role, quiet)).toEqual([]);
});

test.each([
  ['Курулган көпүрө жабылды.', 'stop'],
  ['Курулган көпүрө жабылды. Эмне үчүн?', 'heading'],
  ['Курулган көпүрө жабылды', 'heading'],
  [
    'Курулган көпүрө жабылды, анткени анын эки устуну жазгы суу ташкындан кийин жарака кеткен болчу.',
    'heading',
  ],
] as const)('tells a heading with a full stop from text: %s', (ky, message) => {
  const row = rowOf({ ru: 'heading1', ky: 'paragraph', en: 'title' });
  const texts = { ru: 'Построенный мост закрыли', ky, en: 'The bridge has been closed' };
  const rows = [
    {
      ...row,
      cells: perLanguage((language) => ({
        ...row.cells[language],
        paragraphs: row.cells[language].paragraphs.map((each) => ({ ...each, text: texts[language] })),
      })),
    },
  ];
  const found = findIn(role, rows);
  expect(found).toMatchObject([{ message, params: { language: 'ky' } }]);
  if (message === 'stop') expect(apply(rows, found).ky).toEqual(['Курулган көпүрө жабылды']);
});
