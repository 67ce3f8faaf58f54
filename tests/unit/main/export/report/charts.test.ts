import { describe, expect, it } from 'vitest';
import { axisRows } from '../../../../../main/export/report/html/charts';

describe('axisRows', () => {
  it.each([
    [0, [1]],
    [1, [1]],
    [2, [1, 2]],
    [7, [1, 2, 3, 4, 5, 6, 7]],
    [72, [1, 10, 20, 30, 40, 50, 60, 72]],
    [3000, [1, 500, 1000, 1500, 2000, 2500, 3000]],
  ])('names of %i rows a few, as readers count them', (rows, expected) => {
    expect(axisRows(rows).map((row) => row + 1)).toEqual(expected);
  });
});
