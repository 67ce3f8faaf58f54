import type { Group } from './paragraph-group';
import { isHeading, mayBecome, type Sides } from './pair-alike';
import { likeness } from './rarity';

/** So little need paragraphs between the same neighbours share to be one, rewritten. */
const REWRITTEN = 0.14;

/** Where neighbours leave one paragraph on either side, even less. */
const ALONE = 0.07;

/** Free paragraphs on both sides multiplied: beyond this, place tells nothing. */
const LARGEST_GAP = 40_000;

/** Free positions between two groups that stay in order. */
interface Gap {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Pairs free paragraphs that stand between the same neighbours, in order and as alike as possible (Needleman &
 * Wunsch, 1970), though they share little. A heading is taken for the one that stood there whatever it says, and
 * so is the only list item or note with its label.
 *
 * @param staying the groups that are in order on both sides
 */
export function pairInPlace(
  sides: Sides,
  groups: readonly Group[],
  staying: readonly Group[],
): readonly Group[] {
  return [...groups, ...findGaps(sides, groups, staying).flatMap((gap) => alignGap(sides, gap))];
}

function findGaps(sides: Sides, groups: readonly Group[], staying: readonly Group[]): readonly Gap[] {
  const taken = {
    before: new Set(groups.flatMap(({ before }) => before)),
    after: new Set(groups.flatMap(({ after }) => after)),
  };
  const end = { before: [sides.before.length], after: [sides.after.length] };
  let [b, a] = [0, 0];
  return [...staying, end].map((group) => {
    const gap = {
      before: freeBetween(b, group.before[0] ?? 0, taken.before),
      after: freeBetween(a, group.after[0] ?? 0, taken.after),
    };
    [b, a] = [(group.before.at(-1) ?? 0) + 1, (group.after.at(-1) ?? 0) + 1];
    return gap;
  });
}

function freeBetween(from: number, to: number, taken: ReadonlySet<number>): readonly number[] {
  const free: number[] = [];
  for (let position = from; position < to; position += 1) if (!taken.has(position)) free.push(position);
  return free;
}

function alignGap(sides: Sides, gap: Gap): readonly Group[] {
  const [rows, columns] = [gap.before.length, gap.after.length];
  if (rows === 0 || columns === 0 || rows * columns > LARGEST_GAP) return [];
  const scores = gap.before.map((b) => gap.after.map((a) => scoreOf(sides, gap, b, a)));
  // best[i][j]: the most that the first i and the first j paragraphs can give.
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = 1; i <= rows; i += 1) {
    for (let j = 1; j <= columns; j += 1) {
      const paired = at(i - 1, j - 1) + (scores[i - 1]?.[j - 1] ?? 0);
      const line = best[i];
      if (line) line[j] = Math.max(paired, at(i - 1, j), at(i, j - 1));
    }
  }
  const pairs: Group[] = [];
  for (let [i, j] = [rows, columns]; i > 0 && j > 0;) {
    if (at(i, j) === at(i - 1, j)) i -= 1;
    else if (at(i, j) === at(i, j - 1)) j -= 1;
    else {
      i -= 1;
      j -= 1;
      const [b, a] = [gap.before[i], gap.after[j]];
      if (b !== undefined && a !== undefined) pairs.push({ before: [b], after: [a] });
    }
  }
  return pairs.reverse();
}

/** How much speaks for a pair; 0 when nothing does. */
function scoreOf(sides: Sides, gap: Gap, b: number, a: number): number {
  const [before, after] = [sides.before[b], sides.after[a]];
  if (!before || !after || !mayBecome(before.role, after.role)) return 0;
  const alike = likeness(before.words, after.words, sides.weights);
  if (alike >= REWRITTEN) return alike;
  const alone = gap.before.length === 1 && gap.after.length === 1;
  const isSameHeading = isHeading(before.role) && before.role === after.role;
  const isSameItem =
    alone && before.label !== '' && before.role === after.role && before.label === after.label;
  if (isSameHeading || isSameItem || (alone && alike >= ALONE)) return Math.max(alike, ALONE);
  return 0;
}
