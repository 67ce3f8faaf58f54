import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRich, diffRich } from '../../../../shared/diff/diff-rich';
import { diffTexts } from '../../../../shared/diff/diff-words';
import type { Mark } from '../../../../shared/model/mark';
import { strong } from '../model/rich-texts';

const link = (start: number, end: number, href: string): Mark => ({ type: 'link', href, start, end });
const show = (before: string, beforeMarks: readonly Mark[], after: string, afterMarks: readonly Mark[]) =>
  diffRich({ text: before, marks: beforeMarks }, { text: after, marks: afterMarks }).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );

describe('diffRich', () => {
  it('shows that words were made bold or plain', () => {
    expect(show('a bb c', [], 'a bb c', [strong(2, 4)])).toEqual(['same: a ', 'restyled: bb', 'same:  c']);
    expect(show('a bb c', [strong(0, 4)], 'a bb c', [strong(2, 4)])).toEqual(['restyled: a ', 'same: bb c']);
  });

  it('shows that a link leads elsewhere, and not that it was cut in two', () => {
    expect(show('aa', [link(0, 2, 'x')], 'aa', [link(0, 2, 'y')])).toEqual(['restyled: aa']);
    expect(show('aa', [link(0, 2, 'x')], 'aa', [link(0, 1, 'x'), link(1, 2, 'x')])).toEqual(['same: aa']);
  });

  it('follows marks that moved with their words', () => {
    expect(show('bb c', [strong(0, 2)], 'new bb c', [strong(4, 6)])).toEqual([
      'inserted: new ',
      'same: bb c',
    ]);
  });

  it('gives offsets in both texts', () => {
    expect(diffRich({ text: 'a bb', marks: [] }, { text: 'x a bb', marks: [strong(4, 6)] })).toEqual([
      { kind: 'inserted', text: 'x ', before: 0, after: 0 },
      { kind: 'same', text: 'a ', before: 0, after: 2 },
      { kind: 'restyled', text: 'bb', before: 2, after: 4 },
    ]);
  });

  it('does not take a word for changed because a footnote number was set to it', () => {
    const note: Mark = { type: 'footnoteReference', label: '1', start: 5, end: 6 };
    expect(show('слово и', [], 'слово1 и', [note])).toEqual(['same: слово', 'inserted: 1', 'same:  и']);
  });

  it('tells what moved, and whether a limit was met', () => {
    const before = { text: 'A b c d. E f g h i.', marks: [] };
    const after = { text: 'E f g h i. A b c d.', marks: [] };
    const { runs, exact } = compareRich(before, after);
    expect(exact).toBe(true);
    expect(runs.flatMap(({ kind, moved }) => (moved === undefined ? [] : [`${kind} ${moved}`]))).toEqual([
      'deleted 1',
      'inserted 1',
    ]);
    const long = Array.from({ length: 4000 }, (_, n) => `w${n}`);
    const turned = { text: long.toReversed().join(' '), marks: [] };
    expect(compareRich({ text: long.join(' '), marks: [] }, turned).exact).toBe(false);
  });

  it('is the plain comparison where no marks differ', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'bb', ',', ' ', ' '), { maxLength: 15 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(diffRich({ text: before, marks: [] }, { text: after, marks: [] })).toEqual(
          diffTexts(before, after),
        );
      }),
      { seed: 14 },
    );
  });

  it('calls restyled exactly the characters whose marks differ', () => {
    const text = 'one two three';
    const marks = fc.array(
      fc
        .tuple(fc.nat(13), fc.nat(13), fc.constantFrom('strong', 'emphasis'))
        .map(([a, b, type]): Mark => ({ type, start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 3 },
    );
    const styleAt = (list: readonly Mark[], at: number) =>
      ['strong', 'emphasis'].filter((type) =>
        list.some((mark) => mark.type === type && mark.start <= at && at < mark.end),
      );
    fc.assert(
      fc.property(marks, marks, (before, after) => {
        const runs = diffRich({ text, marks: before }, { text, marks: after });
        expect(runs.map((run) => run.text).join('')).toBe(text);
        for (const run of runs) {
          for (let at = run.before; at < run.before + run.text.length; at += 1) {
            const differs = styleAt(before, at).join() !== styleAt(after, at).join();
            expect(run.kind).toBe(differs ? 'restyled' : 'same');
          }
        }
      }),
      { seed: 15 },
    );
  });
});
