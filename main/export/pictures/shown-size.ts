import type { Picture } from '../../../shared/model/picture';

/** What fits between the margins of the page, in 1/96 inch. */
const WIDEST = 600;
const HIGHEST = 850;

/** Of a drawing that does not say how large it is. */
const USUAL = { width: 400, height: 300 } as const;

/**
 * How large a picture stands on a page, in 1/96 inch: as its document showed it, no larger than its place.
 *
 * @param widest the width of its place, in 1/96 inch, where that is less than the page
 */
export function shownSize(
  { width, height, across }: Picture,
  widest = Infinity,
): { readonly width: number; readonly height: number } {
  const own = width > 0 && height > 0 ? { width, height } : USUAL;
  const wanted = across ?? own.width;
  const scale = Math.min(wanted / own.width, Math.min(WIDEST, widest) / own.width, HIGHEST / own.height);
  return { width: Math.max(1, own.width * scale), height: Math.max(1, own.height * scale) };
}
