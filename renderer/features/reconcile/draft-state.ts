import { mapSpan } from '../../../shared/diff/map-offset';
import { diffTexts } from '../../../shared/diff/diff-words';
import { normaliseMarks } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { decideDifference, pickedText, type MergedSides } from '../../../shared/reconcile/decide-difference';
import type { DraftDifference } from '../../../shared/reconcile/draft-merge';
import type { ConflictPick } from '../../../shared/reconcile/merge-result';

/** What a person has said of one difference. */
export interface Decision {
  readonly taken: boolean;
  /** One for each conflict of its text, null while undecided. */
  readonly picks: readonly (ConflictPick | null)[];
  /** The result as a person wrote it; null while it is what the picks give. */
  readonly written: RichText | null;
}

/** Differences that contradict nothing are taken unless a person says otherwise; the others wait. */
export function firstDecisions(differences: readonly DraftDifference[]): readonly Decision[] {
  return differences.map((difference) => ({
    taken: !difference.conflict,
    picks:
      'chunks' in difference
        ? difference.chunks.flatMap(({ kind }) => (kind === 'conflict' ? [null] : []))
        : [],
    written: null,
  }));
}

/**
 * What was decided about one comparison, carried over to another of the same draft. Only what says the same in both is
 * decided: where the article has changed, a person has to look again.
 */
export function decisionsKept(
  before: { readonly differences: readonly DraftDifference[]; readonly decisions: readonly Decision[] },
  now: readonly DraftDifference[],
): readonly Decision[] {
  const said = new Map(before.differences.map((each, n) => [JSON.stringify(each), before.decisions[n]]));
  return firstDecisions(now).map((fresh, n) => said.get(JSON.stringify(now[n])) ?? fresh);
}

/** In the order in which they are offered; the digits choose them. */
export const PICKS: readonly ConflictPick[] = ['ours', 'theirs', 'both', 'base'];

/** The pick a key stands for: a digit by its place. */
export function pickByKey(code: string): ConflictPick | null {
  const digit = /^(?:Digit|Numpad)([1-4])$/u.exec(code)?.[1];
  return PICKS[Number(digit) - 1] ?? null;
}

/** The conflict that is decided next: the first one that is open, or the last one where none is. */
export function nextConflict({ picks }: Decision): number {
  const open = picks.indexOf(null);
  return open === -1 ? picks.length - 1 : open;
}

/** Whether nothing about a difference is left to decide. */
export function isDecided(difference: DraftDifference, { taken, picks, written }: Decision): boolean {
  if (!difference.conflict) return true;
  return 'chunks' in difference ? written !== null || !picks.includes(null) : taken;
}

/** The text a decision gives, a line for each paragraph; conflicts still open keep the present text. */
export function resultText(difference: MergedSides, { picks, written }: Decision): RichText {
  return (
    written ??
    pickedText(
      difference,
      picks.map((pick) => pick ?? 'ours'),
    )
  );
}

/** A text as a person wrote it over another, with the marks on the words that are still there. */
export function writtenOver(before: RichText, text: string): RichText {
  const runs = diffTexts(before.text, text);
  const marks = before.marks.flatMap((mark) => {
    const { start, end, orphaned } = mapSpan(mark, runs);
    return orphaned ? [] : [{ ...mark, start, end }];
  });
  return { text, marks: normaliseMarks(marks, text.length) };
}

/** What is to be brought in: the differences taken, and which of them a person has decided. */
export function takenDifferences(
  differences: readonly DraftDifference[],
  decisions: readonly Decision[],
): { readonly differences: readonly DraftDifference[]; readonly decided: readonly number[] } {
  const taken: DraftDifference[] = [];
  const decided: number[] = [];
  differences.forEach((difference, n) => {
    const decision = decisions[n];
    if (!decision || !decision.taken || !isDecided(difference, decision)) return;
    const settled = difference.conflict || decision.written !== null;
    if (settled) decided.push(taken.length);
    const result = settled && 'chunks' in difference;
    taken.push(result ? decideDifference(difference, resultText(difference, decision)) : difference);
  });
  return { differences: taken, decided };
}
