import type { FeatureKind } from './features';

/**
 * How likely a feature of one paragraph is to be in its true counterpart as well, given that it occurs in both
 * versions at all. Set by hand, then moved to where neighbouring values did no better on human-translated
 * articles; the results change little around them.
 */
export const FOUND_AGAIN: Readonly<Record<FeatureKind, number>> = {
  number: 0.9,
  label: 0.9,
  role: 0.9,
  end: 0.9,
  mark: 0.8,
  sound: 0.7,
  stem: 0.7,
};

/**
 * How much of what a missed word says is believed. The longer the texts, the more words have a twin in the other
 * version by chance, and are missed wherever they stand; numbers and marks hardly do.
 */
export const WORD_MISS = 0.2;

/** How much of the evidence is believed: under 1, because features and lengths are not independent. */
export const FEATURE_TRUST = 0.6;
export const LENGTH_TRUST = 0.8;

/** The most that missing features, and unfit lengths, can say against a pair, as natural log odds. */
export const FEATURE_FLOOR = -3;
export const LENGTH_FLOOR = -6;

/** Log probabilities of kinds of rows, against that of one paragraph in each version. */
export const PRIOR = {
  /** One version lacks the row. */
  gap: -3.4,
  /** Only one version has it. */
  alone: -1.8,
  /** Some version has two paragraphs in it, or three. */
  two: -3.5,
  three: -5.5,
  /** Added when no version has just one. */
  allMerged: -2,
} as const;

/** What finding a row is worth that one version lacks, or that only one has; a full row is worth 1. */
export const GAIN = { gap: 0.5, alone: 0.3 } as const;

/** ln of the usual length of a text beside the Russian one (ru, ky, en). */
export const LENGTHS = [0, -0.07, -0.11] as const;
