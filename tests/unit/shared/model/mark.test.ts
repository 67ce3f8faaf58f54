import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  markAttribute,
  normaliseMarks,
  sameMarks,
  shiftMarks,
  sliceMarks,
  type Mark,
  type Style,
} from '../../../../shared/model/mark';
import { anyMarks } from './arbitrary-marks';
import { strong } from './rich-texts';

const LENGTH = 12;
const marks = anyMarks(LENGTH);
const fixed = { seed: 1, numRuns: 500 };

const styled = (type: Style, start: number, end: number): Mark => ({ type, start, end });

const link = (href: string, start: number, end: number): Mark => ({ type: 'link', href, start, end });

/** What each character of a text is marked as: all a reader can see of marks. */
function look(list: readonly Mark[], length = LENGTH): readonly string[] {
  return Array.from({ length }, (_, at) => {
    const all = list.filter(({ start, end }) => start <= at && at < end);
    const has = (...types: readonly Mark['type'][]) => all.some(({ type }) => types.includes(type));
    const here = all.filter(
      ({ type }) =>
        !(type === 'subscript' && has('superscript', 'footnoteReference')) &&
        !(type === 'underline' && has('link', 'footnoteReference')),
    );
    return [...new Set(here.map((mark) => `${mark.type} ${markAttribute(mark)}`))].sort().join();
  });
}

describe('normaliseMarks', () => {
  it.each<[string, readonly Mark[], readonly Mark[]]>([
    ['joins what touches', [strong(0, 3), strong(3, 5)], [strong(0, 5)]],
    ['joins what overlaps', [strong(2, 6), strong(0, 3)], [strong(0, 6)]],
    ['swallows what lies inside', [strong(0, 6), strong(1, 2)], [strong(0, 6)]],
    ['keeps apart what does not touch', [strong(4, 5), strong(0, 3)], [strong(0, 3), strong(4, 5)]],
    ['keeps different links apart', [link('a', 0, 3), link('b', 3, 5)], [link('a', 0, 3), link('b', 3, 5)]],
    ['clips to the text', [strong(9, 20)], [strong(9, 12)]],
    ['drops what is empty or backwards', [strong(3, 3), strong(5, 2), strong(12, 14)], []],
    [
      'has no letter raised and lowered',
      [styled('subscript', 0, 6), styled('superscript', 2, 4)],
      [styled('subscript', 0, 2), styled('superscript', 2, 4), styled('subscript', 4, 6)],
    ],
    [
      'underlines no link',
      [styled('underline', 0, 6), link('a', 2, 8)],
      [styled('underline', 0, 2), link('a', 2, 8)],
    ],
    ['orders by start, end and type', [strong(0, 3), link('a', 0, 3)], [link('a', 0, 3), strong(0, 3)]],
  ])('%s', (_, list, expected) => {
    expect(normaliseMarks(list, LENGTH)).toEqual(expected);
  });

  it('changes nothing that is normal already', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const normal = normaliseMarks(list, LENGTH);
        expect(normaliseMarks(normal, LENGTH)).toEqual(normal);
      }),
      fixed,
    );
  });

  it('leaves every character marked as it was', () => {
    fc.assert(
      fc.property(marks, (list) => {
        expect(look(normaliseMarks(list, LENGTH))).toEqual(look(list));
      }),
      fixed,
    );
  });

  it('is the same exactly for lists that look the same', () => {
    const bits = (list: readonly Mark[]) =>
      list.flatMap((mark) => {
        const middle = Math.floor((mark.start + mark.end) / 2);
        return mark.start < mark.end
          ? [
              { ...mark, start: middle },
              { ...mark, end: middle },
            ]
          : [];
      });
    fc.assert(
      fc.property(marks, marks, (list, other) => {
        expect(normaliseMarks(bits(list), LENGTH)).toEqual(normaliseMarks(list, LENGTH));
        const equal = sameMarks(normaliseMarks(list, LENGTH), normaliseMarks(other, LENGTH));
        expect(equal).toBe(look(list).join('|') === look(other).join('|'));
      }),
      fixed,
    );
  });
});

describe('sliceMarks and shiftMarks', () => {
  it('mark a part as it was marked in the whole', () => {
    const part = fc
      .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(marks, part, (list, [start, end]) => {
        expect(look(sliceMarks(list, start, end), end - start)).toEqual(look(list).slice(start, end));
      }),
      fixed,
    );
  });

  it('give the whole again from its parts', () => {
    fc.assert(
      fc.property(marks, fc.nat(LENGTH), (list, cut) => {
        const tail = shiftMarks(sliceMarks(list, cut, LENGTH), cut);
        expect(normaliseMarks([...sliceMarks(list, 0, cut), ...tail], LENGTH)).toEqual(
          normaliseMarks(list, LENGTH),
        );
      }),
      fixed,
    );
  });
});
