import { diffTexts } from '../diff/diff-words';

/** So much of a part's text stands in the whole it was cut from. */
const PART = 0.6;

/** Parts are together hardly longer than their whole; so no more is compared however much was written beside them. */
const MOST = 1.5;

/** Between parts put together: it stands in no text. */
const BREAK = '\u2029';

/**
 * The paragraphs that a whole was cut into: the one at a position, which is known to be one of them, and those free
 * beside it whose words stand in the whole.
 *
 * @returns their positions (from 0) in order; only `at` when the whole was not cut
 */
export function findParts(
  whole: string,
  at: number,
  textAt: (position: number) => string,
  isFree: (position: number) => boolean,
): readonly number[] {
  let length = textAt(at).length;
  const fits = (position: number): boolean => {
    if (!isFree(position)) return false;
    length += textAt(position).length;
    return length <= MOST * whole.length;
  };
  let [first, last] = [at, at];
  while (fits(last + 1)) last += 1;
  length = textAt(at).length;
  while (fits(first - 1)) first -= 1;
  if (first === last) return [at];
  const positions = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const kept = keptShares(whole, positions.map(textAt));
  const isPart = (position: number): boolean => (kept[position - first] ?? 0) >= PART;
  if (!isPart(at)) return [at];
  let [from, to] = [at, at];
  while (isPart(to + 1)) to += 1;
  while (isPart(from - 1)) from -= 1;
  return positions.slice(from - first, to - first + 1);
}

/** How much of each part, from 0 to 1, stands in the whole, in its order. */
function keptShares(whole: string, parts: readonly string[]): readonly number[] {
  const same = diffTexts(whole, parts.join(BREAK)).filter(({ kind }) => kind === 'same');
  let start = 0;
  // Both are in order: no part looks again at what ends before it.
  let first = 0;
  return parts.map((part) => {
    const [from, to] = [start, start + part.length];
    start = to + BREAK.length;
    let kept = 0;
    for (let n = first, run = same[n]; run && run.after < to; n += 1, run = same[n]) {
      const end = run.after + run.text.length;
      kept += Math.max(0, Math.min(to, end) - Math.max(from, run.after));
      if (end <= to) first = n + 1;
    }
    return part === '' ? 0 : kept / part.length;
  });
}
