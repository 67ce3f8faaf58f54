import { expect, test } from 'vitest';
import { standAlike } from '../../../../main/import/alignment';
import { perLanguage } from '../../../../shared/model/language';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';

const row = (id: string, text = id, confirmed = false): Row => ({
  id,
  cells: perLanguage((language) => ({
    paragraphs: [{ ...plainBlock(text), id: `${language}-${id}`, imported: null }],
    status: 'translated',
  })),
  confidence: 1,
  confirmed,
});

test('rows stand alike whatever their texts say, and not when one is confirmed, gone or in another place', () => {
  const before = [row('1'), row('2')];
  expect(standAlike(before, [row('1', 'typed meanwhile'), row('2')])).toBe(true);
  expect(standAlike(before, [row('1', '1', true), row('2')])).toBe(false);
  expect(standAlike(before, [row('2'), row('1')])).toBe(false);
  expect(standAlike(before, [row('1')])).toBe(false);
  const other = row('2');
  const moved = { ...other, cells: { ...other.cells, ru: { ...other.cells.ru, paragraphs: [] } } };
  expect(standAlike(before, [row('1'), moved])).toBe(false);
});
