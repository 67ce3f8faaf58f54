import { expect, test } from 'vitest';
import { readBrackets } from '../../../../shared/text/brackets';

test.each([
  'Он (как обычно [см. выше]) ушёл',
  '1) дорога; 2) мост; а) вода; б) свет; iv) soil',
  'Ура :) и ещё ;-) и :-( и ха-ха)))',
  'На отрезке [0; 1) и (0, 10]',
  '(как обычно (совсем))',
])('is content with %s', (text) => {
  expect(readBrackets(text).lone).toEqual([]);
});

test.each([
  ['Он (как обычно ушёл', '(', 3],
  ['Он как обычно) ушёл', ')', 13],
  ['Он [как обычно (совсем] ушёл', '(', 15],
])('finds what stands alone in %s', (text, mark, start) => {
  expect(readBrackets(text).lone).toMatchObject([{ text: mark, start }]);
});

test('reads long hostile texts in time', () => {
  const before = performance.now();
  for (const sign of ['(', ')', ':(', '[1,']) readBrackets(`${sign.repeat(30_000)}a`);
  expect(performance.now() - before).toBeLessThan(4_000);
});
