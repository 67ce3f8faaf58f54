/** A part of the window, in its pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card stands, and on which side of the text. */
export interface Placed {
  readonly side: 'below' | 'above' | 'right' | 'left';
  readonly left: number;
  readonly top: number;
}

/** Between a card and the text it is about. */
const GAP_PX = 10;

/**
 * Where a card about some words goes: below the text they stand in, or else above it, or beside it, wherever it has room
 * in sight. Only where a text leaves none it lies over it, and then not over the words.
 *
 * @param words what the card is about
 * @param text the text they stand in, which is not to be covered: somebody may be writing in it
 * @param view what is in sight
 */
export function placeCard(words: Box, text: Box, card: Size, view: Box): Placed {
  const { width, height } = card;
  const left = clamp(text.left, view.left, view.right - width);
  const beside = clamp(words.top - GAP_PX, view.top, view.bottom - height);
  const isFree: Readonly<Record<Placed['side'], boolean>> = {
    below: text.bottom + GAP_PX + height <= view.bottom && text.bottom + GAP_PX >= view.top,
    above: text.top - GAP_PX - height >= view.top && text.top - GAP_PX <= view.bottom,
    right: text.right + GAP_PX + width <= view.right,
    left: text.left - GAP_PX - width >= view.left,
  };
  if (isFree.below) return { side: 'below', left, top: text.bottom + GAP_PX };
  if (isFree.above) return { side: 'above', left, top: text.top - GAP_PX - height };
  if (isFree.right) return { side: 'right', left: text.right + GAP_PX, top: beside };
  if (isFree.left) return { side: 'left', left: text.left - GAP_PX - width, top: beside };
  const hasMoreBelow = view.bottom - words.bottom >= words.top - view.top;
  return hasMoreBelow
    ? { side: 'below', left, top: Math.max(words.bottom + GAP_PX, view.top) }
    : { side: 'above', left, top: Math.min(words.top - GAP_PX, view.bottom) - height };
}

/** So far beside a text the line runs that leads from it to its card. */
const BESIDE_PX = 9;

/** So far below its top edge a line meets a card, where it has no other height to meet it at. */
const INTO_PX = 16;

/** The line from the words to their card, as the path of an SVG: beside the text and never through it. */
export function lineTo({ side, left, top }: Placed, words: Box, text: Box, card: Size): string {
  const middle = (words.top + words.bottom) / 2;
  if (side === 'right' || side === 'left') {
    const [from, to] = side === 'right' ? [text.right + 2, left] : [text.left - 2, left + card.width];
    return `M${from} ${middle}H${(from + to) / 2}V${clamp(middle, top + INTO_PX, top + card.height - INTO_PX)}H${to}`;
  }
  const x = Math.min(text.left, left) - BESIDE_PX;
  const into = side === 'below' ? top + INTO_PX : top + card.height - INTO_PX;
  return `M${text.left - 3} ${middle}H${x}V${into}H${left}`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
