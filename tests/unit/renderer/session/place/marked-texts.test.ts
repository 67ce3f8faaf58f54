import { expect, it } from 'vitest';
import { textsBetween } from '../../../../../renderer/session/place/marked-texts';
import { plainBlock, type Paragraph } from '../../../../../shared/model/paragraph';
import type { Row } from '../../../../../shared/model/row';

function paragraph(id: string, text: string, marks: Paragraph['marks'] = []): Paragraph {
  return { ...plainBlock(text), id, marks, imported: null };
}

function row(id: string, ru: readonly Paragraph[], en: readonly Paragraph[]): Row {
  const cell = (paragraphs: readonly Paragraph[]) => ({ paragraphs, status: 'draft' as const });
  return { id, cells: { ru: cell(ru), ky: cell([]), en: cell(en) }, confidence: 1, confirmed: false };
}

const ROWS = [
  row('1', [paragraph('a', 'Мост закрыт', [{ type: 'strong', start: 0, end: 11 }])], [paragraph('x', 'One')]),
  row('2', [], [paragraph('y', 'Two')]),
  row('3', [paragraph('b', 'Дорога'), paragraph('c', '')], [paragraph('z', 'Three')]),
  row('4', [paragraph('d', 'Паром идёт')], []),
];

it('takes the stretches of one version only, paragraph by paragraph, with their marks', () => {
  const from = { paragraphId: 'a', offset: 5 };
  const shown = (each: Paragraph) => each;
  expect(textsBetween(ROWS, 'ru', from, { paragraphId: 'd', offset: 5 }, shown)).toEqual([
    { text: 'закрыт', marks: [{ type: 'strong', start: 0, end: 6 }] },
    { text: 'Дорога', marks: [] },
    { text: 'Паром', marks: [] },
  ]);
  // Within one paragraph; to the very beginning of the next; and from a place that is not shown.
  expect(textsBetween(ROWS, 'ru', from, { paragraphId: 'a', offset: 8 }, shown)).toEqual([
    { text: 'зак', marks: [{ type: 'strong', start: 0, end: 3 }] },
  ]);
  expect(textsBetween(ROWS, 'ru', from, { paragraphId: 'b', offset: 0 }, shown)).toHaveLength(1);
  expect(textsBetween(ROWS.slice(1), 'ru', from, { paragraphId: 'b', offset: 3 }, shown)).toEqual([]);
});
