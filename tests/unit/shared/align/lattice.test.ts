import { expect, test } from 'vitest';
import type { AlignmentInput } from '../../../../shared/align/alignment';
import { gatherEvidence } from '../../../../shared/align/evidence';
import { findRows } from '../../../../shared/align/find-rows';
import { cornersOf, pairsOf } from '../../../../shared/align/align-versions';
import { pruneTube, type Lattice } from '../../../../shared/align/lattice';
import { segmentVersions, type Segments } from '../../../../shared/align/segments';
import { SHAPES, weighShape } from '../../../../shared/align/shapes';
import { mapThree, type Three } from '../../../../shared/align/three';
import { fillIn } from '../../../../shared/align/rough-path';
import { bandsOf, tubeAround } from '../../../../shared/align/tube';
import { perLanguage, type Language, type PerLanguage } from '../../../../shared/model/language';
import { WEIGHTS } from '../../../../shared/align/weights';

const LETTERS = { ru: 'абвгдежзик', ky: 'лмнопрстуф', en: 'abcdefghij' };

/** Paragraphs of one word, which is in none of the other versions. */
function strangers(language: Language, count: number): readonly AlignmentInput[] {
  return Array.from({ length: count }, (_, n) => ({
    role: 'paragraph',
    label: '',
    text: [...String(10_000 + n * 37)].map((digit) => LETTERS[language].charAt(Number(digit))).join(''),
  }));
}

/** All that may be weighed of three versions of so many paragraphs without a word in common. */
function searchStrangers(count: number): Searched {
  return search(
    perLanguage((language) => strangers(language, count)),
    [count, count, count],
  );
}

interface Searched {
  readonly segments: Segments;
  readonly lattice: Lattice;
}

function search(
  versions: PerLanguage<readonly AlignmentInput[]>,
  sizes: Three<number>,
  mostRows?: number,
): Searched {
  const segments = segmentVersions(versions, { lexicons: [], learned: [] });
  const tube = tubeAround(fillIn([[0, 0, 0], sizes]), sizes, 6);
  const [pairs, bands] = [pairsOf(segments), bandsOf(tube)];
  const evidence = mapThree((pair) => gatherEvidence(pairs[pair], bands[pair], WEIGHTS.pair));
  const priors = Float64Array.from(SHAPES, (shape) => weighShape(shape, WEIGHTS.shape));
  return { segments, lattice: pruneTube(tube, evidence, priors, () => undefined, mostRows) };
}

test('keeps no more of versions without a word in common when they are longer', () => {
  const { lattice, segments } = searchStrangers(1000);
  expect(lattice.to.length).toBeLessThan(1_000_000);
  const rows = findRows(lattice, cornersOf(lattice, segments));
  for (const axis of [0, 1, 2] as const)
    expect(rows.reduce((sum, { take }) => sum + take[axis], 0)).toBe(1000);
});

test('keeps a bounded number of rows that are all as likely as the best', () => {
  const sizes = [120, 90, 70] as const;
  const same: AlignmentInput = { role: 'paragraph', label: '', text: '2024' };
  const versions = { ru: Array(120).fill(same), ky: Array(90).fill(same), en: Array(70).fill(same) };
  const most = 1500;
  expect(search(versions, sizes, 1e9).lattice.to.length).toBeGreaterThan(most);
  const { lattice, segments } = search(versions, sizes, most);
  expect(lattice.to.length).toBeLessThanOrEqual(most);
  const rows = findRows(lattice, cornersOf(lattice, segments));
  expect(mapThree((axis) => rows.reduce((sum, { take }) => sum + take[axis], 0))).toEqual(sizes);
});
