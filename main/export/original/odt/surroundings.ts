import { childElements, type XmlElement } from '../../../import/docx/xml';

/** A stretch of the part. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What paragraphs of a part stand in. */
export interface Surroundings {
  /** The outermost list, table or paragraph a stretch lies in; null for one that lies in none. */
  readonly around: (range: Range) => Range | null;
  /** The item of a list that holds this paragraph and nothing else; null where it is in none. */
  readonly item: (range: Range) => Range | null;
}

const STRUCTURE = /<(\/?)text:list(?=[\s>])[^>]*?(\/?)>|<(\/?)table:table(?=[\s>])[^>]*?(\/?)>/g;

/** @param paragraphs all paragraphs of the part, those within others too */
export function surroundingsOf(text: string, paragraphs: readonly Range[]): Surroundings {
  const structures: Range[] = [];
  const outermost: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(STRUCTURE)) {
    if (tag.endsWith('/>')) continue;
    if (tag.startsWith('</')) {
      depth -= 1;
      if (depth === 0) structures.push({ start, end: index + tag.length });
    } else {
      if (depth === 0) start = index;
      depth += 1;
    }
  }
  let last = -1;
  for (const range of paragraphs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start < last) continue;
    last = range.end;
    outermost.push(range);
  }
  // None of them lies in another of its kind, so of those that begin before a place the last of either is the one around it.
  return {
    around: ({ start: from, end }) => {
      const isAround = (range: Range | undefined): boolean =>
        range !== undefined && range.start < from && end < range.end;
      const [structure, paragraph] = [structures, outermost].map((all) => all[lastBefore(all, from)]);
      return [structure, paragraph].find(isAround) ?? null;
    },
    item: ({ start: from, end }) => {
      const open = /<text:list-item(?:\s[^<>]*)?>\s*$/.exec(text.slice(Math.max(0, from - 500), from));
      const close = /^\s*<\/text:list-item>/.exec(text.slice(end, end + 100));
      return open && close ? { start: from - open[0].length, end: end + close[0].length } : null;
    },
  };
}

/** The position of the last range that begins before a place, of ranges in order; -1 for none. */
function lastBefore(ranges: readonly Range[], place: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether an element holds something that must not go with the words around it. */
export function holdsMore(element: XmlElement): boolean {
  return childElements(element).some(
    (each) => each.name.startsWith('draw:') || each.name === 'office:annotation' || holdsMore(each),
  );
}
