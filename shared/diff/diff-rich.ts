import { markAttribute, type Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { layerRuns } from '../text/runs';
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
  const marked = runs.flatMap((run) =>
    run.kind === 'same' ? findRestyled(run, before.marks, after.marks) : [run],
  );
  return { runs: marked, exact };
}

function tokensOf({ text, marks }: RichText): readonly Token[] {
  const raised = marks.filter(({ type }) => type === 'footnoteReference' || type === 'superscript');
  const pieces = layerRuns(
    text.length,
    raised.map(({ start, end }) => ({ start, end, value: null })),
  );
  return pieces.flatMap(({ start: by, end }) =>
    tokenise(text.slice(by, end)).map((token) => ({
      ...token,
      start: token.start + by,
      end: token.end + by,
    })),
  );
}

function findRestyled(run: DiffRun, before: readonly Mark[], after: readonly Mark[]): readonly RichRun[] {
  const layers = [
    ...before.map((mark) => ({ ...shift(mark, run.before), value: { mark, isOld: true } })),
    ...after.map((mark) => ({ ...shift(mark, run.after), value: { mark, isOld: false } })),
  ];
  const found: RichRun[] = [];
  for (const { start, end, values } of layerRuns(run.text.length, layers)) {
    if (start === end) continue;
    const [old, now] = [true, false].map((isOld) => styleOf(values.filter((value) => value.isOld === isOld)));
    const kind = old === now ? 'same' : 'restyled';
    const text = run.text.slice(start, end);
    const last = found.at(-1);
    if (last?.kind === kind) found[found.length - 1] = { ...last, text: last.text + text };
    else found.push({ kind, text, before: run.before + start, after: run.after + start });
  }
  return found;
}

function shift({ start, end }: Mark, by: number): { readonly start: number; readonly end: number } {
  return { start: start - by, end: end - by };
}

function styleOf(values: readonly { readonly mark: Mark }[]): string {
  const styles = new Set(values.map(({ mark }) => `${mark.type} ${markAttribute(mark)}`));
  return JSON.stringify([...styles].sort());
}
