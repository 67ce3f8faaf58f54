/**
 * What a word adds to a number. A `unit` is 1 to 9, a `teen` 10 to 19, then come `ten` and `hundred`; `times`
 * multiplies what stands before it: hundred, dozen, million.
 */
export type NumberPlace = 'unit' | 'teen' | 'ten' | 'hundred' | 'times';

/** A number word, in whatever case. */
export interface NumberWord {
  readonly value: number;
  /** Null for a word that is complete in itself: "twice", "трёхдневный". */
  readonly place: NumberPlace | null;
  /** "fifth" is one, "бешинчи", "пятого". */
  readonly ordinal?: true;
  /** Its case or number ends the number: after "бештен" nothing can be added. */
  readonly closed?: true;
  /** May mean something else, or no certain number: "one", "second", "hundreds", "семью". */
  readonly loose?: true;
  /** Other values it may stand for: "nineties" 90 and 1990, "полчаса" 0.5 and 30. */
  readonly others?: readonly number[];
  /** Names a decade: "nineties", "девяностые". */
  readonly decade?: true;
  /** The lower part of a fraction: "thirds", "четверти", "пятых". */
  readonly denominator?: number;
  /** The "of three" of "two of three": "үчтөн". */
  readonly outOf?: true;
}
