import { diffTexts } from './diff-words';
import { mapSpan } from './map-offset';
import { LONGEST_WHOLE, pairParts } from './pair-parts';

/**
 * Where a place of one text is in another that says nearly the same, as `mapSpan` tells it; UTF-16 offsets. Of long
 * texts only the parts around the place are compared.
 */
export function mapPlace(before: string, after: string, at: number): number {
  if (before.length + after.length <= LONGEST_WHOLE) return mapPoint(before, after, at);
  const part = pairParts(before, after).find((each) => at <= each.before.end);
  if (!part) return after.length;
  const { start, end } = part.after;
  const [old, now] = [before.slice(part.before.start, part.before.end), after.slice(start, end)];
  const offset = at - part.before.start;
  if (old === now) return start + offset;
  // With nothing in common no place is the right one.
  if (old.length + now.length > LONGEST_WHOLE) return start + Math.round((offset / old.length) * now.length);
  return start + mapPoint(old, now, offset);
}

function mapPoint(before: string, after: string, at: number): number {
  return mapSpan({ start: at, end: at }, diffTexts(before, after)).start;
}
