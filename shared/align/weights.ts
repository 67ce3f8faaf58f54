/**
 * The few numbers the aligner was set with, by hand and by trying neighbouring values on human-translated
 * articles. Everything is a natural logarithm of odds unless it says otherwise.
 */
export const WEIGHTS = {
  /** How much of the evidence of shared features is believed; under 1 because features come in clusters. */
  featureTrust: 0.5,
  missTrust: { word: 1, stem: 1 },
  evenness: 1,
  featureFloor: -100,
  lengthTrust: 0.8,
  lengthFloor: -6,
  anyGap: -3.4,
  alone: -2.4,
  merge: -3.5,
  wide: -1.5,
  allMerged: -0.8,
  /** Smaller is surer. */
  hit: { number: 0.9, label: 0.9, role: 0.9, end: 0.9, mark: 0.8, word: 0.5, stem: 0.0, name: 0.6 },
  maxTri: 6,
  gainPair: 0.5,
  gainAlone: 0.1,
};
