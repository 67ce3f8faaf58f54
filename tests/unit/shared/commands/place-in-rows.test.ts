import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInRows } from '../../../../shared/commands/place-in-rows';
import { plainBlock, type Paragraph } from '../../../../shared/model/paragraph';
import { versionParagraphs } from '../../../../shared/model/row';
import { article, lines } from './article';

/**
 * The Russian version of rows with so many paragraphs each, once it is placed in another order.
 *
 * @param order positions of present paragraphs; one beyond them is new
 * @param moved those that leave their rows
 */
function place(counts: readonly number[], order: readonly number[], moved: readonly number[]) {
  let last = 0;
  const texts = counts.map((count) => Array.from({ length: count }, () => String((last += 1))).join(' / '));
  const project = article(...texts.map((russian, n) => `${russian} | k${n + 1} |`));
  const ours = versionParagraphs(project.rows, 'ru');
  const sequence = order.map((n): Paragraph => {
    const fresh = { id: `new${n}`, ...plainBlock(`+${n}`), imported: null };
    return ours[n] ?? fresh;
  });
  let rows = 0;
  const placed = placeInRows(project.rows, 'ru', {
    placed: sequence.map((block, n) => ({ id: ours[order[n] ?? -1]?.id ?? null, block })),
    sequence,
    changed: new Map(ours.map((each) => [each.id, each])),
    moved: new Set(moved.map((n) => ours[n]?.id ?? '')),
    splits: new Map(),
    newRowId: () => `row${(rows += 1)}`,
  });
  if (!placed) throw new Error('not placed');
  return { ...project, rows: placed };
}

test('what is new between two paragraphs of a row comes into that row, after the last into one of its own', () => {
  expect(lines(place([2, 1], [0, 9, 1, 8, 2], []))).toEqual(['1 / +9 / 2 | k1 |', '+8 |  |', '3 | k2 |']);
});

test('what moves between two paragraphs of a row comes into that row', () => {
  expect(lines(place([2, 1], [0, 2, 1], [2]))).toEqual(['1 / 3 / 2 | k1 |', '| k2 |']);
});

test('the order of the version is that of the draft, whatever is new', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.array(fc.nat(12), { maxLength: 6 }), (paragraphs, gaps) => {
      const total = paragraphs.reduce((sum, count) => sum + count, 0);
      const order: number[] = Array.from({ length: total }, (_, n) => n);
      gaps.forEach((gap, n) => order.splice(gap % (order.length + 1), 0, 100 + n));
      const placed = versionParagraphs(place(paragraphs, order, []).rows, 'ru').map(({ text }) => text);
      expect(placed).toEqual(order.map((n) => (n < 100 ? String(n + 1) : `+${n}`)));
    }),
  );
});
