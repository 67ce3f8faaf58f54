import type { CheckId } from './strings';

/** A part of checking: one check of one row, or a check that looks over the article. */
export interface Step {
  readonly check: CheckId;
  /** Null for the article. */
  readonly rowId: string | null;
}

/** Who looks after a checker: hears of each step before it begins, and says which are to be left out. */
export interface Overseer {
  readonly begins: (step: Step) => void;
  readonly isLeftOut: (step: Step) => boolean;
}

/** Nobody listens, and nothing is left out. */
export const NO_OVERSEER: Overseer = { begins: () => undefined, isLeftOut: () => false };

/** Whether two steps are the same check of the same row, or of the article. */
export function isSameStep(a: Step, b: Step): boolean {
  return a.check === b.check && a.rowId === b.rowId;
}
