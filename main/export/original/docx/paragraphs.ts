import type { TracedBlock } from '../../../import/docx/blocks';
import type { RawParagraph } from '../../../import/docx/paragraphs';
import type { ReadStory } from '../../../import/docx/read-story';
import type { XmlElement } from '../../../import/docx/xml';
import type { WrittenPart } from './part';

/** A paragraph of the original as it is written: a `w:p` of a part. */
export interface WrittenParagraph {
  readonly part: WrittenPart;
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
  /** What it stands in, from its outermost start to its end: a table, or the paragraph a text box hangs on. */
  readonly around: { readonly start: number; readonly end: number } | null;
  /** Whether it is one of notes. */
  readonly isNote: boolean;
}

/** Finds the paragraph a block was read of. */
export type FindParagraphs = (block: TracedBlock) => readonly WrittenParagraph[];

/** @param parts the text parts of the story by name */
export function writtenParagraphs(
  { story, main, notes }: ReadStory,
  parts: ReadonlyMap<string, WrittenPart>,
): FindParagraphs {
  const bySource = new Map<XmlElement, WrittenParagraph>();
  const add = (name: string, paragraphs: readonly RawParagraph[], isNote: boolean): void => {
    const part = parts.get(name);
    if (!part) return;
    const ranges = paragraphs.map(({ element }) => ({ start: part.startOf(element), end: element.end }));
    const around = [...tablesOf(part), ...outermost(ranges)];
    paragraphs.forEach(({ element, pieces, picture }, n) => {
      if (picture) return;
      const { start, end } = ranges[n] ?? { start: 0, end: 0 };
      const holder = around.find((each) => each.start < start && end < each.end) ?? null;
      const written: WrittenParagraph = { part, element, start, end, around: holder, isNote };
      for (const { source } of pieces) if (source) bySource.set(source, written);
    });
  };
  add(main, story.body.paragraphs, false);
  for (const [name, byKey] of notes) add(name, [...byKey.values()].flat(), true);
  return ({ trace }) => {
    const { stretches, start, written } = trace;
    const own = stretches.filter((each) => each.start <= start + written.length && each.end >= start);
    const visible = own.filter((each) => each.end > each.start);
    const chosen = visible.length > 0 ? visible.filter((each) => each.end > start) : own;
    return [...new Set(chosen.flatMap(({ piece }) => (piece.source && bySource.get(piece.source)) ?? []))];
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Those that lie in no other, in order. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
  }
  return found;
}

/** The tables of a part that stand in no other table. */
function tablesOf({ text }: WrittenPart): readonly Range[] {
  const found: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(/<(\/?)(?:[\w.-]+:)?tbl(?=[\s>])[^>]*>/g)) {
    if (tag.startsWith('</')) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: index + tag.length });
    } else {
      if (depth === 0) start = index;
      depth += 1;
    }
  }
  return found;
}
