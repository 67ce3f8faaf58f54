import { expect, test } from 'vitest';
import { readBrackets } from '../../../../shared/text/brackets';
import { expectToGrowWithSize } from '../../growth-of-time';

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

test.each(['(', ')', ':(', '[1,'])('reads a long hostile text of %s in proportion to its length', (sign) => {
  expectToGrowWithSize((n) => readBrackets(`${sign.repeat(n)}a`), 8_000);
});
