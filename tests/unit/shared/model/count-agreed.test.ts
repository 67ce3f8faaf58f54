import { expect, test } from 'vitest';
import { countAgreed, isToAgree } from '../../../../shared/model/readiness';
import { makeRow } from '../checks/rows';

const agreed = (
  id: string,
  texts: Parameters<typeof makeRow>[1],
  ...languages: readonly ('ru' | 'ky' | 'en')[]
) => {
  const row = makeRow(id, texts);
  const cells = { ...row.cells };
  for (const language of languages) cells[language] = { ...cells[language], status: 'agreed' };
  return { ...row, cells };
};

const ROWS = [
  agreed('a', { ru: 'Раз', ky: 'Бир', en: 'One' }, 'ru', 'ky', 'en'),
  agreed('b', { ru: 'Два', ky: 'Эки', en: 'Two' }, 'ru', 'en'),
  // What is missing in a version need not be agreed there.
  agreed('c', { ru: 'Три', en: 'Three' }, 'ru', 'en'),
  agreed('d', {}),
];

test('counts rows all of whose texts are agreed, of those that have any', () => {
  expect(countAgreed(ROWS)).toEqual({ rows: 3, agreed: 2 });
  expect(countAgreed(ROWS, ['ru', 'en'])).toEqual({ rows: 3, agreed: 3 });
  expect(countAgreed(ROWS, ['ky'])).toEqual({ rows: 2, agreed: 1 });
  expect(ROWS.map((row) => isToAgree(row, ['ru', 'ky', 'en']))).toEqual([false, true, false, false]);
});
