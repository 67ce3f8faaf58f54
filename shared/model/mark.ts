import { z } from 'zod';

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };

/** How words can be set, in the order in which marks over the same words are told. */
export const STYLES = [
  'strong',
  'emphasis',
  'underline',
  /** Struck out: shown, and no part of what the text says (shared/text/counted-text.ts). */
  'strike',
  'highlight',
  'smallCaps',
  'superscript',
  'subscript',
] as const;

export const styleSchema = z.enum(STYLES);

export type Style = z.infer<typeof styleSchema>;

/** An inline mark over `text.slice(start, end)`, UTF-16 offsets. */
export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: styleSchema, ...span }).readonly(),
  z.object({ type: z.literal('link'), href: z.string(), ...span }).readonly(),
  /** The marked text is what a reader sees ("1"); `label` names the footnote it points to. */
  z.object({ type: z.literal('footnoteReference'), label: z.string(), ...span }).readonly(),
]);

export type Mark = z.infer<typeof markSchema>;

export type MarkType = Mark['type'];

const ORDER: readonly MarkType[] = ['link', ...STYLES, 'footnoteReference'];

/**
 * What says nothing over another mark: no letter is raised and lowered at once, a link is underlined as it is, and a footnote
 * number stands where it stands.
 */
const GIVES_WAY: ReadonlyMap<MarkType, readonly MarkType[]> = new Map([
  ['subscript', ['superscript', 'footnoteReference']],
  ['underline', ['link', 'footnoteReference']],
]);

/** Whether the words of a mark are set so, and it leads nowhere. */
export function isStyle(type: MarkType): type is Style {
  return type !== 'link' && type !== 'footnoteReference';
}

/** What distinguishes two marks of one type: the target of a link, the label of a footnote reference. */
export function markAttribute(mark: Mark): string {
  if (mark.type === 'link') return mark.href;
  if (mark.type === 'footnoteReference') return mark.label;
  return '';
}

/**
 * The one normal form of a set of marks: clipped to the text, none empty, touching or overlapping marks that
 * say the same joined, without those that say nothing beside others, in order of start, end and type. Two texts are
 * marked alike exactly when their normal forms are equal.
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
  return withoutIdle(joined).sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      ORDER.indexOf(a.type) - ORDER.indexOf(b.type) ||
      (markAttribute(a) < markAttribute(b) ? -1 : 1),
  );
}

/** Joined marks, by where they start, without those parts that give way to others. */
function withoutIdle(marks: readonly Mark[]): Mark[] {
  const idle = [...GIVES_WAY.keys()].filter((weak) => marks.some(({ type }) => type === weak));
  if (idle.length === 0) return [...marks];
  const left = marks.filter(({ type }) => !GIVES_WAY.has(type));
  for (const weak of idle) {
    const stronger = unite(marks.filter(({ type }) => GIVES_WAY.get(weak)?.includes(type)));
    let next = 0;
    for (const mark of marks.filter(({ type }) => type === weak)) {
      while ((stronger[next]?.end ?? Infinity) <= mark.start) next += 1;
      let { start } = mark;
      for (let i = next, other = stronger[i]; other && other.start < mark.end; i += 1, other = stronger[i]) {
        if (other.start > start) left.push({ ...mark, start, end: other.start });
        start = Math.max(start, other.end);
      }
      if (start < mark.end) left.push({ ...mark, start });
    }
  }
  return left;
}

/** All that lies under marks, which come by where they start, as stretches that do not touch. */
function unite(marks: readonly Mark[]): readonly { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
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
