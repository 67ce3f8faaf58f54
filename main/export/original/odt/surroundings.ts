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
  const outer: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(STRUCTURE)) {
    if (tag.endsWith('/>')) continue;
    if (tag.startsWith('</')) {
      depth -= 1;
      if (depth === 0) outer.push({ start, end: index + tag.length });
    } else {
      if (depth === 0) start = index;
      depth += 1;
    }
  }
  let last = -1;
  for (const range of paragraphs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start < last) continue;
    last = range.end;
    outer.push(range);
  }
  return {
    around: ({ start: from, end }) => outer.find((range) => range.start < from && end < range.end) ?? null,
    item: ({ start: from, end }) => {
      const open = /<text:list-item(?:\s[^<>]*)?>\s*$/.exec(text.slice(Math.max(0, from - 500), from));
      const close = /^\s*<\/text:list-item>/.exec(text.slice(end, end + 100));
      return open && close ? { start: from - open[0].length, end: end + close[0].length } : null;
    },
  };
}

/** Whether an element holds something that must not go with the words around it. */
export function holdsMore(element: XmlElement): boolean {
  return childElements(element).some(
    (each) => each.name.startsWith('draw:') || each.name === 'office:annotation' || holdsMore(each),
  );
}
