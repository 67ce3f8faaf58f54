import { normaliseMarks, type Mark } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { times } from './growing';

/** Marks over each other and beside each other, as many as a paragraph may have. */
export const MARKED: readonly (readonly [what: string, make: (n: number) => RichText])[] = [
  [
    'links and marks inside each other',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({ type: 'link', href: `https://a.example/${i}`, start: i, end: 8 * n - i })),
      ),
  ],
  [
    'short marks in a long one',
    (n) =>
      rich(8 * n, [
        { type: 'strong', start: 0, end: 8 * n },
        ...times(n - 1, (i): Mark => ({
          type: i % 2 ? 'emphasis' : 'superscript',
          start: 8 * i,
          end: 8 * i + 7,
        })),
      ]),
  ],
  [
    'marks that cross',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({
          type: 'footnoteReference',
          label: String(i),
          start: 4 * i,
          end: 4 * i + 4 * Math.min(n, 200),
        })),
      ),
  ],
  [
    'links without a gap',
    (n) =>
      rich(
        8 * n,
        times(n, (i): Mark => ({
          type: 'link',
          href: `https://a.example/${i}`,
          start: 8 * i,
          end: 8 * i + 8,
        })),
      ),
  ],
];

function rich(length: number, marks: readonly Mark[]): RichText {
  const text = 'слово а '.repeat(Math.ceil(length / 8)).slice(0, length);
  return { text, marks: normaliseMarks(marks, length) };
}
