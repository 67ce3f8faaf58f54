import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTo, placeCard, type Box } from '../../../../../../renderer/features/workspace/cards/place-card';

const VIEW: Box = { left: 0, top: 100, right: 1280, bottom: 700 };
const CARD = { width: 340, height: 200 };

/** A text in the right column, of that height, with words in its second line. */
function textAt(top: number, height: number): { words: Box; text: Box } {
  const text = { left: 880, top, right: 1250, bottom: top + height };
  return { text, words: { left: 990, top: top + 24, right: 1040, bottom: top + 46 } };
}

describe('placeCard', () => {
  it('puts a card below the text, else above it, else beside it', () => {
    const short = textAt(150, 100);
    expect(placeCard(short.words, short.text, CARD, VIEW)).toEqual({ side: 'below', left: 880, top: 260 });
    const low = textAt(560, 100);
    expect(placeCard(low.words, low.text, CARD, VIEW)).toEqual({ side: 'above', left: 880, top: 350 });
    const high = textAt(110, 580);
    expect(placeCard(high.words, high.text, CARD, VIEW)).toEqual({ side: 'left', left: 530, top: 124 });
    const left = { ...high.text, left: 10, right: 400 };
    expect(placeCard(high.words, left, CARD, VIEW)).toMatchObject({ side: 'right', left: 410 });
  });

  it('never covers the words, nor the text where anything is free, and stays in sight', () => {
    const side = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 40, max: 900 }));
    fc.assert(
      fc.property(side, side, fc.nat(100), fc.nat(100), ([left, width], [top, height], x, y) => {
        const text = { left, top, right: Math.min(1280, left + width), bottom: top + height };
        const at = { x: left + ((text.right - left - 20) * x) / 100, y: top + ((height - 20) * y) / 100 };
        const words = { left: at.x, top: at.y, right: at.x + 20, bottom: at.y + 20 };
        // A card stands only beside words that are in sight.
        fc.pre(words.top >= VIEW.top && words.bottom <= VIEW.bottom);
        const placed = placeCard(words, text, CARD, VIEW);
        const card = {
          left: placed.left,
          top: placed.top,
          right: placed.left + CARD.width,
          bottom: placed.top + CARD.height,
        };
        expect(overlap(card, words)).toBe(false);
        const isOver = overlap(card, text);
        const isTight =
          text.bottom + CARD.height > VIEW.bottom - 10 &&
          text.top - CARD.height < VIEW.top + 10 &&
          text.right + CARD.width > VIEW.right - 10 &&
          text.left - CARD.width < VIEW.left + 10;
        expect(isOver && !isTight).toBe(false);
        if (!isOver) expect([card.left >= VIEW.left, card.right <= VIEW.right]).toEqual([true, true]);
        if (!isTight) expect([card.top >= VIEW.top, card.bottom <= VIEW.bottom]).toEqual([true, true]);
      }),
    );
  });
});

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('lineTo', () => {
  it('runs beside the text from the line of the words to the card', () => {
    const { words, text } = textAt(150, 100);
    const placed = placeCard(words, text, CARD, VIEW);
    expect(lineTo(placed, words, text, CARD)).toBe('M877 185H871V276H880');
  });
});
