import type { Told } from './tell';

/** Changes by letters that follow each other within this are told together. */
const TOGETHER_MS = 3000;

/** What letters changed, one soon after the other and with nothing else between. */
export interface LetterChanges {
  /** What was told of each, in order. */
  readonly told: readonly Told[];
  /** How many steps of undo they are. */
  readonly steps: number;
  /** The state of the project after the last of them. */
  readonly state: number;
  /** When the last was asked for, in ms. */
  readonly time: number;
}

let last: LetterChanges | null = null;

/**
 * Counts a change by a letter to those before it, where it follows on them.
 *
 * @param before the state of the project before it
 * @param after and after it
 */
export function joinChange(told: Told, before: number, after: number, time: number): LetterChanges {
  const earlier = last?.state === before && time - last.time < TOGETHER_MS ? last : null;
  last = {
    told: [...(earlier?.told ?? []), told],
    steps: (earlier?.steps ?? 0) + after - before,
    state: after,
    time,
  };
  return last;
}

/** What letters changed to bring the project into this state; null where something else did. */
export function changesUpTo(state: number): LetterChanges | null {
  return last?.state === state ? last : null;
}
