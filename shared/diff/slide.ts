import { span, type Change } from './change';
import { startsSentence } from './sentence-start';

/**
 * Moves an insertion or deletion that could as well stand earlier back to the start of a sentence, or else to the
 * change before it, so that one is read instead of two (as git does with lines, `xdl_change_compact` in
 * xdiff/xdiffi.c). It never could stand later: the search pairs words as early as it can.
 *
 * "He came. He [sat. He] left." → "He came. [He sat. ]He left."
 */
export function slideBack(before: string, after: string, changes: readonly Change[]): readonly Change[] {
  const slid: Change[] = [];
  for (const change of changes) {
    const { from, to, afterFrom, afterTo } = change;
    const last = slid.at(-1);
    const room = from - (last?.to ?? 0);
    let by = 0;
    if (from === to) by = roomToSlide(after, afterFrom, afterTo, room, last !== undefined);
    else if (afterFrom === afterTo) by = roomToSlide(before, from, to, room, last !== undefined);
    const moved = { from: from - by, to: to - by, afterFrom: afterFrom - by, afterTo: afterTo - by };
    if (last && by === room) slid[slid.length - 1] = span(last, moved);
    else slid.push(moved);
  }
  return slid;
}

/**
 * How far back `text.slice(start, end)` can move, its content rotating, to start a sentence or to fill the room;
 * 0 when it can do neither.
 */
function roomToSlide(text: string, start: number, end: number, room: number, fill: boolean): number {
  for (let by = 0; by <= room; by += 1) {
    if (startsSentence(text, start - by)) return by;
    if (by === room) return fill && !isInWord(text, end - by) ? by : 0;
    if (text[start - by - 1] !== text[end - by - 1]) return 0;
  }
  return 0;
}

function isInWord(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
}
