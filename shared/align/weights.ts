/** What speaks for or against two groups of sentences saying the same. */
const PAIR = {
  covered: 3.11,
  weakest: 2.42,
  told: 0.47,
  length: 0.56,
  numberFound: 0.93,
  numberMissed: -0.84,
  endsAlike: 1.18,
  opensTogether: -0.54,
  opensAlone: -0.84,
  opensInside: -1.17,
};

/** Log odds of kinds of rows, against that of one sentence in each version. */
const SHAPE = {
  /** One version lacks the row. */
  gap: -0.56,
  /** Only one version has it. */
  alone: 0.39,
  /** Some version has two sentences in it, or three. */
  two: -1.32,
  three: -3.91,
  /** For each sentence beyond the first of its version. */
  more: 1.78,
  /** No version has just one. */
  allMerged: -1.06,
  /** One version lacks it and another has more than one sentence. */
  gapMerged: -0.98,
};

/** A value for each trait of a pair of groups, and of the shape of a row. */
export type PairTraits = Record<keyof typeof PAIR, number>;
export type ShapeTraits = Record<keyof typeof SHAPE, number>;

/** What the traits of a possible row are multiplied by; the sum is its log odds. */
export interface Weights {
  readonly pair: Readonly<PairTraits>;
  readonly shape: Readonly<ShapeTraits>;
}

export const WEIGHTS: Weights = { pair: PAIR, shape: SHAPE };

/** What finding a row is worth that one version lacks, or that only one has; a full row is worth 1. */
export const GAIN = { gap: 0.7, alone: 0.3 };

/** ln of the usual length of a text beside the Russian one (ru, ky, en). */
export const LENGTHS = [0, -0.07, -0.11] as const;
