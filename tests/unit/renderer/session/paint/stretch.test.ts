import { describe, expect, it } from 'vitest';
import { placeBefore, stretchOf } from '../../../../../renderer/session/paint/stretch';
import type { Mark } from '../../../../../shared/model/mark';

const text = (length: number, marks: readonly Mark[] = []) => ({ text: 'а'.repeat(length), marks });

function links(count: number): readonly Mark[] {
  return Array.from({ length: count }, (_, n) => ({
    type: 'link' as const,
    href: `https://kloop.kg/${n}`,
    start: n * 4,
    end: n * 4 + 2,
  }));
}

describe('stretchOf', () => {
  it('shows a usual text as a whole, and a page of one that is too long to be edited', () => {
    expect(stretchOf(text(9000), 0, 1)).toEqual({ start: 0, end: 9000 });
    expect(stretchOf(text(90_000), 0, 1)).toEqual({ start: 0, end: 4000 });
    expect(stretchOf(text(90_000), 89_000, 1)).toEqual({ start: 86_000, end: 90_000 });
  });

  it('shows less of each where a cell has many, and something of each', () => {
    expect(stretchOf(text(9000), 0, 10)).toEqual({ start: 0, end: 1200 });
    expect(stretchOf(text(9000), 0, 200)).toEqual({ start: 0, end: 300 });
  });

  it.each([1, 4, 40])('ends where marks are dense: of %s paragraphs together so many begin and end', (n) => {
    const marked = text(4000, links(1000));
    const { start, end } = stretchOf(marked, 0, n);
    const edges = marked.marks.flatMap((mark) => [mark.start, mark.end]).filter((at) => at > 0 && at < end);
    expect(start).toBe(0);
    expect(end).toBeGreaterThan(0);
    expect(edges.length * n).toBeLessThanOrEqual(1200);
  });

  it('cuts no character in two', () => {
    const faces = { text: '😀'.repeat(8000), marks: [] };
    expect(stretchOf(faces, 4001, 1)).toEqual({ start: 4000, end: 8000 });
  });

  it('begins and ends between words, and leaves nothing out on the way forth and back', () => {
    const words = Array.from({ length: 4000 }, (_, n) => `word${n}`).join(' ');
    const rich = { text: words, marks: [] };
    const [forth, back] = [[stretchOf(rich, 0, 1)], [stretchOf(rich, words.length, 1)]];
    for (let n = 0; n < 12; n += 1) {
      forth.push(stretchOf(rich, forth[n]?.end ?? 0, 1));
      back.push(stretchOf(rich, placeBefore(rich, back[n] ?? { start: 0, end: 0 }, 1), 1));
    }
    expect(back.at(-1)?.start).toBe(0);
    for (const way of [forth, back.reverse()]) {
      way.forEach((each, n) => {
        expect(words.slice(each?.start, each?.end)).toMatch(/^word\d+ .*word\d+( |$)$/);
        expect(each?.start).toBeLessThanOrEqual(way[n - 1]?.end ?? 0);
      });
      expect(way.at(-1)?.end).toBe(words.length);
    }
  });
});
