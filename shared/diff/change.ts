/** `before.slice(from, to)` became `after.slice(afterFrom, afterTo)`; either may be empty, not both. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** From the start of the first change to the end of the last, with what stands between them. */
export function span(first: Change, last: Change): Change {
  return { from: first.from, to: last.to, afterFrom: first.afterFrom, afterTo: last.afterTo };
}

/** The change without the spaces that are the same at its edges. */
export function trimSpaces(before: string, after: string, { from, to, afterFrom, afterTo }: Change): Change {
  const longest = Math.min(to - from, afterTo - afterFrom);
  let head = 0;
  while (head < longest && before[from + head] === after[afterFrom + head] && isSpace(before[from + head])) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < longest - head &&
    before[to - 1 - tail] === after[afterTo - 1 - tail] &&
    isSpace(before[to - 1 - tail])
  ) {
    tail += 1;
  }
  return { from: from + head, to: to - tail, afterFrom: afterFrom + head, afterTo: afterTo - tail };
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/u.test(unit);
}
