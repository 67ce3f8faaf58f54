import { z } from 'zod';

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };

/** An inline mark over `text.slice(start, end)`, UTF-16 offsets. */
export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('strong'), ...span }).readonly(),
  z.object({ type: z.literal('emphasis'), ...span }).readonly(),
  z.object({ type: z.literal('superscript'), ...span }).readonly(),
  z.object({ type: z.literal('link'), href: z.string(), ...span }).readonly(),
  /** The marked text is what a reader sees ("1"); `label` names the footnote it points to. */
  z.object({ type: z.literal('footnoteReference'), label: z.string(), ...span }).readonly(),
]);

export type Mark = z.infer<typeof markSchema>;

export type MarkType = Mark['type'];

const ORDER: readonly MarkType[] = ['link', 'strong', 'emphasis', 'superscript', 'footnoteReference'];

/** What distinguishes two marks of one type: the target of a link, the label of a footnote reference. */
export function markAttribute(mark: Mark): string {
  if (mark.type === 'link') return mark.href;
  if (mark.type === 'footnoteReference') return mark.label;
  return '';
}

/**
 * The one normal form of a set of marks: clipped to the text, none empty, touching or overlapping marks that
 * say the same joined, in order of start, end and type. Two texts are marked alike exactly when their normal
 * forms are equal.
 *
 * @param length UTF-16 length of the text
 */
export function normaliseMarks(marks: readonly Mark[], length: number): readonly Mark[] {
  const kept = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  /** Where in `joined` the last mark of each kind stands. */
  const open = new Map<string, number>();
  const joined: Mark[] = [];
  for (const mark of kept) {
    const key = `${mark.type}\u0000${markAttribute(mark)}`;
    const at = open.get(key) ?? joined.length;
    const before = joined[at];
    if (before && mark.start <= before.end) {
      joined[at] = { ...before, end: Math.max(before.end, mark.end) };
    } else {
      open.set(key, joined.push(mark) - 1);
    }
  }
  return joined.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      ORDER.indexOf(a.type) - ORDER.indexOf(b.type) ||
      (markAttribute(a) < markAttribute(b) ? -1 : 1),
  );
}

/**
 * Normalised marks of which no two of one type lie over each other, as a reader can follow only one link at a time: the
 * one that begins first keeps its place, and of a later one stays what it does not cover.
 */
export function withoutOverlaps(marks: readonly Mark[]): readonly Mark[] {
  const covered = new Map<MarkType, number>();
  return marks.flatMap((mark) => {
    const start = Math.max(mark.start, covered.get(mark.type) ?? 0);
    covered.set(mark.type, Math.max(start, mark.end));
    return start < mark.end ? [start === mark.start ? mark : { ...mark, start }] : [];
  });
}

/** Whether two normalised mark lists are equal. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        mark.type === other.type &&
        mark.start === other.start &&
        mark.end === other.end &&
        markAttribute(mark) === markAttribute(other)
      );
    })
  );
}

/** The marks of a part of a text, offsets counted from the part's start. */
export function sliceMarks(marks: readonly Mark[], start: number, end: number): readonly Mark[] {
  return normaliseMarks(
    marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: mark.end - start })),
    end - start,
  );
}

/** The same marks `by` UTF-16 units further on. */
export function shiftMarks(marks: readonly Mark[], by: number): readonly Mark[] {
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
}
