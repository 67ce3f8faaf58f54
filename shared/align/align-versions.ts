import type { PerLanguage } from '../model/language';
import { gatherEvidence, type Evidence } from './evidence';
import type { AlignmentInput } from './features';
import { findRows, type FoundRow } from './find-rows';
import { fillIn, findRoughPath } from './rough-path';
import { mapThree } from './three';
import {
  bandsOf,
  countPoints,
  touchesEdge,
  tubeAround,
  wholeTube,
  type Band,
  type Point,
  type Tube,
} from './tube';
import { unitsOf, type Units } from './units';
import { LENGTHS } from './weights';

/** Positions of the paragraphs that stand in one row, counted from 0 in each version. */
export interface AlignedRow {
  readonly ru: readonly number[];
  readonly ky: readonly number[];
  readonly en: readonly number[];
  /** 0 to 1: how probable it is that exactly these paragraphs belong together. */
  readonly confidence: number;
}

export interface AlignOptions {
  /** Called again and again with the share done, growing to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Up to so many points (three versions of 38 paragraphs) all are searched, not only those near a rough path. */
const SMALL = 60_000;

/** How far from the rough path, in paragraphs, the search goes at first. */
const RADIUS = 3;

/** The search is widened while its result lies at its edge, up to so many points: some 120 MB, a few seconds. */
const MOST_POINTS = 4_000_000;

/** The smallest step of progress that is reported. */
const PROGRESS_STEP = 0.01;

/**
 * Aligns the three versions of an article at once: rows in order that hold every paragraph exactly once. Each
 * possible row is weighed by the lengths of its sides and by what translations keep (numbers, labels, names,
 * international and shared words, marks) in all three pairs; dynamic programming finds the rows most probably
 * right. Versions may be empty. The same input always gives the same rows. Only a rough search by
 * blocks looks at whole versions against each other; what costs most grows with their length.
 */
export function alignVersions(
  versions: PerLanguage<readonly AlignmentInput[]>,
  { onProgress }: AlignOptions = {},
): readonly AlignedRow[] {
  let reported = 0;
  const report = (share: number): void => {
    if (share < reported + PROGRESS_STEP) return;
    reported = share;
    onProgress?.(share);
  };
  const found = alignUnits(unitsOf(versions), (share) => report(0.99 * share));
  onProgress?.(1);
  return found.map(({ at, take, probability }) => {
    const [ru, ky, en] = mapThree((axis) => Array.from({ length: take[axis] }, (_, n) => at[axis] + n));
    return { ru, ky, en, confidence: probability };
  });
}

function alignUnits(units: Units, report: (share: number) => void): readonly FoundRow[] {
  const sizes: Point = mapThree((axis) => units.versions[axis].length);
  if ((sizes[0] + 1) * (sizes[1] + 1) * (sizes[2] + 1) <= SMALL)
    return searchTube(wholeTube(sizes), units, report);
  const { points, block } = findRoughPath(units, (share) => report(0.4 * share));
  let radius = RADIUS + block - 1;
  let tube = tubeAround(points, sizes, radius);
  for (;;) {
    const rows = searchTube(tube, units, (share) => report(0.4 + 0.6 * share));
    const path = fillIn([
      [0, 0, 0],
      ...rows.map(({ at, take }) => mapThree((axis) => at[axis] + take[axis])),
    ]);
    radius *= 2;
    if (!touchesEdge(tube, path)) return rows;
    tube = tubeAround(path, sizes, radius);
    if (countPoints(tube) > MOST_POINTS) return rows;
  }
}

function searchTube(
  tube: Tube,
  { versions, kinds }: Units,
  report: (share: number) => void,
): readonly FoundRow[] {
  const [bandXY, bandXZ, bandYZ] = bandsOf(tube);
  const gather = (x: 0 | 1, y: 1 | 2, band: Band): Evidence =>
    gatherEvidence({ x: versions[x], y: versions[y], ratio: LENGTHS[y] - LENGTHS[x] }, kinds, band);
  const xy = gather(0, 1, bandXY);
  report(0.15);
  const xz = gather(0, 2, bandXZ);
  report(0.3);
  const yz = gather(1, 2, bandYZ);
  return findRows(tube, [xy, xz, yz], (share) => report(0.45 + 0.55 * share));
}
