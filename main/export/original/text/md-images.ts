/** A stretch of a text, UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A picture as Markdown writes one: "![alternative](address)", "![alternative][name]" or "![alternative]". */
export interface WrittenImage {
  readonly whole: Stretch;
  readonly alternative: Stretch;
  /** Whether its address stands behind it. */
  readonly isAddressed: boolean;
}

/**
 * The pictures that are written in a text, in order. What is open and never closed is no picture; that is found out once, and
 * not again at each sign that may begin one.
 */
export function imagesIn(text: string): readonly WrittenImage[] {
  const images: WrittenImage[] = [];
  const closing = {
    ']': closer(text, /\\.|\]/gs),
    ')': closer(text, /\\.|\)/gs),
    plain: closer(text, /\]/g),
  };
  for (let at = text.indexOf('!['); at >= 0;) {
    const close = closing[']'](at + 2);
    if (close < 0) break;
    const next = text[close + 1];
    const addressEnd = next === '(' ? closing[')'](close + 2) : -1;
    const nameEnd = next === '[' ? closing.plain(close + 2) : -1;
    const end = Math.max(close, addressEnd, nameEnd) + 1;
    images.push({
      whole: { start: at, end },
      alternative: { start: at + 2, end: close },
      isAddressed: addressEnd >= 0,
    });
    at = text.indexOf('![', end);
  }
  return images;
}

/** How long the pictures are, with the spaces beside them, that stand before all words and behind them. */
export function imagesAround(text: string): { readonly before: number; readonly behind: number } {
  const addressed = imagesIn(text).filter(({ isAddressed }) => isAddressed);
  let before = 0;
  for (const { whole } of addressed) {
    if (whole.start !== before) break;
    before = whole.end + spacesFrom(text, whole.end);
  }
  let behind = text.length;
  for (const { whole } of addressed.toReversed()) {
    if (whole.end !== behind || whole.start < before) break;
    behind = whole.start;
    while (behind > before && /\s/.test(text[behind - 1] ?? '')) behind -= 1;
  }
  return { before, behind: text.length - behind };
}

function spacesFrom(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at - from;
}

/** Finds the next sign that closes something, for places that only go on; -1 once there is none. */
function closer(text: string, pattern: RegExp): (from: number) => number {
  let known = -1;
  let isOver = false;
  return (from) => {
    if (isOver || known >= from) return isOver ? -1 : known;
    pattern.lastIndex = from;
    let found = pattern.exec(text);
    while (found?.[0].startsWith('\\')) found = pattern.exec(text);
    isOver = found === null;
    known = found?.index ?? -1;
    return known;
  };
}
