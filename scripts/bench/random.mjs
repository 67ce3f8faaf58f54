/**
 * Numbers from 0 to 1, the same in every run (linear congruential generator).
 * @param {number} seed
 * @returns {() => number}
 */
export function makeRandom(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}
