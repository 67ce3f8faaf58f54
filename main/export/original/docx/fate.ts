import type { HeldPiece } from './held-text';
import type { Segment } from './plan-text';
import type { By } from './tracking';

/** What becomes of the characters of a piece. */
export interface Fate {
  readonly held: HeldPiece;
  /** How each character that stays looks now; undefined for those that go. */
  readonly stays: (Segment | undefined)[];
  /** What is put in before a character, or behind the last. */
  readonly putIn: Map<number, Segment[]>;
  /** Who took out those that go, where that is told. */
  readonly takenBy: By[];
}
