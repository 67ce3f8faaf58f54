import type { Box } from '../cards/place-card';

/** Between a bar and the words it is about, in px. */
const GAP_PX = 6;

/** A pixel farther from the words counts as much as so many square pixels of text that are hidden. */
const AREA_OF_PX = 30;

/**
 * Where a bar about some words goes: above or below them, or above or below the text they stand in, in their middle or at the
 * end of the lines; wherever it hides least of the lines around, and never over the words themselves.
 *
 * @param text the text the words stand in
 * @param lines the lines of this and the texts around
 * @param view what is in sight
 */
export function placeBar(
  words: Box,
  text: Box,
  bar: { readonly width: number; readonly height: number },
  lines: readonly Box[],
  view: Box,
): { readonly left: number; readonly top: number } {
  const middle = (words.left + words.right - bar.width) / 2;
  const above = words.top - GAP_PX - bar.height;
  const tops = [above, words.bottom + GAP_PX, text.top - GAP_PX - bar.height, text.bottom + GAP_PX];
  const lefts = [middle, text.right - bar.width].map((left) =>
    Math.max(view.left, Math.min(left, view.right - bar.width)),
  );
  const places = tops.flatMap((top) => lefts.map((left) => ({ left, top })));
  const inView = places.filter(({ top }) => top >= view.top && top + bar.height <= view.bottom);
  const costOf = ({ left, top }: { readonly left: number; readonly top: number }) => {
    const box = { left, top, right: left + bar.width, bottom: top + bar.height };
    const hidden = lines.reduce((sum, line) => sum + overlap(box, line), 0);
    const isOver = overlap(box, words) > 0;
    const distance = Math.abs(top - above) + Math.abs(left - middle);
    return (isOver ? 1e9 : 0) + hidden + distance * AREA_OF_PX;
  };
  const [first = { left: middle, top: above }, ...others] = inView;
  return others.reduce((best, place) => (costOf(place) < costOf(best) ? place : best), first);
}

/**
 * Where a field about some words goes: below them, or above them where there is no room below; always wholly in the window.
 *
 * @param words what the field is about; words that are partly out of the window count as far as its edge
 */
export function placeField(
  words: Box,
  field: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, whole: number) =>
    Math.max(GAP_PX, Math.min(at, whole - GAP_PX - size));
  const below = words.bottom + GAP_PX;
  const above = words.top - GAP_PX - field.height;
  const isBelow = below + field.height + GAP_PX <= window.height;
  return {
    left: within((words.left + words.right - field.width) / 2, field.width, window.width),
    top: within(isBelow ? below : above, field.height, window.height),
  };
}

/** The area two boxes share, in square px. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}
