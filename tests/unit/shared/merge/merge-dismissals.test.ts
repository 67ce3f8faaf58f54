import { describe, expect, test } from 'vitest';
import type { Dismissal } from '../../../../shared/model/dismissal';
import { mergeDismissals } from '../../../../shared/merge/merge-dismissals';

function said(key: string, time: number, note = ''): Dismissal {
  return { key, reason: note === '' ? 'right' : 'other', note, author: 'Айгүл', time };
}

const [a, b, c] = [said('a', 1), said('b', 2), said('c', 3)];

describe('what two copies say of findings', () => {
  test.each<[string, Dismissal[], Dismissal[], Dismissal[], Dismissal[]]>([
    ['is put together', [], [a, c], [b], [a, b, c]],
    ['is kept once where both say the same', [], [a], [a], [a]],
    [
      'is the later reason on one finding, with the words of both',
      [],
      [said('a', 4, 'a quotation')],
      [said('a', 5, 'always so')],
      [said('a', 5, 'always so Айгүл: a quotation')],
    ],
    [
      'is what one copy says anew',
      [said('a', 4, 'no')],
      [said('a', 4, 'no')],
      [said('a', 5)],
      [said('a', 5)],
    ],
    ['is taken back where one took it back', [a, b], [b], [a, b], [b]],
    [
      'is said anew where one took it back and the other said it again',
      [a],
      [],
      [said('a', 9)],
      [said('a', 9)],
    ],
  ])('%s', (_, base, ours, theirs, merged) => {
    expect(mergeDismissals(base, ours, theirs)).toEqual(merged);
    expect(mergeDismissals(base, theirs, ours)).toEqual(merged);
  });

  test('does not depend on the order where two spoke at the same time', () => {
    const [one, other] = [said('a', 4, 'no'), said('a', 4, 'yes')];
    expect(mergeDismissals([], [one], [other])).toEqual(mergeDismissals([], [other], [one]));
  });
});
