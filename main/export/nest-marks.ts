import type { Mark } from '../../shared/model/mark';
import type { RichText } from '../../shared/model/paragraph';

/** Marked text as a tree, as every markup language wants it. */
export type Inline =
  { readonly text: string } | { readonly mark: Mark; readonly children: readonly Inline[] };

/**
 * Turns overlapping marks into nested ones, splitting those that cross: strong 0-5 and emphasis 3-8 become
 * strong(0-3, emphasis 3-5) and emphasis 5-8. Links and footnote references come outermost, so that they stay
 * whole; where both would lead somewhere else from one place, the footnote reference wins.
 */
export function nestMarks({ text, marks }: RichText): readonly Inline[] {
  return nest(
    text,
    marks.toSorted((a, b) => a.start - b.start),
    0,
    text.length,
  );
}

/** @param marks by where they start, each of them over some of the stretch */
function nest(text: string, marks: readonly Mark[], from: number, to: number): readonly Inline[] {
  const nodes: Inline[] = [];
  /** The marks over where it is, and the first of those that are still to come. */
  let open: readonly Mark[] = [];
  let next = 0;
  let at = from;
  while (at < to) {
    const begun: Mark[] = [];
    for (let mark = marks[next]; mark && mark.start <= at; mark = marks[next]) {
      begun.push(mark);
      next += 1;
    }
    open = [...open, ...begun].filter((mark) => mark.end > at);
    const outer = outermost(open);
    const inside: Mark[] = [];
    let end = Math.min(to, outer?.end ?? marks[next]?.start ?? to);
    // Each is come to once here and once where it begins, however many there are.
    for (let i = next, mark = marks[i]; outer && mark && mark.start < end; i += 1, mark = marks[i]) {
      if (leads(outer, mark)) end = mark.start;
      else if (isInside(outer, mark)) inside.push(mark);
    }
    if (outer) {
      const around = open.filter((mark) => isInside(outer, mark));
      nodes.push({ mark: outer, children: nest(text, [...around, ...inside], at, end) });
    } else nodes.push({ text: text.slice(at, end) });
    at = end;
  }
  return nodes;
}

function outermost(marks: readonly Mark[]): Mark | undefined {
  return marks.toSorted((a, b) => rank(b) - rank(a) || b.end - a.end)[0];
}

/** Whether `mark` cuts `outer` short. */
function leads(outer: Mark, mark: Mark): boolean {
  return rank(outer) > 0 && rank(mark) > rank(outer);
}

/** Whether `mark` is still told of within `outer`: nothing leads to two places. */
function isInside(outer: Mark, mark: Mark): boolean {
  return mark !== outer && !(rank(mark) > 0 && rank(outer) > 0);
}

function rank(mark: Mark): number {
  return mark.type === 'footnoteReference' ? 2 : mark.type === 'link' ? 1 : 0;
}
