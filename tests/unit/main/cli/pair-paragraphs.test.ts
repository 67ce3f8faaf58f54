import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairParagraphs } from '../../../../main/cli/pair-paragraphs';

/** "1=2" pairs the paragraphs with the texts that begin so; "-" stands for none. */
const pair = (before: readonly string[], after: readonly string[]) =>
  pairParagraphs(before, after).map((found) => {
    const [old, now] = [before[found.before ?? -1], after[found.after ?? -1]];
    return `${old?.slice(0, 1) ?? '-'}=${now?.slice(0, 1) ?? '-'}`;
  });

const [A, B, C] = ['A road was built in Osh.', 'B schools got new roofs.', 'C rain fell all night.'];

describe('pairParagraphs', () => {
  it('finds the same paragraphs between those that came and went', () => {
    expect(pair([A, B, C], [A, B, C])).toEqual(['A=A', 'B=B', 'C=C']);
    expect(pair([A, B, C], [A, C])).toEqual(['A=A', 'B=-', 'C=C']);
    expect(pair([A, C], [A, B, C])).toEqual(['A=A', '-=B', 'C=C']);
    expect(pair([], [A])).toEqual(['-=A']);
    expect(pair([A], [])).toEqual(['A=-']);
    expect(pair([], [])).toEqual([]);
  });

  it('pairs a paragraph that was edited with what it became, not with what stands in its place', () => {
    expect(pair([A, B], [C, 'A long road was built in Osh.', 'B schools got roofs.'])).toEqual([
      '-=C',
      'A=A',
      'B=B',
    ]);
    expect(pair([A], [C])).toEqual(['A=-', '-=C']);
  });

  it('takes paragraphs in order when there are very many that changed', () => {
    const before = Array.from({ length: 80 }, (_, n) => `${n} old`);
    const after = Array.from({ length: 90 }, (_, n) => `${n} new`);
    const pairs = pairParagraphs(before, after);
    expect(pairs).toHaveLength(90);
    expect(pairs[79]).toEqual({ before: 79, after: 79 });
    expect(pairs[80]).toEqual({ before: null, after: 80 });
  });

  it('holds every paragraph of both texts once, in order', () => {
    const texts = fc.array(fc.constantFrom(A, B, C, 'A road', 'B schools got new roofs and rain fell', ''), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pairs = pairParagraphs(before, after);
        const held = (side: 'before' | 'after') => pairs.flatMap((found) => found[side] ?? []);
        expect(held('before')).toEqual(before.map((_, position) => position));
        expect(held('after')).toEqual(after.map((_, position) => position));
      }),
      { seed: 27, numRuns: 2000 },
    );
  });
});
