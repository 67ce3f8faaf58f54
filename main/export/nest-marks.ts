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
  return nest(text, marks, 0, text.length);
}

function nest(text: string, marks: readonly Mark[], from: number, to: number): readonly Inline[] {
  const nodes: Inline[] = [];
  let at = from;
  while (at < to) {
    const outer = outermost(marks.filter((mark) => mark.start <= at && at < mark.end));
    const starts = marks
      .filter((mark) => mark.start > at && (!outer || leads(outer, mark)))
      .map((mark) => mark.start);
    const end = Math.min(to, outer?.end ?? to, ...starts);
    if (outer) {
      const inside = marks.filter((mark) => mark !== outer && !(rank(mark) > 0 && rank(outer) > 0));
      nodes.push({ mark: outer, children: nest(text, inside, at, end) });
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

function rank(mark: Mark): number {
  return mark.type === 'footnoteReference' ? 2 : mark.type === 'link' ? 1 : 0;
}
