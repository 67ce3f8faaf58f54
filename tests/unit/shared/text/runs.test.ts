import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerRuns } from '../../../../shared/text/runs';

const LENGTH = 12;
const offset = fc.integer({ min: -2, max: LENGTH + 2 });
const layers = fc.array(
  fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 6 },
);
const valued = layers.map((spans) => spans.map((span, value) => ({ ...span, value })));

describe('layerRuns', () => {
  it('gives one bare run for a text without layers and none for no text', () => {
    expect(layerRuns(5, [])).toEqual([{ start: 0, end: 5, values: [] }]);
    expect(layerRuns(0, [])).toEqual([]);
  });

  it('cuts at the edges of overlapping layers', () => {
    expect(
      layerRuns(6, [
        { start: 3, end: 5, value: 'flag' },
        { start: 0, end: 4, value: 'strong' },
      ]),
    ).toEqual([
      { start: 0, end: 3, values: ['strong'] },
      { start: 3, end: 4, values: ['flag', 'strong'] },
      { start: 4, end: 5, values: ['flag'] },
      { start: 5, end: 6, values: [] },
    ]);
  });

  it('shows a point with what stands around it, not with what only touches it', () => {
    expect(
      layerRuns(4, [
        { start: 2, end: 2, value: 'point' },
        { start: 1, end: 3, value: 'around' },
        { start: 2, end: 4, value: 'next' },
      ]),
    ).toEqual([
      { start: 0, end: 1, values: [] },
      { start: 1, end: 2, values: ['around'] },
      { start: 2, end: 2, values: ['point', 'around'] },
      { start: 2, end: 3, values: ['around', 'next'] },
      { start: 3, end: 4, values: ['next'] },
    ]);
  });

  it('shows points at both ends, and in an empty text', () => {
    expect(
      layerRuns(2, [
        { start: 2, end: 2, value: 'z' },
        { start: 0, end: 0, value: 'a' },
      ]),
    ).toEqual([
      { start: 0, end: 0, values: ['a'] },
      { start: 0, end: 2, values: [] },
      { start: 2, end: 2, values: ['z'] },
    ]);
    expect(layerRuns(0, [{ start: 0, end: 0, value: 'a' }])).toEqual([{ start: 0, end: 0, values: ['a'] }]);
  });

  it('covers every character once, with exactly the layers over it', () => {
    fc.assert(
      fc.property(valued, (given) => {
        const wide = layerRuns(LENGTH, given).filter(({ start, end }) => start < end);
        let at = 0;
        for (const run of wide) {
          expect(run.start).toBe(at);
          for (; at < run.end; at += 1) {
            const over = given.filter(({ start, end }) => start <= at && at < end).map(({ value }) => value);
            expect(run.values).toEqual(over);
          }
        }
        expect(at).toBe(LENGTH);
      }),
      { seed: 3 },
    );
  });

  it('gives every point exactly once', () => {
    fc.assert(
      fc.property(valued, (given) => {
        const clipped = given.map(({ start, end, value }) => ({
          start: Math.min(Math.max(start, 0), LENGTH),
          end: Math.min(Math.max(end, 0), LENGTH),
          value,
        }));
        const points = clipped.filter(({ start, end }) => start === end);
        const found = layerRuns(LENGTH, given).filter(({ start, end }) => start === end);
        expect(found.map(({ start }) => start)).toEqual(
          [...new Set(points.map(({ start }) => start))].sort((a, b) => a - b),
        );
        for (const { start, values } of found) {
          for (const point of points) expect(values.includes(point.value)).toBe(point.start === start);
        }
      }),
      { seed: 4 },
    );
  });
});
