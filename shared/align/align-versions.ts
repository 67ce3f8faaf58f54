import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import { segmentSentences } from '../text/sentences';
import { gatherEvidence, type Pair } from './evidence';
import type { AlignedRow, AlignmentInput } from './alignment';
import { findRows } from './find-rows';
import { joinTableRows } from './join-table-rows';
import { bestPath, pruneTube, surePieces, type Lattice } from './lattice';
import { learnWords, type LearnedWords, type Parallel } from './learn-words';
import { makeLexicon, seedLexicon } from './lexicon';
import { fillIn, findRoughPath } from './rough-path';
import { segmentVersions, type Knowledge, type Segment, type Segments } from './segments';
import { SHAPES, weighShape } from './shapes';
import { placePictures, setPicturesApart } from './place-pictures';
import { mapThree, type Three } from './three';
import { bandsOf, countPoints, touchesEdge, tubeAround, wholeTube, type Point, type Tube } from './tube';
import { LENGTHS, WEIGHTS, type Weights } from './weights';

export interface AlignOptions {
  /** Called again and again with the share done, growing to 1. */
  readonly onProgress?: (share: number) => void;
  /** Others than the usual ones: to fit them. */
  readonly weights?: Weights;
  /** Terms beside those of the seed lexicon: lines `ru | ky | en` with commas between equivalents. */
  readonly glossary?: string;
  /** Rows of this and other articles that a person has confirmed: words are learned from them. */
  readonly confirmed?: readonly Parallel[];
}

/** Up to so many points (three versions of 38 sentences) all are searched, not only those near a rough path. */
const SMALL = 60_000;

/** How far from a path, in sentences, the search goes at first. */
const RADIUS = 3;

/** The search is widened while its result lies at its edge, up to so many points: some 120 MB, a few seconds. */
const MOST_POINTS = 4_000_000;

/** A text of more sentences than this, in some version, teaches words itself; an article has too few. */
const BOOK = 400;

/** Sentences are learned from when they are at least so sure to belong together. */
const SURE = 0.9;

/** More of them teach little more and take long. */
const MOST_LEARNED_FROM = 4000;

/** The smallest step of progress that is reported. */
const PROGRESS_STEP = 0.01;

/**
 * Aligns the three versions of an article at once: rows in order that hold every paragraph exactly once. Each
 * possible row is weighed by the lengths of its sides and by what translations keep (numbers, labels, names,
 * international and shared words, marks) in all three pairs; dynamic programming finds the rows most probably
 * right. Pictures come between them, the same picture into one row. Versions may be empty. The same input always gives the same rows. Only a rough search by
 * blocks looks at whole versions against each other; what costs most grows with their length.
 */
export function alignVersions(
  versions: PerLanguage<readonly AlignmentInput[]>,
  options: AlignOptions = {},
): readonly AlignedRow[] {
  const { words, places } = setPicturesApart(versions);
  const rows = alignWords(words, options);
  if (LANGUAGES.every((language) => words[language].length === versions[language].length)) return rows;
  const inVersions = rows.map(({ confidence, ...row }) => ({
    ...perLanguage((language) => row[language].flatMap((n) => places[language][n] ?? [])),
    confidence,
  }));
  return placePictures(versions, inVersions);
}

function alignWords(
  versions: PerLanguage<readonly AlignmentInput[]>,
  { onProgress, weights = WEIGHTS, glossary, confirmed = [] }: AlignOptions = {},
): readonly AlignedRow[] {
  let reported = 0;
  const report = (share: number): void => {
    if (share < reported + PROGRESS_STEP) return;
    reported = share;
    onProgress?.(share);
  };
  const known: Knowledge = {
    lexicons: glossary ? [seedLexicon(), makeLexicon(glossary, 'term')] : [seedLexicon()],
    learned: confirmed.length > 0 ? [learnWords(confirmed)] : [],
  };
  const { segments, lattice } = searchVersions(versions, known, weights, (share) => report(0.98 * share));
  const found = findRows(lattice, cornersOf(lattice, segments));
  onProgress?.(1);
  const rows = found.map(({ at, take, probability }) => {
    const [ru, ky, en] = mapThree((axis) => Array.from({ length: take[axis] }, (_, n) => at[axis] + n));
    return { ru, ky, en, confidence: probability };
  });
  return joinTableRows(rows, versions);
}

interface Search {
  readonly segments: Segments;
  readonly lattice: Lattice;
}

