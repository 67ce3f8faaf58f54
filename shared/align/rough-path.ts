import { joinUnits, lengthEvidence, sumOf, weighFeatures, type Pair, type Unit } from './evidence';
import type { FeatureKind } from './features';
import type { Point } from './tube';
import { WEIGHTS } from './weights';

/** Versions are cut into at most this many blocks for the rough path: 4 million cells, a byte each. */
const BLOCKS = 3400;

/**
 * A path near the right alignment, found without regard to merged paragraphs: blocks of neighbouring paragraphs
 * of two versions are paired one to one or left alone (Needleman & Wunsch 1970), the result is paired with the
 * third version, and all pairs of blocks are looked at, so a long gap anywhere does no harm.
 *
 * @returns points in order, with steps of at most one block, from the start of all versions to their ends
 */
export function roughPath(units: readonly [readonly Unit[], readonly Unit[], readonly Unit[]], kinds: readonly FeatureKind[]) {
  const block = Math.ceil(Math.max(...units.map((version) => version.length)) / BLOCKS);
  const [ru, ky, en] = [cut(units[0], block), cut(units[1], block), cut(units[2], block)];
  const two = pathOfTwo({ x: ru, y: ky, ratio: -0.07 }, kinds);
  const both = two.slice(1).map(([i, j], n) => {
    const [pi, pj] = two[n] ?? [0, 0];
    return joinUnits([...ru.slice(pi, i), ...ky.slice(pj, j)]);
  });
  const halved = both.map((unit, n) => {
    const [i, j] = two[n + 1] ?? [0, 0];
    const [pi, pj] = two[n] ?? [0, 0];
    return { ...unit, length: unit.length / (i - pi + j - pj) };
  });
  const three = pathOfTwo({ x: halved, y: en, ratio: -0.07 }, kinds);
  const path = three.map(([n, k]): Point => {
    const [i, j] = two[n] ?? [0, 0];
    return [Math.min(i * block, units[0].length), Math.min(j * block, units[1].length), Math.min(k * block, units[2].length)];
  });
  return { path, block };
}

function cut(units: readonly Unit[], block: number): readonly Unit[] {
  return Array.from({ length: Math.ceil(units.length / block) }, (_, n) => joinUnits(units.slice(n * block, (n + 1) * block)));
}

/** The best path through two versions by steps (1,1), (1,0) and (0,1), with its start and end. */
function pathOfTwo({ x, y, ratio }: Pair, kinds: readonly FeatureKind[]): readonly (readonly [number, number])[] {
  const { hit, miss } = weighFeatures(x, y, kinds);
  const places = placesOf(y, kinds.length);
  const missX = x.map((unit) => sumOf(unit.features, miss));
  const missY = y.map((unit) => sumOf(unit.features, miss));
  const width = y.length + 1;
  const moves = new Uint8Array((x.length + 1) * width);
  let above = Float64Array.from({ length: width }, (_, j) => j * WEIGHTS.alone);
  let row = new Float64Array(width);
  const shared = new Float64Array(y.length);
  moves.fill(2, 1, width);
  for (let i = 1; i <= x.length; i += 1) {
    const unit = x[i - 1];
    if (!unit) break;
    shared.fill(0);
    for (const id of unit.features) {
      const weight = hit[id] ?? 0;
      if (weight !== 0) for (const j of places[id] ?? []) shared[j] = (shared[j] ?? 0) + weight;
    }
    row[0] = i * WEIGHTS.alone;
    moves[i * width] = 1;
    for (let j = 1; j < width; j += 1) {
      const features = (shared[j - 1] ?? 0) - (missX[i - 1] ?? 0) - (missY[j - 1] ?? 0);
      const together = (above[j - 1] ?? 0) + WEIGHTS.featureTrust * features + WEIGHTS.lengthTrust * lengthEvidence(unit.length, y[j - 1]?.length ?? 0, ratio);
      const skipX = (above[j] ?? 0) + WEIGHTS.alone;
      const skipY = (row[j - 1] ?? 0) + WEIGHTS.alone;
      const best = Math.max(together, skipX, skipY);
      row[j] = best;
      moves[i * width + j] = best === together ? 3 : best === skipX ? 1 : 2;
    }
    [above, row] = [row, above];
  }
  const path: [number, number][] = [];
  for (let i = x.length, j = y.length; ; ) {
    path.push([i, j]);
    if (i === 0 && j === 0) return path.reverse();
    const move = moves[i * width + j] ?? 3;
    if (move !== 2) i -= 1;
    if (move !== 1) j -= 1;
  }
}

/** In which units each feature occurs. */
function placesOf(units: readonly Unit[], size: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: size }, () => []);
  units.forEach((unit, j) => unit.features.forEach((id) => places[id]?.push(j)));
  return places;
}
