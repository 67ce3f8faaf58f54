/** What a text as it is written may hold beyond the text as it is kept, until it is brought to its normal form. */
const SPARE = /[\s\p{Cc}\u00ad\u200b\ufeff]/u;

/**
 * Where each offset of a text stands in the same text as it is being written, with spaces it will not keep ("word " for
 * "word"); UTF-16 offsets. Null where what is written is another text.
 */
export function placesIn(written: string, kept: string): readonly number[] | null {
  const places: number[] = [];
  let at = 0;
  for (let next = 0; next < kept.length; next += 1, at += 1) {
    while (at < written.length && !isAlike(written.charAt(at), kept.charAt(next))) {
      if (!SPARE.test(written.charAt(at))) return null;
      at += 1;
    }
    if (at === written.length) return null;
    places.push(at);
  }
  // Where the last kept character ends: what is written after it is no part of the text yet.
  places.push(at);
  for (; at < written.length; at += 1) if (!SPARE.test(written.charAt(at))) return null;
  return places;
}

/** A space may be kept for a tab, or for what parts two words and nobody sees. */
function isAlike(written: string, kept: string): boolean {
  return written === kept || (kept === ' ' && !/[\u00a0\n]/.test(written) && SPARE.test(written));
}
