import { markAttribute, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { tokenise, type Token } from '../text/tokens';
import { compareTokens, type DiffRun } from './diff-words';

/** A stretch of a comparison of marked texts; `restyled` is the same text with other marks. */
export interface RichRun {
  readonly kind: DiffRun['kind'] | 'restyled';
  readonly text: string;
  readonly before: number;
  readonly after: number;
  /** As in `DiffRun`. */
  readonly moved?: number;
}

export interface RichComparison {
  readonly runs: readonly RichRun[];
  /** As in `Comparison`. */
  readonly exact: boolean;
}

/**
 * What changed between two marked texts: as `diffTexts`, and text that stayed but was made bold, unlinked and so
 * on is told apart. A footnote number is a word of its own, so that a word does not change with its footnote.
 */
export function diffRich(before: RichText, after: RichText): readonly RichRun[] {
  return compareRich(before, after).runs;
}

/** `diffRich`, and whether a limit was met. */
export function compareRich(before: RichText, after: RichText): RichComparison {
  const { runs, exact } = compareTokens(before.text, after.text, tokensOf(before), tokensOf(after));
  const styles = new Styles(before.marks, after.marks);
  const marked = runs.flatMap((run) => (run.kind === 'same' ? findRestyled(run, styles) : [run]));
  return { runs: marked, exact };
}

function tokensOf({ text, marks }: RichText): readonly Token[] {
  const raised = marks.filter(({ type }) => type === 'footnoteReference' || type === 'superscript');
  const edges = [...new Set([0, ...raised.flatMap(({ start, end }) => [start, end]), text.length])].sort(
    (a, b) => a - b,
  );
  return edges.flatMap((by, n) =>
    tokenise(text.slice(by, edges[n + 1] ?? by)).map((token) => ({
      ...token,
      start: token.start + by,
      end: token.end + by,
    })),
  );
}

function findRestyled({ text, before, after }: DiffRun, styles: Styles): readonly RichRun[] {
  const found: RichRun[] = [];
  const add = (kind: RichRun['kind'], from: number, to: number) =>
    found.push({ kind, text: text.slice(from, to), before: before + from, after: after + from });
  let from = 0;
  let kind: RichRun['kind'] | null = null;
  for (let at = 0; at < text.length;) {
    styles.moveTo(before + at, after + at);
    const here = styles.differ() ? 'restyled' : 'same';
    if (kind !== null && kind !== here) {
      add(kind, from, at);
      from = at;
    }
    kind = here;
    at += styles.untilEdge();
  }
  if (kind !== null) add(kind, from, text.length);
  return found;
}

/** A place where a mark begins (1) or ends (-1). */
interface Edge {
  readonly at: number;
  readonly style: string;
  readonly step: 1 | -1;
}

/**
 * The marks at a place of the old text and at one of the new. Both places only ever go on, and every edge is come to
 * once: looking at all marks for each stretch, or at all that lie over it, takes minutes where they lie over each other.
 */
class Styles {
  private readonly sides: readonly [Side, Side];
  /** How many marks of a style are open on either side. */
  private readonly open = new Map<string, [number, number]>();
  /** How many styles are on one side only. */
  private onOneSide = 0;

  constructor(before: readonly Mark[], after: readonly Mark[]) {
    this.sides = [new Side(before), new Side(after)];
  }

  /** Goes to a place in each text, neither before the last one. */
  moveTo(before: number, after: number): void {
    for (const { style, step } of this.sides[0].moveTo(before)) this.count(style, 0, step);
    for (const { style, step } of this.sides[1].moveTo(after)) this.count(style, 1, step);
  }

  differ(): boolean {
    return this.onOneSide > 0;
  }

  /** How far it is to the next place where a mark of either text begins or ends. */
  untilEdge(): number {
    return Math.min(this.sides[0].untilEdge(), this.sides[1].untilEdge());
  }

  private count(style: string, side: 0 | 1, step: 1 | -1): void {
    const open = this.open.get(style) ?? [0, 0];
    this.open.set(style, open);
    const differed = open[0] > 0 !== open[1] > 0;
    open[side] += step;
    const differs = open[0] > 0 !== open[1] > 0;
    this.onOneSide += Number(differs) - Number(differed);
  }
}

/** The edges of the marks of one text, in order. */
class Side {
  private readonly edges: readonly Edge[];
  private next = 0;
  private place = 0;

  constructor(marks: readonly Mark[]) {
    this.edges = marks
      .flatMap((mark): readonly Edge[] => {
        const style = `${mark.type} ${markAttribute(mark)}`;
        return [
          { at: mark.start, style, step: 1 },
          { at: mark.end, style, step: -1 },
        ];
      })
      .sort((a, b) => a.at - b.at);
  }

  /** The edges up to a place that were not come to before. */
  moveTo(place: number): readonly Edge[] {
    const from = this.next;
    while ((this.edges[this.next]?.at ?? Infinity) <= place) this.next += 1;
    this.place = place;
    return this.edges.slice(from, this.next);
  }

  untilEdge(): number {
    return (this.edges[this.next]?.at ?? Infinity) - this.place;
  }
}
