/**
 * @typedef {import('../../../shared/align/weights').Weights} Weights
 * @typedef {import('./documents.mjs').AlignedDocument} AlignedDocument
 *
 * @typedef {object} Example a document as the alignments worth weighing
 * @property {Int32Array} first the first row from each point; one more entry holds the count of all rows
 * @property {Int32Array} to which point each row leads to
 * @property {Float32Array} traits of the rows, one after another
 * @property {Uint8Array} right 1 for rows that right alignments may have
 */

/** How strongly the weights are held to 0: keeps those small of which the data say little. */
const PULL = 0.2;
const STEPS = 150;
const RATE = 0.15;

/**
 * Weights of a log-linear model over whole alignments, a conditional random field (Lafferty, McCallum & Pereira
 * 2001): those under which the right alignments of the documents are most probable. The slope is what right
 * alignments are expected to show less what all are; steps after Adam (Kingma & Ba 2015).
 * @param {readonly Example[]} examples
 * @param {number} size how many weights there are
 */
export function fitWeights(examples, size) {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = weights.map((weight) => -PULL * weight);
    for (const example of examples) {
      if (!addExpected(example, weights, true, slope, 1)) continue;
      addExpected(example, weights, false, slope, -1);
    }
    slope.forEach((towards, n) => {
      mean[n] = 0.9 * at(mean, n) + 0.1 * towards;
      square[n] = 0.99 * at(square, n) + 0.01 * towards ** 2;
      const scale = Math.sqrt(at(square, n) / (1 - 0.99 ** step)) + 1e-9;
      const rate = RATE * (1 - step / (STEPS + 1));
      weights[n] = at(weights, n) + (rate * at(mean, n)) / (1 - 0.9 ** step) / scale;
    });
  }
  return weights;
}

/**
 * Adds the expected traits of the alignments, only the right ones or all, to `sums`, times `sign`.
 * @param {Example} example
 * @param {Float64Array} weights
 * @param {boolean} onlyRight
 * @param {Float64Array} sums
 * @param {1 | -1} sign
 * @returns {boolean} whether there is any such alignment
 */
function addExpected({ first, to, traits, right }, weights, onlyRight, sums, sign) {
  const size = weights.length;
  const count = first.length - 1;
  const score = Float64Array.from(to, (_, row) => {
    if (onlyRight && right[row] === 0) return -Infinity;
    let sum = 0;
    for (let n = 0; n < size; n += 1) sum += at(traits, row * size + n) * at(weights, n);
    return sum;
  });
  const forward = new Float64Array(count).fill(-Infinity).fill(0, 0, 1);
  for (let point = 0; point < count; point += 1) {
    for (let row = at(first, point); row < at(first, point + 1); row += 1)
      forward[at(to, row)] = addLogs(at(forward, at(to, row)), at(forward, point) + at(score, row));
  }
  const total = at(forward, count - 1);
  if (total === -Infinity) return false;
  const backward = new Float64Array(count).fill(-Infinity).fill(0, count - 1);
  for (let point = count - 1; point >= 0; point -= 1) {
    for (let row = at(first, point); row < at(first, point + 1); row += 1) {
      const rest = at(score, row) + at(backward, at(to, row));
      backward[point] = addLogs(at(backward, point), rest);
      const share = Math.exp(at(forward, point) + rest - total);
      if (share < 1e-9) continue;
      for (let n = 0; n < size; n += 1) sums[n] = at(sums, n) + sign * share * at(traits, row * size + n);
    }
  }
  return true;
}

/**
 * @param {AlignedDocument} document
 * @param {import('./describe').Description} description of its alignments
 * @returns {Example}
 */
export function makeExample({ gold }, { lattice, isCorner, paragraphs, traits }) {
  const { points, first, to } = lattice;
  // For each sentence the gold row it belongs to, and for each gold row how many sentences it has.
  const rows = paragraphs.map((units, axis) => {
    const rowOf = new Map(
      gold.flatMap((row, n) => (row[axis] ?? []).map((unit) => /** @type {const} */ ([unit, n]))),
    );
    return units.map((unit) => rowOf.get(unit) ?? -1);
  });
  const sizes = countOf(rows.flat(), gold.length);
  const possible = points.map((point, n) => {
    const taken = countOf(
      rows.flatMap((list, axis) => list.slice(0, point[axis])),
      gold.length,
    );
    const begun = taken.filter((count, row) => count > 0 && count < at(sizes, row)).length;
    return begun <= (isCorner[n] ? 0 : 1);
  });
  const right = new Uint8Array(to.length);
  points.forEach((from, point) => {
    for (let row = at(first, point); row < at(first, point + 1); row += 1) {
      const target = at(to, row);
      const held = new Set(rows.flatMap((list, axis) => list.slice(from[axis], points[target]?.[axis])));
      right[row] = possible[point] && possible[target] && held.size === 1 ? 1 : 0;
    }
  });
  return { first, to, traits, right };
}

/**
 * @param {readonly number[]} numbers
 * @param {number} size
 */
function countOf(numbers, size) {
  const counts = new Int32Array(size);
  for (const number of numbers) counts[number] = at(counts, number) + 1;
  return counts;
}

/**
 * @param {Float32Array | Float64Array | Int32Array} list
 * @param {number} index
 */
function at(list, index) {
  return list[index] ?? 0;
}

/**
 * @param {number} a
 * @param {number} b
 */
function addLogs(a, b) {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
