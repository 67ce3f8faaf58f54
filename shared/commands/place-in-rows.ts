import { perLanguage, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Row } from '../model/row';
import type { DraftDifference } from '../reconcile/draft-merge';
import { partsOf } from '../reconcile/merge-result';
import { settledText } from '../reconcile/suggestions';
import type { PlacedBlock } from '../reconcile/take-differences';
import { isEmptyRow, withCell, withParagraphs } from './change';
import { reopened } from './edit-paragraph';

/** How many new paragraphs after a present one are parts of it. */
export function countSplits(differences: readonly DraftDifference[]): ReadonlyMap<string, number> {
  return new Map(
    differences.flatMap((difference) => {
      if (!('chunks' in difference)) return [];
      const { paragraphIds, chunks } = difference;
      const over = partsOf(chunks).length - paragraphIds.length;
      return over > 0 ? [[paragraphIds.at(-1) ?? '', over] as const] : [];
    }),
  );
}

/** What is to be placed. */
interface Placing {
  readonly placed: readonly PlacedBlock[];
  /** The paragraphs of `placed`. */
  readonly sequence: readonly Paragraph[];
  readonly changed: ReadonlyMap<string, Paragraph>;
  readonly moved: ReadonlySet<string>;
  readonly splits: ReadonlyMap<string, number>;
  readonly newRowId: () => string | undefined;
}

/**
 * The rows with the version's paragraphs in their new order. What stays, stays in its row; parts of a paragraph that was
 * split stand beside it; what moved or is new gets a row of its own after the one it follows, or where it stands between
 * two paragraphs of one row, that row: the order of the version is that of the draft.
 */
export function placeInRows(
  rows: readonly Row[],
  language: Language,
  placing: Placing,
): readonly Row[] | null {
  const { placed, sequence, changed, moved, splits, newRowId } = placing;
  const groups = new Map<string | null, { inside: Paragraph[]; below: Paragraph[] }>([
    [null, { inside: [], below: [] }],
  ]);
  let anchor: string | null = null;
  let parts = 0;
  placed.forEach(({ id }, n) => {
    const paragraph = sequence[n];
    if (!paragraph) return;
    if (id !== null && !moved.has(id)) {
      anchor = id;
      parts = splits.get(id) ?? 0;
      groups.set(id, { inside: [paragraph], below: [] });
      return;
    }
    const group = groups.get(anchor);
    if (id === null && parts > 0) {
      parts -= 1;
      group?.inside.push(paragraph);
    } else group?.below.push(paragraph);
  });
  const ownRow = (paragraph: Paragraph): Row | null => {
    const id = newRowId();
    const cells = perLanguage((each) => ({
      paragraphs: each === language ? [paragraph] : [],
      status: each === language ? ('translated' as const) : ('draft' as const),
    }));
    return id === undefined ? null : { id, cells, confidence: 1, confirmed: false };
  };
  const result: (Row | null)[] = (groups.get(null)?.below ?? []).map(ownRow);
  for (const row of rows) {
    const cell = row.cells[language];
    const paragraphs: Paragraph[] = [];
    let below: readonly Paragraph[] = [];
    for (const { id } of cell.paragraphs.filter((each) => !moved.has(each.id))) {
      const group = groups.get(id);
      paragraphs.push(...below);
      // One that is not placed the draft would take away.
      paragraphs.push(...(group?.inside ?? [changed.get(id) ?? []].flat()));
      below = group?.below ?? [];
    }
    const same =
      paragraphs.length === cell.paragraphs.length &&
      paragraphs.every((each, n) => each === cell.paragraphs[n]);
    const settledSame = paragraphs.map((each) => settledText(each).text).join('\n');
    const before = cell.paragraphs.map((each) => settledText(each).text).join('\n');
    const status = settledSame === before ? cell.status : reopened(cell.status);
    const filled = paragraphs.length > 0 ? status : 'draft';
    const changedRow = same
      ? row
      : withCell(withParagraphs(row, language, paragraphs), language, { paragraphs, status: filled });
    if (same || !isEmptyRow(changedRow)) result.push(changedRow);
    result.push(...below.map(ownRow));
  }
  return result.includes(null) ? null : result.flatMap((row) => row ?? []);
}
