import { describe, expect, test } from 'vitest';
import { placeBar, placeField } from '../../../../../../renderer/features/workspace/text/place-bar';

const VIEW = { left: 0, top: 0, right: 1000, bottom: 600 };
const BAR = { width: 200, height: 30 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** Lines of 20 px from a height on, the last of them short. */
const linesFrom = (top: number, count: number) =>
  Array.from({ length: count }, (_, n) => box(100, top + 20 * n, n === count - 1 ? 80 : 400, 20));

const isOver = ({ left, top }: { left: number; top: number }, line: typeof VIEW) =>
  left < line.right && left + BAR.width > line.left && top < line.bottom && top + BAR.height > line.top;

describe('a bar at marked words', () => {
  test('stands above them where nothing is, at the first line', () => {
    const lines = linesFrom(200, 3);
    const words = box(250, 200, 60, 20);
    expect(placeBar(words, box(100, 200, 400, 60), BAR, lines, VIEW)).toEqual({ left: 180, top: 164 });
  });

  test('does not hide the line above, where there is room around the text', () => {
    const lines = linesFrom(200, 3);
    const text = box(100, 200, 400, 60);
    const inSecond = placeBar(box(250, 220, 60, 20), text, BAR, lines, VIEW);
    expect(lines.filter((line) => isOver(inSecond, line))).toEqual([]);
    const inThird = placeBar(box(120, 240, 40, 20), text, BAR, lines, VIEW);
    expect(lines.filter((line) => isOver(inThird, line))).toEqual([]);
  });

  test('stays in sight, and off the words, wherever they are', () => {
    for (const top of [2, 300, 575]) {
      const words = box(0, top, 60, 20);
      const lines = linesFrom(0, 30);
      const placed = placeBar(words, box(0, 0, 400, 600), BAR, lines, VIEW);
      expect(placed.left).toBeGreaterThanOrEqual(0);
      expect(placed.top >= 0 && placed.top + 30 <= 600).toBe(true);
      expect(placed.top >= words.bottom || placed.top + 30 <= words.top).toBe(true);
    }
  });
});

describe('a field about words', () => {
  const window = { width: 1000, height: 600 };
  const field = { width: 380, height: 110 };

  test('stands below them where there is room', () => {
    expect(placeField(box(400, 200, 60, 20), field, window)).toEqual({ left: 240, top: 226 });
  });

  test('stands above them at the lower edge of the window', () => {
    expect(placeField(box(400, 560, 60, 20), field, window)).toEqual({ left: 240, top: 444 });
    expect(placeField(box(400, 590, 60, 20), field, window)).toEqual({ left: 240, top: 474 });
  });

  test('is never cut by an edge', () => {
    expect(placeField(box(10, 200, 60, 20), field, window).left).toBe(6);
    expect(placeField(box(960, 200, 40, 20), field, window).left).toBe(614);
    // Words that are higher than the window leave no room beside them.
    expect(placeField(box(400, 40, 60, 550), field, window).top).toBe(6);
  });
});
