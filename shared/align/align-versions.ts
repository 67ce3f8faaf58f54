import { LANGUAGES, type PerLanguage } from '../model/language';
import { findRows, type Step } from './chart';
import { roughPath } from './rough-path';
import { weighPair, type Band, type Unit } from './evidence';
import { featuresOf, type AlignmentInput, type FeatureKind } from './features';
import { tubeAround, wholeTube, type Point, type Tube } from './tube';

export interface AlignedRow {
  readonly ru: readonly number[];
  readonly ky: readonly number[];
  readonly en: readonly number[];
  readonly confidence: number;
}

export interface AlignOptions {
  readonly onProgress?: (share: number) => void;
}

const SMALL = 60_000;
const RADIUS = 4;

export function alignVersions(
  versions: PerLanguage<readonly AlignmentInput[]>,
  options: AlignOptions = {},
): readonly AlignedRow[] {
  const kinds: FeatureKind[] = [];
  const ids = new Map<string, number>();
  const units = LANGUAGES.map((language) =>
    versions[language].map((paragraph): Unit => {
      const features = Array.from(featuresOf(paragraph), (feature) => {
        const known = ids.get(feature);
        if (known !== undefined) return known;
        ids.set(feature, kinds.length);
        return kinds.push(feature.slice(0, feature.indexOf(':')) as FeatureKind) - 1;
      });
      return { length: paragraph.text.length, features: Int32Array.from(features).sort() };
    }),
  );
  const steps = alignUnits(units, kinds, (share) => options.onProgress?.(share));
  return steps.map(({ at, take, probability }) => {
    const range = (d: 0 | 1 | 2) => Array.from({ length: take[d] }, (_, n) => at[d] + n);
    return { ru: range(0), ky: range(1), en: range(2), confidence: probability };
  });
}

function alignUnits(
  units: readonly (readonly Unit[])[],
  kinds: readonly FeatureKind[],
  report: (share: number) => void,
): readonly Step[] {
  const sizes = units.map((version) => version.length) as unknown as Point;
  const small = sizes.reduce((product, size) => product * (size + 1), 1) <= SMALL;
  let tube;
  if (small) tube = wholeTube(sizes);
  else {
    const { path, block } = roughPath(units as never, kinds);
    tube = tubeAround(spread(path), sizes, RADIUS + block);
  }
  const [ru = [], ky = [], en = []] = units;
  const bands = bandsOf(tube);
  return findRows(
    tube,
    [
      weighPair({ x: ru, y: ky, ratio: -0.07 }, kinds, bands[0]!),
      weighPair({ x: ru, y: en, ratio: -0.11 }, kinds, bands[1]!),
      weighPair({ x: ky, y: en, ratio: -0.03 }, kinds, bands[2]!),
    ],
    report,
  );
}

/** The same path with points at most one apart. */
function spread(path: readonly Point[]): readonly Point[] {
  return path.flatMap((to, n) => {
    const from = path[n - 1] ?? to;
    const steps = Math.max(1, ...[0, 1, 2].map((d) => to[d]! - from[d]!));
    return Array.from({ length: steps }, (_, s) => [0, 1, 2].map((d) => from[d]! + Math.round(((to[d]! - from[d]!) * (s + 1)) / steps)) as unknown as Point);
  });
}

function bandsOf(tube: Tube): readonly Band[] {
  const [ni, nj, nk] = tube.sizes;
  const band = (n: number, m: number): Band => ({ low: new Int32Array(n + 1).fill(m), high: new Int32Array(n + 1) });
  const ij = { low: tube.jLow, high: tube.jHigh };
  const ik = band(ni, nk);
  const jk = band(nj, nk);
  for (let i = 0; i <= ni; i += 1) {
    for (let j = tube.jLow[i] ?? 0; j <= (tube.jHigh[i] ?? 0); j += 1) {
      const cell = (tube.cells[i] ?? 0) + j - (tube.jLow[i] ?? 0);
      for (const [b, at] of [[ik, i], [jk, j]] as const) {
        b.low[at] = Math.min(b.low[at] ?? 0, tube.kLow[cell] ?? 0);
        b.high[at] = Math.max(b.high[at] ?? 0, tube.kHigh[cell] ?? 0);
      }
    }
  }
  return [ij, ik, jk];
}