function searchVersions(
  versions: PerLanguage<readonly AlignmentInput[]>,
  known: Knowledge,
  weights: Weights,
  report: (share: number) => void,
): Search {
  const sentences = LANGUAGES.map((language) => countSentences(versions[language], language));
  if (Math.max(...sentences) <= BOOK) {
    const segments = segmentVersions(versions, known);
    return { segments, lattice: latticeOf(segments, weights, report) };
  }
  // In a function of its own, so that the memory of the first search is free for the second.
  const { path, words } = learnFromItself(versions, known, weights, (share) => report(share / 2));
  const segments = segmentVersions(versions, { ...known, learned: [...known.learned, words] });
  const lattice = searchAround(path, RADIUS, segments, weights, (share) => report(0.5 + share / 2));
  return { segments, lattice };
}

function countSentences(inputs: readonly AlignmentInput[], language: Language): number {
  return inputs.reduce((sum, { text }) => sum + segmentSentences(text, language).length, 0);
}

function learnFromItself(
  versions: PerLanguage<readonly AlignmentInput[]>,
  known: Knowledge,
  weights: Weights,
  report: (share: number) => void,
): { readonly path: readonly Point[]; readonly words: LearnedWords } {
  const segments = segmentVersions(versions, known);
  const lattice = latticeOf(segments, weights, report);
  return { path: fillIn(bestPath(lattice)), words: learnWords(sureSentences(lattice, segments)) };
}

/** Sentences that very probably say the same. */
function sureSentences(lattice: Lattice, { versions }: Segments): readonly Parallel[] {
  const sure = surePieces(lattice, SURE);
  const step = Math.ceil(sure.length / MOST_LEARNED_FROM);
  return sure
    .filter((_, n) => n % step === 0)
    .map(([from, to]) => {
      const [ru, ky, en] = mapThree((axis) =>
        versions[axis]
          .slice(from[axis], to[axis])
          .map(({ text }) => text)
          .join(' '),
      );
      return { ru, ky, en };
    });
}

/** Where the points of a lattice stand among paragraphs, null for those inside one. */
export function cornersOf({ points }: Lattice, { versions }: Segments): readonly (Point | null)[] {
  const starts = mapThree((axis) => paragraphStarts(versions[axis]));
  return points.map((point) => {
    const at = mapThree((axis) => starts[axis][point[axis]] ?? -1);
    return at.includes(-1) ? null : at;
  });
}

/** For each point between sentences the number of paragraphs before it, or -1 inside a paragraph. */
function paragraphStarts(segments: readonly Segment[]): readonly number[] {
  const starts = segments.map(({ opens, paragraph }) => (opens ? paragraph : -1));
  return [...starts, (segments.at(-1)?.paragraph ?? -1) + 1];
}

/** The alignments of sentences worth weighing. */
export function latticeOf(segments: Segments, weights: Weights, report: (share: number) => void): Lattice {
  const sizes: Point = mapThree((axis) => segments.versions[axis].length);
  if ((sizes[0] + 1) * (sizes[1] + 1) * (sizes[2] + 1) <= SMALL)
    return searchTube(wholeTube(sizes), segments, weights, report);
  const { points, block } = findRoughPath(segments, (share) => report(0.4 * share));
  return searchAround(points, RADIUS + block - 1, segments, weights, (share) => report(0.4 + 0.6 * share));
}

/** The alignments near a path, farther from it as long as the best of them touches the edge of what is searched. */
function searchAround(
  path: readonly Point[],
  radius: number,
  segments: Segments,
  weights: Weights,
  report: (share: number) => void,
): Lattice {
  const sizes: Point = mapThree((axis) => segments.versions[axis].length);
  const tube = tubeAround(path, sizes, radius);
  const lattice = searchTube(tube, segments, weights, report);
  const best = fillIn(bestPath(lattice));
  if (!touchesEdge(tube, best)) return lattice;
  const wider = 2 * radius;
  if (countPoints(tubeAround(best, sizes, wider)) > MOST_POINTS) return lattice;
  return searchAround(best, wider, segments, weights, report);
}

function searchTube(
  tube: Tube,
  segments: Segments,
  weights: Weights,
  report: (share: number) => void,
): Lattice {
  const bands = bandsOf(tube);
  const pairs = pairsOf(segments);
  const evidence = mapThree((pair) => {
    const gathered = gatherEvidence(pairs[pair], bands[pair], weights.pair);
    report(0.2 * (pair + 1));
    return gathered;
  });
  return pruneTube(
    tube,
    evidence,
    Float64Array.from(SHAPES, (shape) => weighShape(shape, weights.shape)),
    (share) => report(0.6 + 0.4 * share),
  );
}

/** The pairs ru-ky, ru-en and ky-en. */
export function pairsOf({ versions, strengths }: Segments): Three<Pair> {
  const pairOf = (x: 0 | 1, y: 1 | 2): Pair => ({
    x: versions[x],
    y: versions[y],
    strengths,
    ratio: LENGTHS[y] - LENGTHS[x],
  });
  return [pairOf(0, 1), pairOf(0, 2), pairOf(1, 2)];
}
